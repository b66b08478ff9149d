// Suggesting: while it is on, what somebody writes or deletes is marked and changes nothing.
//
// The rule is made on transactions, so that it holds for typing, input methods, pasting, cutting,
// replacing and mending alike. Only words can be suggested: what would change form (a list, a table,
// a picture, emphasis) is refused. A paragraph that somebody wants to begin is suggested as ¶.

import { Fragment, Slice, type Mark, type Node } from "prosemirror-model";
import {
  Plugin,
  Selection,
  TextSelection,
  type EditorState,
  type Transaction,
} from "prosemirror-state";
import { AddMarkStep, RemoveMarkStep, ReplaceStep } from "prosemirror-transform";

import type { EditorContext } from "./host";
import { markType } from "./types";

/** A new paragraph, among suggested words. */
export const newParagraph = "¶";

/** Transactions that decide on suggestions, and so are no suggestions themselves. */
const decided = "decided";

/** What must be said of a change after it was made a suggestion. */
const carried = ["paste", "uiEvent", "composition", "addToHistory", "revert$"];

/** Which way the last key deletes: the caret goes to that side of what it strikes out. */
let deleting: "back" | "forward" = "back";

interface Range {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/** Marks a transaction as one that changes the text itself, also while suggesting. */
export function decision(tr: Transaction): Transaction {
  return tr.setMeta(decided, true);
}

/** A change as a suggestion of its own; null when it cannot be one. */
export function asSuggestion(
  state: EditorState,
  asked: Transaction,
  by: string,
): Transaction | null {
  if (!asked.docChanged || isFree(asked)) return asked;
  const forms = asked.steps.some(
    (step) => step instanceof AddMarkStep || step instanceof RemoveMarkStep,
  );
  const words = asked.steps.filter((step) => step instanceof ReplaceStep);
  const others = asked.steps.some(
    (step) =>
      !(
        step instanceof ReplaceStep ||
        step instanceof AddMarkStep ||
        step instanceof RemoveMarkStep
      ),
  );
  if (others || (forms && words.length === 0)) return null;

  const ranges = rangesOf(asked);
  const inserted = ranges.map(({ fromB, toB }) => wordsOf(asked.doc.slice(fromB, toB)));
  if (inserted.some((nodes) => nodes === null)) return null;
  if (isOwnAlready(state, ranges, inserted as Node[][], by)) return asked;

  const { tr } = state;
  const mark: Suggested = { id: newId(), by, at: new Date(asked.time).toISOString() };
  let caret: number | null = null;
  for (let i = ranges.length - 1; i >= 0; i--) {
    const range = ranges[i];
    const nodes = inserted[i];
    if (!range || !nodes) continue;
    const before = tr.steps.length;
    const struck = strike(tr, range.fromA, range.toA, mark);
    if (struck === "form") return null;
    const end = tr.mapping.slice(before).map(range.toA);
    const at = nodes.length > 0 ? write(tr, end, nodes, mark, struck) : null;
    if (at === "nowhere") return null;
    caret = at ?? (deleting === "forward" ? end : range.fromA);
  }
  if (caret !== null && ranges.length === 1) {
    const $caret = tr.doc.resolve(Math.min(caret, tr.doc.content.size));
    tr.setSelection(
      $caret.parent.inlineContent
        ? TextSelection.create(tr.doc, caret)
        : Selection.near($caret, -1),
    );
  }
  for (const key of carried) {
    const value = asked.getMeta(key) as unknown;
    if (value !== undefined) tr.setMeta(key, value);
  }
  if (asked.scrolledIntoView) tr.scrollIntoView();
  return tr.setTime(asked.time);
}

/** While not suggesting: what is typed inside words that are to go out is not to go out with them. */
export function besideSuggestions(asked: Transaction): Transaction {
  if (!asked.docChanged || isFree(asked)) return asked;
  const type = markType(asked.doc.type.schema, "deletion");
  const typed = asked.steps.flatMap((step, i) => {
    if (!(step instanceof ReplaceStep) || step.slice.content.firstChild?.isText !== true) return [];
    const onward = asked.mapping.slice(i);
    return [{ from: onward.map(step.from, -1), to: onward.map(step.to, 1) }];
  });
  for (const { from, to } of typed) asked.removeMark(from, to, type);
  return asked;
}

/** What the keyboard does while suggesting, before anybody else is asked. */
export function suggesting({ settings }: EditorContext): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (!settings.suggesting) return false;
        deleting =
          event.key === "Delete" || (event.ctrlKey && event.key === "d") ? "forward" : "back";
        if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey) return false;
        view.dispatch(view.state.tr.insertText(newParagraph).scrollIntoView());
        return true;
      },
    },
  });
}

type Suggested = { id: string; by: string; at: string };

/** Undo and Redo bring back what was there, and decisions are made on purpose. */
function isFree(tr: Transaction): boolean {
  return tr.getMeta("history$") !== undefined || tr.getMeta(decided) === true;
}

