// Find and replace in the text and in the fields of quotations, tables and figures.

import { Plugin, PluginKey, TextSelection, type EditorState } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { focusField } from "./fields";
import { blockText } from "./passages";

/** What is looked for. */
export interface Query {
  text: string;
  matchCase: boolean;
  wholeWord: boolean;
}

/** A hit: a range of the text, or of a field of the node at a position. */
export type Hit =
  | { kind: "text"; from: number; to: number }
  | { kind: "field"; pos: number; attr: string; start: number; end: number };

/** How many hits there are, and which one is chosen: from 1, or 0 for none. */
export interface FindInfo {
  total: number;
  current: number;
}

interface Found {
  pattern: RegExp | null;
  hits: readonly Hit[];
  /** Index of the chosen hit; -1 for none. */
  current: number;
  decorations: DecorationSet;
}

const nothing: Found = { pattern: null, hits: [], current: -1, decorations: DecorationSet.empty };

/** How long after a change the hits are looked for again, in milliseconds: not on every key. */
const settle = 150;

/** The fields of a node that hold words. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  quotation: ["speaker", "position"],
  table: ["caption"],
  figure: ["alt", "caption", "credit"],
};

const findKey = new PluginKey<Found>("find");

export function findPlugin(onFound: (info: FindInfo) => void): Plugin<Found> {
  return new Plugin<Found>({
    key: findKey,
    state: {
      init: () => nothing,
      apply(tr, found) {
        const fresh = tr.getMeta(findKey) as Found | undefined;
        if (fresh) return fresh;
        if (!tr.docChanged || !found.pattern) return found;
        return { ...found, decorations: found.decorations.map(tr.mapping, tr.doc) };
      },
    },
    props: { decorations: (state) => findKey.getState(state)?.decorations },
    view() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return {
        update(view, before) {
          const found = foundIn(view.state);
          if (found !== foundIn(before)) onFound(infoOf(found));
          if (!found.pattern || view.state.doc === before.doc) return;
          clearTimeout(timer);
          timer = setTimeout(() => refresh(view), settle);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

/** Looks for something and chooses the first hit at or after the caret; an empty text ends it. */
export function find(view: EditorView, query: Query): FindInfo {
  const pattern = patternOf(query);
  const hits = pattern ? hitsIn(view.state.doc, pattern) : [];
  const { from } = view.state.selection;
  const after = hits.findIndex((hit) => startOf(hit) >= from);
  return show(view, pattern, hits, hits.length === 0 ? -1 : Math.max(0, after));
}

/** Chooses the next or previous hit, round the end, and shows it. */
export function step(view: EditorView, by: 1 | -1): FindInfo {
  refresh(view);
  const { pattern, hits, current } = foundIn(view.state);
  if (hits.length === 0) return { total: 0, current: 0 };
  const next = current < 0 ? (by > 0 ? 0 : hits.length - 1) : current + by;
  return show(view, pattern, hits, (next + hits.length) % hits.length);
}

/** Replaces the chosen hit and goes to the next. */
export function replace(view: EditorView, replacement: string): FindInfo {
  refresh(view);
  const { pattern, hits, current } = foundIn(view.state);
  const hit = hits[current];
  if (!pattern || !hit || !view.editable) return infoOf(foundIn(view.state));
  const caret = startOf(hit) + replacement.length;
  view.dispatch(replaced(view.state, [hit], replacement));
  const left = hitsIn(view.state.doc, pattern);
  const next = left.findIndex(
    (other) => isAfter(other, hit, replacement) || startOf(other) >= caret,
  );
  return show(view, pattern, left, left.length === 0 ? -1 : Math.max(0, next));
}

/** Replaces every hit, in one step for Undo. Returns how many there were. */
export function replaceAll(view: EditorView, replacement: string): number {
  refresh(view);
  const { pattern, hits } = foundIn(view.state);
  if (!pattern || hits.length === 0 || !view.editable) return 0;
  view.dispatch(replaced(view.state, hits, replacement));
  show(view, pattern, hitsIn(view.state.doc, pattern), -1);
  return hits.length;
}

/** Shows where the search stands. */
export function findInfo(state: EditorState): FindInfo {
  return infoOf(foundIn(state));
}

/**
 * The pattern of a query. What looks the same when typed is the same: any space, any apostrophe,
 * any quotation mark, any hyphen.
 */
export function patternOf({ text, matchCase, wholeWord }: Query): RegExp | null {
  if (text === "") return null;
  const escaped = text
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    .replace(/[ \u00a0\u202f]/g, "[ \\u00a0\\u202f]")
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”„]/g, '["“”„]')
    .replace(/\\-|[\u2010\u2011]/g, "[\\-\\u2010\\u2011]");
  const letter = "[\\p{L}\\p{M}\\p{N}_]";
  const bounded = wholeWord ? `(?<!${letter})${escaped}(?!${letter})` : escaped;
  return new RegExp(bounded, matchCase ? "gu" : "giu");
}

