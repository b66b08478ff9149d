// A heading inside the text: levels 2 to 4, for the headline is the page's level 1.

import { setBlockType } from "prosemirror-commands";
import { textblockTypeInputRule } from "prosemirror-inputrules";
import { TextSelection, type Command } from "prosemirror-state";

import type { EditorCommand } from "../commands";
import type { Action, NodePart } from "../part";
import { blockIsActive } from "../selection";
import { nodeType } from "../types";

const levels = [2, 3, 4] as const;

function toggleHeading(level: number): Command {
  return (state, dispatch) => {
    const on = blockIsActive(state, "heading", { level });
    const type = nodeType(state.schema, on ? "paragraph" : "heading");
    return setBlockType(type, on ? null : { level })(state, dispatch);
  };
}

/** At the very start of a heading, Backspace takes the heading away before it joins lines. */
const backToParagraph: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !selection.$cursor) return false;
  if (selection.$cursor.parentOffset > 0) return false;
  if (selection.$cursor.parent.type.name !== "heading") return false;
  return setBlockType(nodeType(state.schema, "paragraph"))(state, dispatch);
};

export const heading: NodePart = {
  spec: {
    group: "block",
    content: "inline*",
    defining: true,
    attrs: { level: { default: 2, validate: isLevel } },
    parseDOM: [
      { tag: "h1", attrs: { level: 2 } },
      ...levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
      { tag: "h5", attrs: { level: 4 } },
      { tag: "h6", attrs: { level: 4 } },
    ],
    toDOM: (node) => [`h${node.attrs["level"] as number}`, 0],
  },
  actions: levels.map((level): Action => ({
    id: `heading-${level}` satisfies EditorCommand,
    group: "block",
    key: `Mod-Alt-${level}`,
    run: toggleHeading(level),
    active: (state) => blockIsActive(state, "heading", { level }),
    bodyOnly: true,
  })),
  keys: () => ({ Backspace: backToParagraph }),
  rules: ({ schema, settings }) =>
    settings.kind === "notes"
      ? []
      : [
          textblockTypeInputRule(/^(#{2,4})\s$/, nodeType(schema, "heading"), (match) => ({
            level: match[1]?.length,
          })),
        ],
};

function isLevel(level: unknown): void {
  if (!levels.some((known) => known === level)) throw new RangeError("A heading has level 2 to 4.");
}
