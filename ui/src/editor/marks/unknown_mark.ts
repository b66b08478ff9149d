// A mark from a later version: kept as it came on its words, and not spread to new ones.

import type { MarkPart } from "../part";
import { isNode, parseJson } from "../nodes/unknown";

export const unknownMark: MarkPart = {
  spec: {
    attrs: { json: { validate: isNode } },
    inclusive: false,
    // Several different ones can stand on the same words.
    excludes: "",
    parseDOM: [
      { tag: "span[data-unknown-mark]", getAttrs: (dom) => parseJson(dom.dataset["unknownMark"]) },
    ],
    toDOM: (mark) => ["span", { "data-unknown-mark": JSON.stringify(mark.attrs["json"]) }, 0],
  },
};
