// The editor's commands by name: one list for toolbar, keyboard, menus and palette.

import { undoInputRule } from "prosemirror-inputrules";
import { chainCommands } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";

import type { Action } from "./part";
import { markParts, nodeParts } from "./schema";
import { markType } from "./types";

export type CommandGroup = "history" | "block" | "mark" | "insert" | "table";

export type EditorCommand =
  | "undo"
  | "redo"
  | "paragraph"
  | "heading-2"
  | "heading-3"
  | "heading-4"
  | "bullet-list"
  | "ordered-list"
  | "indent"
  | "outdent"
  | "quotation"
  | "strong"
  | "emphasis"
  | "subscript"
  | "superscript"
  | "plain"
  | "link"
  | "unlink"
  | "table"
  | "figure"
  | "divider"
  | "hard-break"
  | "row-above"
  | "row-below"
  | "column-before"
  | "column-after"
  | "delete-row"
  | "delete-column"
  | "header-row"
  | "header-column"
  | "merge-cells"
  | "split-cell"
  | "align-start"
  | "align-center"
  | "align-end"
  | "delete-table";

/** Takes emphasis and position off the selected words; links and what is unknown stay. */
const makePlain: Command = (state, dispatch) => {
  if (state.selection.empty) return false;
  if (dispatch) {
    const { tr } = state;
    for (const { $from, $to } of state.selection.ranges)
      for (const name of ["emphasis", "strong", "subscript", "superscript"] as const)
        tr.removeMark($from.pos, $to.pos, markType(state.schema, name));
    dispatch(tr);
  }
  return true;
};

/** Every named command, in the order of the toolbar's groups. */
export const actions: readonly Action[] = [
  // What a rule has just made of the typing (a list, a curly quote) is one step of its own.
  { id: "undo", group: "history", key: "Mod-z", run: chainCommands(undoInputRule, undo) },
  { id: "redo", group: "history", key: "Mod-Shift-z", run: redo },
  ...Object.values(nodeParts).flatMap((part) => ("actions" in part ? (part.actions ?? []) : [])),
  ...Object.values(markParts).flatMap((part) => part.actions ?? []),
  { id: "plain", group: "mark", key: "Mod-\\", run: makePlain },
];

/** The commands for menus and palettes. */
export const editorCommands: readonly { id: EditorCommand; key?: string; group: CommandGroup }[] =
  actions.map(({ id, key, group }) => (key ? { id, key, group } : { id, group }));

const byName = new Map(actions.map((action) => [action.id, action]));

/** The command of that name. */
export function actionNamed(id: EditorCommand): Action {
  const action = byName.get(id);
  if (!action) throw new Error(`The editor has no command “${id}”.`);
  return action;
}