function hitsIn(doc: Node, pattern: RegExp): Hit[] {
  const hits: Hit[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      for (const [start, end] of ranges(blockText(node), pattern))
        hits.push({ kind: "text", from: pos + 1 + start, to: pos + 1 + end });
      return false;
    }
    for (const attr of fieldsOf[node.type.name] ?? [])
      for (const [start, end] of ranges(node.attrs[attr] as string, pattern))
        hits.push({ kind: "field", pos, attr, start, end });
    return true;
  });
  return hits;
}

function ranges(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length]);
}

function replaced(state: EditorState, hits: readonly Hit[], replacement: string) {
  const { tr, schema } = state;
  // From the end, so that the places of those before it stay right.
  for (const hit of [...hits].reverse()) {
    if (hit.kind === "text") {
      const marks = state.doc.resolve(hit.from).nodeAfter?.marks ?? [];
      const words = replacement === "" ? [] : schema.text(replacement, marks);
      tr.replaceWith(hit.from, hit.to, words);
    } else {
      const pos = tr.mapping.map(hit.pos);
      const value = (tr.doc.nodeAt(pos)?.attrs[hit.attr] ?? "") as string;
      const changed = value.slice(0, hit.start) + replacement + value.slice(hit.end);
      tr.setNodeAttribute(pos, hit.attr, changed);
    }
  }
  return tr;
}

/** Looks again in the text as it is now, and keeps the chosen hit where it can. */
function refresh(view: EditorView): void {
  const { pattern, decorations, hits: old, current } = foundIn(view.state);
  if (!pattern || view.isDestroyed) return;
  const hits = hitsIn(view.state.doc, pattern);
  const [chosen] = decorations.find(undefined, undefined, (spec) => spec["current"] === true);
  const kept = chosen
    ? hits.findIndex((hit) => hit.kind === "text" && hit.from === chosen.from)
    : hits.findIndex((hit) => isSameField(hit, old[current]));
  set(view, pattern, hits, kept);
}

function show(
  view: EditorView,
  pattern: RegExp | null,
  hits: readonly Hit[],
  current: number,
): FindInfo {
  set(view, pattern, hits, current);
  const hit = hits[current];
  if (hit?.kind === "text") {
    const { tr, doc } = view.state;
    tr.setSelection(TextSelection.create(doc, hit.from, hit.to));
    view.dispatch(tr.scrollIntoView());
  } else if (hit) {
    const dom = view.nodeDOM(hit.pos);
    if (dom instanceof Element) dom.scrollIntoView({ block: "nearest" });
  }
  return { total: hits.length, current: current + 1 };
}

/** Puts the focus on the chosen hit, also where it is in a field. */
export function focusHit(view: EditorView): void {
  const { hits, current } = foundIn(view.state);
  const hit = hits[current];
  if (hit?.kind === "field") focusField(view, hit.pos, hit.attr, hit);
  else view.focus();
}

function set(
  view: EditorView,
  pattern: RegExp | null,
  hits: readonly Hit[],
  current: number,
): void {
  const { doc, tr } = view.state;
  const drawn = hits.map((hit, i) => {
    const now = i === current;
    const attrs = { class: now ? "hit hit-current" : "hit" };
    if (hit.kind === "text") return Decoration.inline(hit.from, hit.to, attrs, { current: now });
    const end = hit.pos + (doc.nodeAt(hit.pos)?.nodeSize ?? 1);
    return Decoration.node(hit.pos, end, { ...attrs, "data-hit": hit.attr });
  });
  const found: Found = { pattern, hits, current, decorations: DecorationSet.create(doc, drawn) };
  view.dispatch(tr.setMeta(findKey, found).setMeta("addToHistory", false));
}

function foundIn(state: EditorState): Found {
  return findKey.getState(state) ?? nothing;
}

function infoOf({ hits, current }: Found): FindInfo {
  return { total: hits.length, current: current + 1 };
}

function startOf(hit: Hit): number {
  return hit.kind === "text" ? hit.from : hit.pos;
}

function isSameField(hit: Hit, other: Hit | undefined): boolean {
  return (
    hit.kind === "field" &&
    other?.kind === "field" &&
    hit.pos === other.pos &&
    hit.attr === other.attr &&
    hit.start === other.start
  );
}

/** Whether a hit comes later in the same field than one that was just replaced. */
function isAfter(hit: Hit, replacedHit: Hit, replacement: string): boolean {
  return (
    hit.kind === "field" &&
    replacedHit.kind === "field" &&
    hit.pos === replacedHit.pos &&
    hit.attr === replacedHit.attr &&
    hit.start >= replacedHit.start + replacement.length
  );
}
