// Putting a whole block at the top of the text, where figures, tables and dividers stand.

import type { Node } from "prosemirror-model";
import { TextSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";

import { nodeType } from "./types";

/** Inserts the block after the one with the caret, or in the place of that one if it is an empty paragraph. */
export function insertBlock(block: Node): Command {
  return (state, dispatch) => {
    dispatch?.(placeBlock(state, state.selection.to, block).tr.scrollIntoView());
    return true;
  };
}

/**
 * The transaction that puts a block at the top level near a position, and where the block then stands.
 * A paragraph follows it where the text would otherwise end with it. The caret goes into the block if
 * it takes text, else behind it.
 */
export function placeBlock(
  state: EditorState,
  at: number,
  block: Node,
): { tr: Transaction; pos: number } {
  const { tr } = state;
  const $at = tr.doc.resolve(at);
  let pos = $at.depth === 0 ? at : $at.after(1);
  const top = $at.depth === 0 ? null : $at.node(1);
  if (top && top.type.name === "paragraph" && top.content.size === 0) {
    pos = $at.before(1);
    tr.replaceWith(pos, $at.after(1), block);
  } else {
    tr.insert(pos, block);
  }
  const end = pos + block.nodeSize;
  if (end === tr.doc.content.size) tr.insert(end, nodeType(state.schema, "paragraph").create());
  const caret = block.isAtom ? end : pos;
  return { tr: tr.setSelection(TextSelection.near(tr.doc.resolve(caret), 1)), pos };
}
