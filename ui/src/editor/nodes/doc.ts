// The document: blocks in reading order, never none, so that there is always somewhere to write.

import type { NodePart } from "../part";

export const doc: NodePart = { spec: { content: "block+" } };
