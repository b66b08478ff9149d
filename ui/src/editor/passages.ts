// The text of a document as numbered passages: the address that findings use.
//
// Mirrors `Body::passages` of the Rust model: every paragraph and heading wherever it is nested, and
// each figure as one passage (its caption), in document order. Offsets are Unicode characters.

import type { Node } from "prosemirror-model";

import { isBlockName } from "./body";
import { offsetIn, settledText } from "./settled";

/** A passage: the node that holds its text, and the position before that node. */
export interface Passage {
  pos: number;
  node: Node;
}

/** Where a stretch of a passage stands: in the text, or in the caption of the figure at a position. */
export type Stretch =
  | { kind: "text"; from: number; to: number }
  | { kind: "caption"; figure: number; start: number; end: number };

/**
 * The passages of a document. Those of a block that did not change are remembered, so that a call
 * after a keystroke walks the changed block only.
 */
export function passages(doc: Node): Passage[] {
  const all: Passage[] = [];
  doc.forEach((block, offset) => {
    for (const { pos, node } of passagesWithin(block)) all.push({ pos: offset + pos, node });
  });
  return all;
}

/** Where a finding's place is in the document; null when there is no such place, or it is in a part kept unread. */
export function stretch(
  all: Passage[],
  place: { block: number; start: number; end: number },
): Stretch | null {
  const passage = all[place.block];
  if (!passage) return null;
  const text = passageText(passage.node);
  if (text === null) return null;
  const start = codeUnits(text, place.start);
  const end = codeUnits(text, place.end);
  if (start === null || end === null || start > end) return null;
  if (passage.node.isTextblock) {
    const from = passage.pos + 1 + offsetIn(passage.node, start, "start");
    const to = passage.pos + 1 + offsetIn(passage.node, end, "end");
    return { kind: "text", from, to: Math.max(from, to) };
  }
  return { kind: "caption", figure: passage.pos, start, end };
}

/** The text of a passage as the checks see it: as it stands, without what is only suggested. */
export function passageText(node: Node): string | null {
  if (node.isTextblock) return settledText(node);
  return node.type.name === "figure" ? (node.attrs["caption"] as string) : null;
}

/** The text of a text block, one UTF-16 code unit for each position in it. */
export function blockText(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, (leaf) =>
    leaf.type.name === "hard_break" ? "\n" : "\uFFFC",
  );
}

const remembered = new WeakMap<Node, Passage[]>();

/** Passages of a block at the top, with positions from its own start. */
function passagesWithin(block: Node): Passage[] {
  let found = remembered.get(block);
  if (!found) {
    found = [];
    collect(block, 0, found);
    remembered.set(block, found);
  }
  return found;
}

function collect(node: Node, pos: number, found: Passage[]): void {
  if (node.isTextblock || node.type.name === "figure") {
    found.push({ pos, node });
  } else if (node.type.name === "unknown_block") {
    // The checks read what the model knows, also where the editor's stricter schema keeps it unread.
    const count = passagesIn(node.attrs["json"] as NodeJson);
    for (let i = 0; i < count; i++) found.push({ pos, node });
  } else {
    node.forEach((child, offset) => collect(child, pos + 1 + offset, found));
  }
}

/** How many passages the Rust model counts in a block that is kept as it came. */
function passagesIn(json: NodeJson): number {
  const children = json.content ?? [];
  const level = json.attrs?.["level"];
  switch (json.type) {
    case "heading":
      return (level === 2 || level === 3 || level === 4) && isLine(children) ? 1 : 0;
    case "paragraph":
      return isLine(children) ? 1 : 0;
    case "figure":
      return children.length === 0 ? 1 : 0;
    case "quotation":
      return sum(children);
    case "bullet_list":
    case "ordered_list":
      return areAll(children, "list_item") ? sum(inside(children)) : 0;
    case "table": {
      const cells = inside(children);
      const sound = areAll(children, "table_row") && areAll(cells, "table_cell", "table_header");
      return sound ? sum(inside(cells)) : 0;
    }
    default:
      return 0;
  }
}

function sum(blocks: NodeJson[]): number {
  return blocks.reduce((count, block) => count + passagesIn(block), 0);
}

function inside(parents: NodeJson[]): NodeJson[] {
  return parents.flatMap((parent) => parent.content ?? []);
}

function isLine(children: NodeJson[]): boolean {
  return !children.some((child) => isBlockName(child.type));
}

function areAll(nodes: NodeJson[], ...names: string[]): boolean {
  return nodes.every((node) => names.includes(node.type));
}

/** The offset in UTF-16 code units of a character; null beyond the end. */
function codeUnits(text: string, characters: number): number | null {
  let units = 0;
  for (let left = characters; left > 0; left--) {
    const point = text.codePointAt(units);
    if (point === undefined) return null;
    units += point > 0xffff ? 2 : 1;
  }
  return units;
}
