// What both lists share: turning text into a list and back, changing one kind into the other, and depth.

import {
  liftListItem,
  sinkListItem,
  splitListItem,
  wrapRangeInList,
} from "prosemirror-schema-list";
import { TextSelection, type Command, type EditorState } from "prosemirror-state";

import { ancestor, enclosingList } from "../selection";
import { nodeType } from "../types";

export type ListName = "bullet_list" | "ordered_list";

/** Whether the innermost list around the selection is of that kind. */
export function listIsActive(state: EditorState, name: ListName): boolean {
  return enclosingList(state)?.node.type.name === name;
}

/** Makes a list of the selected blocks, turns a list of the other kind into this one, or ends this one. */
export function toggleList(name: ListName): Command {
  return (state, dispatch) => {
    const list = enclosingList(state);
    if (list?.node.type.name === name) return outdent(state, dispatch);
    const type = nodeType(state.schema, name);
    const tr = state.tr;
    if (list) {
      dispatch?.(tr.setNodeMarkup(list.pos, type).scrollIntoView());
      return true;
    }
    const { from, to } = state.selection;
    tr.setBlockType(from, to, nodeType(state.schema, "paragraph"));
    const range = tr.selection.$from.blockRange(tr.selection.$to);
    if (!range || !wrapRangeInList(tr, range, type)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Puts the item under the one before it. */
export const indent: Command = (state, dispatch) =>
  sinkListItem(nodeType(state.schema, "list_item"))(state, dispatch);

/** Takes the item one level out, at the outermost level out of the list. */
export const outdent: Command = (state, dispatch) =>
  liftListItem(nodeType(state.schema, "list_item"))(state, dispatch);

/** Begins the next item; in an empty item, leaves the list. */
export const nextItem: Command = (state, dispatch) =>
  splitListItem(nodeType(state.schema, "list_item"))(state, dispatch);

/** In a list Tab means depth and nothing else, also where there is none to gain. */
export const tabInList: Command = (state, dispatch) => {
  if (!ancestor(state.selection.$from, "list_item")) return false;
  indent(state, dispatch);
  return true;
};

export const shiftTabInList: Command = (state, dispatch) =>
  ancestor(state.selection.$from, "list_item") !== null && outdent(state, dispatch);

/** At the very start of an item, Backspace takes it out before it joins lines. */
export const backOut: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !selection.$cursor) return false;
  const { $cursor } = selection;
  if ($cursor.parentOffset > 0 || $cursor.index(-1) > 0) return false;
  if ($cursor.node(-1).type.name !== "list_item") return false;
  return outdent(state, dispatch);
};
