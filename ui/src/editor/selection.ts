// Questions about where the selection stands: for pressed buttons, and for parts that share them.

import type { Attrs, Node, ResolvedPos } from "prosemirror-model";
import { NodeSelection, TextSelection, type EditorState, type Selection } from "prosemirror-state";

import type { MarkName, NodeName } from "./schema";
import { markType, nodeType } from "./types";

/** A node around or at the selection, and the position before it. */
export interface Found {
  node: Node;
  pos: number;
}

/** The selection as a range of text: with everything selected, from the first character to the last. */
export function textRange({ selection }: EditorState): Selection {
  return TextSelection.between(selection.$from, selection.$to);
}

/** Whether the text block with the caret is of that type, with those attributes. */
export function blockIsActive(state: EditorState, name: NodeName, attrs?: Attrs): boolean {
  return state.selection.$from.parent.hasMarkup(nodeType(state.schema, name), attrs);
}

/** The innermost node of that type around the selection, or the selected node itself. */
export function enclosing(state: EditorState, name: NodeName): Found | null {
  const { selection } = state;
  if (selection instanceof NodeSelection && selection.node.type.name === name)
    return { node: selection.node, pos: selection.from };
  return ancestor(selection.$from, name);
}

/** The innermost node of that type around a position. */
export function ancestor($pos: ResolvedPos, name: NodeName): Found | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (node.type.name === name) return { node, pos: $pos.before(depth) };
  }
  return null;
}

/** The innermost list around the selection. */
export function enclosingList(state: EditorState): Found | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type;
    if (name === "bullet_list" || name === "ordered_list")
      return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

/** Whether the next character typed, or all the selected text, carries the mark. */
export function markIsActive(state: EditorState, name: MarkName): boolean {
  const type = markType(state.schema, name);
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  let some = false;
  let all = true;
  state.doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return true;
    some = true;
    all &&= type.isInSet(node.marks) !== undefined;
    return false;
  });
  return some && all;
}
