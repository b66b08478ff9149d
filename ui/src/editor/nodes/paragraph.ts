// A paragraph.

import { setBlockType } from "prosemirror-commands";
import type { Command } from "prosemirror-state";

import type { NodePart } from "../part";
import { blockIsActive } from "../selection";
import { nodeType } from "../types";

const makeParagraph: Command = (state, dispatch) =>
  setBlockType(nodeType(state.schema, "paragraph"))(state, dispatch);

export const paragraph: NodePart = {
  spec: {
    group: "block",
    content: "inline*",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", 0],
  },
  actions: [
    {
      id: "paragraph",
      group: "block",
      key: "Mod-Alt-0",
      run: makeParagraph,
      active: (state) => blockIsActive(state, "paragraph"),
    },
  ],
};
