// A line break inside a block.

import type { Command } from "prosemirror-state";

import type { NodePart } from "../part";
import { nodeType } from "../types";

const insertBreak: Command = (state, dispatch) => {
  const type = nodeType(state.schema, "hard_break");
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
};

export const hardBreak: NodePart = {
  spec: {
    group: "inline",
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    leafText: () => "\n",
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
  actions: [{ id: "hard-break", group: "insert", key: "Shift-Enter", run: insertBreak }],
  keys: () => ({ "Mod-Enter": insertBreak }),
};
