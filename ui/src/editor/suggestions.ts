// The suggestions in a text, and deciding on them.

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { canSplit } from "prosemirror-transform";

import { decision, newParagraph } from "./suggesting";
import { markType, nodeType } from "./types";

/** A change that somebody suggests: what goes out, what comes in, and where. */
export interface Suggestion {
  id: string;
  by: string;
  at: string;
  from: number;
  to: number;
  deleted: string;
  inserted: string;
}

/** Words under a comment. */
export interface Commented {
  id: string;
  from: number;
  to: number;
  words: string;
}

interface Run {
  from: number;
  to: number;
  insertion: boolean;
}

/** The suggestions of a text, in its order. Pieces under one id are one suggestion. */
export function suggestionsIn(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  eachRemarked(doc, (node, pos) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== "insertion" && type.name !== "deletion") continue;
      const { id, by, at } = attrs as { id: string; by: string; at: string };
      const one = found.get(id) ?? { id, by, at, from: pos, to: pos, deleted: "", inserted: "" };
      one.to = pos + node.nodeSize;
      one[type.name === "insertion" ? "inserted" : "deleted"] += node.text ?? "";
      found.set(id, one);
    }
  });
  return [...found.values()];
}

/** The words that are commented on, in their order. */
export function commentsIn(doc: Node): Commented[] {
  const found = new Map<string, Commented>();
  eachRemarked(doc, (node, pos) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== "comment") continue;
      const id = attrs["id"] as string;
      const one = found.get(id) ?? { id, from: pos, to: pos, words: "" };
      one.to = pos + node.nodeSize;
      one.words += node.text ?? "";
      found.set(id, one);
    }
  });
  return [...found.values()];
}

const remarks = new Set(["insertion", "deletion", "comment"]);

/** Whether a block at the top has a suggestion or a comment in it, as far as it was asked. */
const remarked = new WeakMap<Node, boolean>();

/** Visits what is within the blocks that are remarked on; the others are not gone through again. */
function eachRemarked(doc: Node, visit: (node: Node, pos: number) => void): void {
  doc.forEach((block, offset) => {
    if (!isRemarked(block)) return;
    visit(block, offset);
    block.descendants((node, pos) => visit(node, offset + 1 + pos));
  });
}

function isRemarked(block: Node): boolean {
  let has = remarked.get(block);
  if (has === undefined) {
    has = hasRemark(block);
    block.descendants((node) => void (has ||= hasRemark(node)));
    remarked.set(block, has);
  }
  return has;
}

function hasRemark({ marks }: Node): boolean {
  return marks.some(({ type }) => remarks.has(type.name));
}

/** Accepts or rejects the suggestions of these ids, or all of them, as one change. */
export function decide(
  state: EditorState,
  ids: ReadonlySet<string> | null,
  accept: boolean,
): Transaction {
  const { tr, schema } = state;
  // From the end, so that the places of those before it stay right.
  for (const { from, to, insertion } of runsOf(state.doc, ids).reverse()) {
    const goes = insertion !== accept;
    if (goes) takeOut(tr, from, to, accept);
    else tr.removeMark(from, to, markType(schema, insertion ? "insertion" : "deletion"));
    if (!goes && insertion) beginParagraphs(tr, from, to);
  }
  return decision(tr);
}

function runsOf(doc: Node, ids: ReadonlySet<string> | null): Run[] {
  const runs: Run[] = [];
  doc.descendants((node, pos) => {
    const [from, to] = [pos, pos + node.nodeSize];
    const marks = node.marks.filter(({ attrs }) => !ids || ids.has(attrs["id"] as string));
    const has = (name: string) => marks.some(({ type }) => type.name === name);
    // Words that one reader wants in and another wants out are decided from the inside.
    if (has("insertion")) runs.push({ from, to, insertion: true });
    if (has("deletion")) runs.push({ from, to, insertion: false });
  });
  return joined(runs);
}

/** Pieces that only other marks keep apart are one run, so that a block is seen to be empty after it. */
function joined(runs: Run[]): Run[] {
  return runs.reduce<Run[]>((all, run) => {
    const last = all.at(-1);
    if (last?.insertion === run.insertion && last.to === run.from) last.to = run.to;
    else all.push({ ...run });
    return all;
  }, []);
}

/** Takes words out; a block of which nothing is left goes with them when that was accepted. */
function takeOut(tr: Transaction, wantedFrom: number, wantedTo: number, accepted: boolean): void {
  const from = tr.mapping.map(wantedFrom, 1);
  const to = tr.mapping.map(wantedTo, -1);
  if (from >= to) return;
  const $from = tr.doc.resolve(from);
  const whole = from === $from.start() && to === $from.end();
  let { depth } = $from;
  while (depth > 1 && isOfList($from.node(depth - 1)) && $from.node(depth - 1).childCount === 1)
    depth--;
  const index = $from.index(depth - 1);
  if (whole && accepted && $from.node(depth - 1).canReplace(index, index + 1))
    tr.delete($from.before(depth), $from.after(depth));
  else tr.delete(from, to);
}

function isOfList({ type }: Node): boolean {
  return ["list_item", "bullet_list", "ordered_list"].includes(type.name);
}

/** Begins a paragraph at each sign for one. */
function beginParagraphs(tr: Transaction, wantedFrom: number, wantedTo: number): void {
  const { schema } = tr.doc.type;
  const from = tr.mapping.map(wantedFrom, -1);
  const text = tr.doc.textBetween(from, tr.mapping.map(wantedTo, 1), "\n", "\uFFFC");
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] !== newParagraph) continue;
    tr.delete(from + i, from + i + 1);
    const $at = tr.doc.resolve(from + i);
    const inItem = $at.depth > 1 && $at.node(-1).type.name === "list_item";
    const depth = inItem && canSplit(tr.doc, from + i, 2) ? 2 : 1;
    const types =
      $at.parent.type.name === "heading" ? [{ type: nodeType(schema, "paragraph") }] : undefined;
    if (canSplit(tr.doc, from + i, depth, types)) tr.split(from + i, depth, types);
  }
}
