// An item of a list: paragraphs, and lists under it.

import type { NodePart } from "../part";
import { backOut, indent, nextItem, outdent, shiftTabInList, tabInList } from "./lists";

export const listItem: NodePart = {
  spec: {
    content: "(paragraph | bullet_list | ordered_list | unknown_block)+",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  actions: [
    { id: "indent", group: "block", key: "Mod-]", run: indent },
    { id: "outdent", group: "block", key: "Mod-[", run: outdent },
  ],
  keys: () => ({
    Enter: nextItem,
    Backspace: backOut,
    Tab: tabInList,
    "Shift-Tab": shiftTabInList,
  }),
};
