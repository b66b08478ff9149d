// What the toolbar and the status line are told about the selection.

import type { EditorState } from "prosemirror-state";
import { isInTable } from "prosemirror-tables";

import { actions, type EditorCommand } from "./commands";
import { charactersIn, wordsIn } from "./count";
import type { EditorSettings } from "./host";

/** What is on, what can be done, and how much is selected. */
export interface SelectionInfo {
  active: ReadonlySet<EditorCommand>;
  possible: ReadonlySet<EditorCommand>;
  inTable: boolean;
  /** Which way the text runs. */
  direction: "ltr" | "rtl";
  /** Null when nothing is selected. */
  selected: { characters: number; words: number } | null;
}

/** Asks every command about a state; not for each key. */
export function selectionInfo(
  state: EditorState,
  { kind, editable, direction }: EditorSettings,
): SelectionInfo {
  const active = new Set<EditorCommand>();
  const possible = new Set<EditorCommand>();
  for (const action of actions) {
    if (action.bodyOnly && kind === "notes") continue;
    if (action.active?.(state)) active.add(action.id);
    if (editable && action.run(state)) possible.add(action.id);
  }
  return { active, possible, inTable: isInTable(state), direction, selected: selectedIn(state) };
}

function selectedIn(state: EditorState): SelectionInfo["selected"] {
  const { from, to, empty } = state.selection;
  if (empty) return null;
  const text = state.doc.textBetween(from, to, "\n", "\n");
  return { characters: charactersIn(text), words: wordsIn(text) };
}