/** What changed, in the text before and in the text after, from the start. */
function rangesOf(tr: Transaction): Range[] {
  const back = tr.mapping.invert();
  const ranges: Range[] = [];
  tr.mapping.maps.forEach((map, i) => {
    const onward = tr.mapping.slice(i + 1);
    map.forEach((_from, _to, from, to) => {
      const [fromB, toB] = [onward.map(from, -1), onward.map(to, 1)];
      ranges.push({ fromA: back.map(fromB, -1), toA: back.map(toB, 1), fromB, toB });
    });
  });
  ranges.sort((a, b) => a.fromA - b.fromA || a.fromB - b.fromB);
  return ranges.reduce<Range[]>((merged, range) => {
    const last = merged.at(-1);
    if (!last || range.fromA > last.toA || range.fromB > last.toB) return [...merged, range];
    last.toA = Math.max(last.toA, range.toA);
    last.toB = Math.max(last.toB, range.toB);
    return merged;
  }, []);
}

/** The words of a piece of text on one line; null when there is more in it than words. */
function wordsOf({ content }: Slice): Node[] | null {
  const words: Node[] = [];
  let first = true;
  let onlyWords = true;
  const collect = (fragment: Fragment) => {
    fragment.forEach((node) => {
      const { schema } = node.type;
      if (node.isText) words.push(node);
      else if (node.type.name === "hard_break") words.push(schema.text(newParagraph));
      else if (node.isAtom || node.type.name === "table") onlyWords = false;
      else if (node.isTextblock) {
        if (!first) words.push(schema.text(newParagraph));
        collect(node.content);
        first = false;
      } else collect(node.content);
    });
  };
  collect(content);
  return onlyWords ? words : null;
}

/** Whether a change is within what the same reader suggested before, and marked as that already. */
function isOwnAlready(
  { doc }: EditorState,
  ranges: Range[],
  inserted: Node[][],
  by: string,
): boolean {
  const isOwn = (node: Node) =>
    ownMark(node, "insertion", by) !== null &&
    !node.marks.some(({ type }) => type.name === "deletion");
  return ranges.every(({ fromA, toA }, i) => {
    let own = inserted[i]?.every(isOwn) ?? true;
    doc.nodesBetween(fromA, toA, (node, pos) => {
      const inside = pos < toA && pos + node.nodeSize > fromA;
      if (inside && (node.isInline || pos >= fromA)) own &&= node.isText && isOwn(node);
    });
    return own && (inserted[i]?.length !== 0 || fromA !== toA);
  });
}

/**
 * Strikes out a range: own suggestions go at once, other words are marked. Returns the mark that the
 * words have now, null when there were none, and "form" when the range holds no words but a picture
 * or the like.
 */
function strike(
  tr: Transaction,
  from: number,
  to: number,
  suggested: Suggested,
): Mark | "form" | null {
  const { schema } = tr.doc.type;
  const pieces: { from: number; to: number; node: Node }[] = [];
  let form = false;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText)
      pieces.push({ from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize), node });
    else if (node.isAtom && node.type.name !== "hard_break" && pos >= from) form = true;
  });
  if (form && pieces.length === 0) return "form";
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const beside = (node: Node | null) => ownMark(node, "deletion", suggested.by);
  const mark =
    beside(tr.doc.resolve(first.from).nodeBefore) ??
    beside(tr.doc.resolve(last.to).nodeAfter) ??
    markType(schema, "deletion").create(suggested);
  let struck: Mark | null = null;
  for (const piece of pieces.reverse()) {
    if (ownMark(piece.node, "insertion", suggested.by)) tr.delete(piece.from, piece.to);
    else if (!piece.node.marks.some(({ type }) => type.name === "deletion")) {
      tr.addMark(piece.from, piece.to, mark);
      struck = mark;
    }
  }
  return struck;
}

/** Writes words at a place, as suggested. Returns where they end. */
function write(
  tr: Transaction,
  wanted: number,
  words: Node[],
  suggested: Suggested,
  struck: Mark | null,
): number | "nowhere" {
  const { schema } = tr.doc.type;
  const near = Selection.near(tr.doc.resolve(Math.min(wanted, tr.doc.content.size)), -1).$to;
  if (!near.parent.inlineContent) return "nowhere";
  const at = near.pos;
  const beside =
    ownMark(near.nodeBefore, "insertion", suggested.by) ??
    ownMark(near.nodeAfter, "insertion", suggested.by);
  const id = struck ? (struck.attrs["id"] as string) : suggested.id;
  const mark = beside ?? markType(schema, "insertion").create({ ...suggested, id });
  const marked = words.map((node) =>
    node.mark(
      mark.addToSet(
        node.marks.filter(({ type }) => !["insertion", "deletion", "comment"].includes(type.name)),
      ),
    ),
  );
  const content = Fragment.fromArray(marked);
  tr.replace(at, at, new Slice(content, 0, 0));
  return at + content.size;
}

function ownMark(node: Node | null, name: "insertion" | "deletion", by: string): Mark | null {
  return node?.marks.find(({ type, attrs }) => type.name === name && attrs["by"] === by) ?? null;
}

/** An id that no other suggestion or comment has, on this desk or another. */
export function newId(): string {
  return crypto.randomUUID();
}
