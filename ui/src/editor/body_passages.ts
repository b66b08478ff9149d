// The passages of a body that no editor holds, as the checks number them.

import { documentOf } from "./body";
import { passages, passageText } from "./passages";

/** A passage's text and what sort of block holds it; null where the model keeps it unread. */
export interface BodyPassage {
  sort: "heading" | "paragraph" | "caption";
  text: string | null;
}

export function passagesOf(body: BodyJson): BodyPassage[] {
  return passages(documentOf(body)).map(({ node }) => ({
    sort: node.type.name === "heading" ? "heading" : node.isTextblock ? "paragraph" : "caption",
    text: passageText(node),
  }));
}
