// A line between two parts of the text.

import { InputRule } from "prosemirror-inputrules";
import type { Command } from "prosemirror-state";

import { insertBlock } from "../insert";
import type { NodePart } from "../part";
import { nodeType } from "../types";

const insertDivider: Command = (state, dispatch) =>
  insertBlock(nodeType(state.schema, "divider").create())(state, dispatch);

export const divider: NodePart = {
  spec: {
    group: "block",
    parseDOM: [{ tag: "hr" }],
    toDOM: () => ["hr"],
  },
  actions: [{ id: "divider", group: "insert", run: insertDivider, bodyOnly: true }],
  rules: ({ settings }) =>
    settings.kind === "notes"
      ? []
      : [
          // Two hyphens have become a dash by the time the third is typed.
          new InputRule(/^(?:--|–|—)-$/, (state, _match, start, end) => {
            const tr = state.tr.delete(start, end);
            const $start = tr.doc.resolve(start);
            if ($start.depth !== 1) return null;
            return tr.insert($start.before(), nodeType(state.schema, "divider").create());
          }),
        ],
};
