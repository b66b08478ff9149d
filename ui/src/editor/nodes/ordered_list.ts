// A numbered list, and the number it begins with.

import { wrappingInputRule } from "prosemirror-inputrules";

import type { NodePart } from "../part";
import { nodeType } from "../types";
import { listIsActive, toggleList } from "./lists";

export const orderedList: NodePart = {
  spec: {
    group: "block",
    content: "list_item+",
    attrs: { start: { default: 1, validate: isNumber } },
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: startOf(dom) }) }],
    toDOM: (node) => {
      const start = node.attrs["start"] as number;
      return start === 1 ? ["ol", 0] : ["ol", { start, style: `--start: ${start - 1}` }, 0];
    },
  },
  actions: [
    {
      id: "ordered-list",
      group: "block",
      key: "Mod-Shift-7",
      run: toggleList("ordered_list"),
      active: (state) => listIsActive(state, "ordered_list"),
    },
  ],
  rules: ({ schema }) => [
    wrappingInputRule(
      /^(\d{1,4})[.)]\s$/,
      nodeType(schema, "ordered_list"),
      (match) => ({ start: Number(match[1]) }),
      (match, before) => before.childCount + (before.attrs["start"] as number) === Number(match[1]),
    ),
  ],
};

function startOf(dom: HTMLElement): number {
  const start = Number(dom.getAttribute("start") ?? 1);
  return Number.isInteger(start) && start >= 0 ? start : 1;
}

function isNumber(start: unknown): void {
  if (!Number.isInteger(start) || (start as number) < 0)
    throw new RangeError("A list starts with a whole number.");
}
