// A list with bullets.

import { wrappingInputRule } from "prosemirror-inputrules";

import type { NodePart } from "../part";
import { nodeType } from "../types";
import { listIsActive, toggleList } from "./lists";

export const bulletList: NodePart = {
  spec: {
    group: "block",
    content: "list_item+",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  actions: [
    {
      id: "bullet-list",
      group: "block",
      key: "Mod-Shift-8",
      run: toggleList("bullet_list"),
      active: (state) => listIsActive(state, "bullet_list"),
    },
  ],
  rules: ({ schema }) => [wrappingInputRule(/^\s*[-+*•]\s$/, nodeType(schema, "bullet_list"))],
};
