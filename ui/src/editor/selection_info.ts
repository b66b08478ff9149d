// What the toolbar and the status line are told about the selection.

import type { EditorState } from "prosemirror-state";
import { isInTable } from "prosemirror-tables";

import { actions, type EditorCommand } from "./commands";
import { lengthIn, type Length } from "./count";
import type { EditorSettings } from "./host";
import type { MarkName } from "./schema";

/** What is on, what can be done, and how much is selected. */
export interface SelectionInfo {
  active: ReadonlySet<EditorCommand>;
  possible: ReadonlySet<EditorCommand>;
  inTable: boolean;
  /** The suggestion at the caret, by id. */
  suggestion: string | null;
  /** The thread of comments at the caret, by id. */
  thread: string | null;
  /** Which way the text runs. */
  direction: "ltr" | "rtl";
  /** Null when nothing is selected. */
  selected: Length | null;
}

/** Asks every command about a state; not for each key. */
export function selectionInfo(
  state: EditorState,
  { kind, editable, direction, suggesting }: EditorSettings,
): SelectionInfo {
  const active = new Set<EditorCommand>();
  const possible = new Set<EditorCommand>();
  for (const action of actions) {
    if (action.bodyOnly && kind === "notes") continue;
    if (action.active?.(state)) active.add(action.id);
    const free = !suggesting || action.group === "history";
    if (editable && free && action.run(state)) possible.add(action.id);
  }
  const inTable = isInTable(state);
  const suggestion = markedAt(state, "deletion") ?? markedAt(state, "insertion");
  const thread = markedAt(state, "comment");
  return { active, possible, inTable, suggestion, thread, direction, selected: selectedIn(state) };
}

/** The id of a mark on what stands before or after the caret. */
function markedAt({ selection }: EditorState, name: MarkName): string | null {
  const { $from } = selection;
  for (const node of [$from.nodeAfter, $from.nodeBefore]) {
    const mark = node?.marks.find(({ type }) => type.name === name);
    if (mark) return mark.attrs["id"] as string;
  }
  return null;
}

function selectedIn(state: EditorState): SelectionInfo["selected"] {
  const { from, to, empty } = state.selection;
  const length = empty ? null : lengthIn(state.doc.textBetween(from, to, "\n", "\n"));
  return length && length.characters > 0 ? length : null;
}
