// The text in two parts at the caret, for a release that becomes two.

import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";

import { bodyOf } from "./body";

/** What stands before the caret and what follows it; null when one of them is empty. */
export function partsAt({
  doc,
  selection,
}: EditorState): { before: BodyJson; after: BodyJson } | null {
  const { $from } = selection;
  const top = $from.depth > 0 ? $from.node(1) : null;
  // A table is not cut in two: it goes with what follows.
  const at = top?.type.name === "table" ? $from.before(1) : $from.pos;
  const before = trimmed(doc.cut(0, at));
  const after = trimmed(doc.cut(at));
  return before.childCount > 0 && after.childCount > 0
    ? { before: bodyOf(before), after: bodyOf(after) }
    : null;
}

/** Without the empty paragraphs at its ends, of which a cut makes one. */
function trimmed(doc: Node): Node {
  const blocks = [...doc.children];
  while (blocks.at(-1) && isEmpty(blocks.at(-1))) blocks.pop();
  while (blocks[0] && isEmpty(blocks[0])) blocks.shift();
  return doc.type.create(null, blocks);
}

function isEmpty(block: Node | undefined): boolean {
  return block !== undefined && !block.isAtom && block.content.size > 0
    ? block.textContent === "" && !holdsAtom(block)
    : block?.isTextblock === true && block.content.size === 0;
}

function holdsAtom(block: Node): boolean {
  let found = false;
  block.descendants((node) => {
    found ||= node.isAtom && !node.isText;
  });
  return found;
}
