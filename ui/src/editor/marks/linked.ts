// Reading and setting the link at the selection.

import type { Mark } from "prosemirror-model";
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";

import { textRange } from "../selection";
import { markType } from "../types";

/** A link and the range that it covers. */
export interface Linked {
  mark: Mark;
  from: number;
  to: number;
}

/** The link at the caret, also at either end of it, or at the start of the selection. */
export function linkAt(state: EditorState): Linked | null {
  const { $from } = textRange(state);
  const type = markType(state.schema, "link");
  const mark =
    type.isInSet($from.nodeAfter?.marks ?? []) ?? type.isInSet($from.nodeBefore?.marks ?? []);
  if (!mark) return null;
  const { parent } = $from;
  let first = $from.index();
  // At the end of a link the index already points at what follows it.
  if (first === parent.childCount || !mark.isInSet(parent.child(first).marks)) first--;
  let last = first;
  while (first > 0 && mark.isInSet(parent.child(first - 1).marks)) first--;
  while (last + 1 < parent.childCount && mark.isInSet(parent.child(last + 1).marks)) last++;
  return { mark, from: $from.posAtIndex(first), to: $from.posAtIndex(last + 1) };
}

/** Puts an address on a range, and the caret behind it; an empty range gets words of its own, the address if nothing else is given. */
export function setLink(
  state: EditorState,
  range: { from: number; to: number },
  href: string,
  words = href.replace(/^(?:mailto|tel):/i, ""),
): Transaction {
  const { tr, schema } = state;
  const { from, to } = range;
  const mark = markType(schema, "link").create({ href });
  if (from < to) {
    tr.removeMark(from, to, mark.type).addMark(from, to, mark);
    return tr.setSelection(TextSelection.near(tr.doc.resolve(to), -1));
  }
  const marks = mark.addToSet(state.storedMarks ?? tr.doc.resolve(from).marks());
  return tr.insert(from, schema.text(words, marks)).removeStoredMark(mark.type);
}
