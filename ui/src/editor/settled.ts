// The text as it stands while suggestions are open: what is suggested to come in is not there yet.
//
// Mirrors `Body::settled` of the Rust model. Checks and counts read this text, so the places that
// they name are looked up in it, past the words that are only suggested.

import { Fragment, Slice, type Node } from "prosemirror-model";

/** Whether an inline node is part of the text already. */
export function stands(node: Node): boolean {
  return node.marks.every((mark) => mark.type.name !== "insertion");
}

/** The text of a text block as it stands: a line break is one `\n`, another inline node one U+FFFC. */
export function settledText(block: Node): string {
  let text = "";
  block.forEach((child) => {
    if (stands(child)) text += textOf(child);
  });
  return text;
}

/** The text between two positions of one text block, as it stands. */
export function settledBetween(doc: Node, from: number, to: number): string {
  let text = "";
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline || !stands(node)) return !node.isInline;
    const [start, end] = [Math.max(0, from - pos), Math.min(node.nodeSize, to - pos)];
    text += node.isText ? (node.text ?? "").slice(start, end) : textOf(node);
    return false;
  });
  return text;
}

/**
 * Where an offset of the settled text is in a text block: before what begins there, or after what
 * ends there, so that words that are only suggested stay outside.
 */
export function offsetIn(block: Node, units: number, side: "start" | "end"): number {
  let left = units;
  let offset = 0;
  for (const child of block.children) {
    if (stands(child)) {
      if (side === "end" ? left <= child.nodeSize : left < child.nodeSize) return offset + left;
      left -= child.nodeSize;
    }
    offset += child.nodeSize;
  }
  return offset;
}

/** What is copied or pasted carries words, and nobody's suggestions or comments. */
export function unremarked(slice: Slice): Slice {
  return new Slice(plain(slice.content), slice.openStart, slice.openEnd);
}

const remarks = new Set(["insertion", "deletion", "comment"]);

function plain(content: Fragment): Fragment {
  return Fragment.fromArray(
    content.content.map((node) =>
      node.isText
        ? node.mark(node.marks.filter((mark) => !remarks.has(mark.type.name)))
        : node.copy(plain(node.content)),
    ),
  );
}

function textOf(node: Node): string {
  if (node.isText) return node.text ?? "";
  return node.type.name === "hard_break" ? "\n" : "\uFFFC";
}
