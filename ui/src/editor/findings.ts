// Findings of the checks, drawn under the words that they are about.
//
// Invariant: findings are decorations, never part of the document. They move with edits until the
// next check; what is drawn unchanged is not touched, so that a check does not redraw the text.

import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { focusField } from "./fields";
import type { Finding } from "./host";
import { passages, stretch, type Stretch } from "./passages";
import { settledBetween } from "./settled";

/** A finding drawn, under a number of its own. */
interface Drawn {
  findings: ReadonlyMap<number, Finding>;
  decorations: DecorationSet;
  next: number;
}

/** What a decoration remembers: which finding it draws and, in a caption, the range of characters. */
interface Spec {
  id: number;
  caption?: { start: number; end: number };
}

const findingsKey = new PluginKey<Drawn>("findings");

/** Tells which finding the pointer is on, with the element of its words; null when it leaves them. */
export type OnFinding = (finding: Finding | null, at: Element | null) => void;

export function findingsPlugin(onFinding: OnFinding): Plugin<Drawn> {
  let told: Finding | null = null;
  const tell = (finding: Finding | null, at: Element | null) => {
    if (finding === told || (finding && told && isSame(finding, told))) return;
    told = finding;
    onFinding(finding, at);
  };
  return new Plugin<Drawn>({
    key: findingsKey,
    state: {
      init: () => ({ findings: new Map(), decorations: DecorationSet.empty, next: 1 }),
      apply(tr, drawn) {
        const fresh = tr.getMeta(findingsKey) as Drawn | undefined;
        if (fresh) return fresh;
        if (!tr.docChanged || drawn.findings.size === 0) return drawn;
        return { ...drawn, decorations: drawn.decorations.map(tr.mapping, tr.doc) };
      },
    },
    props: {
      decorations: (state) => findingsKey.getState(state)?.decorations,
      handleDOMEvents: {
        mouseover(view, event) {
          const { target } = event;
          const dom = target instanceof Element ? target.closest(".finding") : null;
          tell(dom && worstAt(view.state, view.posAtDOM(dom, 0)), dom);
        },
        mouseleave: () => tell(null, null),
      },
    },
  });
}

/** Draws these findings in place of the ones before. Those whose words are no longer there are left out. */
export function setFindings(view: EditorView, findings: readonly Finding[]): void {
  const { state } = view;
  const before = drawnIn(state);
  const kept = new Map<number, Finding>();
  const old = new Map<string, Decoration>();
  for (const decoration of before.decorations.find()) {
    const finding = before.findings.get(specOf(decoration).id);
    if (finding) old.set(sameness(finding, decoration.from, decoration.to), decoration);
  }
  let { next } = before;
  const added: Decoration[] = [];
  const all = passages(state.doc);
  for (const finding of findings) {
    if (finding.block === null) continue;
    const place = stretch(all, { ...finding, block: finding.block });
    // A finding about something missing has no words to draw under.
    if (!place || finding.excerpt === "" || wordsAt(state, place) !== finding.excerpt) continue;
    const [from, to] = rangeOf(state, place);
    const key = sameness(finding, from, to);
    const drawn = old.get(key);
    if (drawn) {
      old.delete(key);
      kept.set(specOf(drawn).id, finding);
    } else {
      kept.set(next, finding);
      added.push(decorationOf(finding, place, state, next++));
    }
  }
  const decorations = before.decorations.remove([...old.values()]).add(state.doc, added);
  const drawn: Drawn = { findings: kept, decorations, next };
  view.dispatch(state.tr.setMeta(findingsKey, drawn).setMeta("addToHistory", false));
}

const SEVERITIES = ["error", "warning", "advice"];

/** The worst of the findings whose words stand at a position, and of those the shortest. */
function worstAt(state: EditorState, at: number): Finding | null {
  const { findings, decorations } = drawnIn(state);
  const there = decorations.find(at, at + 1).filter(({ from, to }) => from <= at && to > at);
  const [worst] = there
    .flatMap(({ spec, from, to }) => {
      const finding = findings.get((spec as Spec).id);
      return finding ? [{ finding, length: to - from }] : [];
    })
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
        a.length - b.length,
    );
  return worst?.finding ?? null;
}

/** Where to lead somebody who asks for a finding: to its words, or to where it was found. */
export function placeToShow(state: EditorState, finding: Finding): Stretch | null {
  const drawn = placeOf(state, finding);
  if (drawn || finding.block === null) return drawn;
  return stretch(passages(state.doc), { ...finding, block: finding.block });
}

/** Where a finding's words are now; null when it is not drawn, or its words have changed. */
function placeOf(state: EditorState, finding: Finding): Stretch | null {
  const { findings, decorations } = drawnIn(state);
  for (const [id, drawn] of findings) {
    if (!isSame(drawn, finding)) continue;
    const [decoration] = decorations.find(undefined, undefined, (spec: Spec) => spec.id === id);
    if (!decoration) return null;
    const { caption } = specOf(decoration);
    const place: Stretch = caption
      ? { kind: "caption", figure: decoration.from, ...caption }
      : { kind: "text", from: decoration.from, to: decoration.to };
    return wordsAt(state, place) === finding.excerpt ? place : null;
  }
  return null;
}

/** Replaces a finding's words, keeping their marks; false when they are no longer there. */
export function replaceFinding(view: EditorView, finding: Finding, replacement: string): boolean {
  const { state } = view;
  const place = placeOf(state, finding);
  if (!place) return false;
  const { tr, schema } = state;
  if (place.kind === "caption") {
    const caption = state.doc.nodeAt(place.figure)?.attrs["caption"] as string;
    const changed = caption.slice(0, place.start) + replacement + caption.slice(place.end);
    view.dispatch(tr.setNodeAttribute(place.figure, "caption", changed));
    return true;
  }
  const marks = state.doc.resolve(place.from).nodeAfter?.marks ?? [];
  const words = replacement === "" ? [] : schema.text(replacement, marks);
  view.dispatch(tr.replaceWith(place.from, place.to, words).scrollIntoView());
  return true;
}

/** Focuses a caption with the finding's words selected. */
export function focusCaption(view: EditorView, place: Stretch & { kind: "caption" }): void {
  focusField(view, place.figure, "caption", place);
}

function drawnIn(state: EditorState): Drawn {
  const drawn = findingsKey.getState(state);
  if (!drawn) throw new Error("The findings plugin is part of every editor.");
  return drawn;
}

/** Advice about more characters is about the paragraph: a full line below it all would shout. */
const MOST_UNDERLINED = 120;

function decorationOf(
  finding: Finding,
  place: Stretch,
  state: EditorState,
  id: number,
): Decoration {
  const about = finding.severity === "advice" && finding.excerpt.length > MOST_UNDERLINED;
  const attrs = {
    class: `finding finding-${finding.severity}${about ? " finding-wide" : ""}`,
  };
  const [from, to] = rangeOf(state, place);
  if (place.kind === "caption") {
    const spec: Spec = { id, caption: { start: place.start, end: place.end } };
    return Decoration.node(from, to, attrs, spec);
  }
  // A mark with a description: announced by screen readers, and skipped where it is not wanted.
  const told = { ...attrs, role: "mark", "aria-description": finding.message };
  return Decoration.inline(from, to, told, { id } satisfies Spec);
}

function rangeOf(state: EditorState, place: Stretch): [number, number] {
  if (place.kind === "text") return [place.from, place.to];
  return [place.figure, place.figure + (state.doc.nodeAt(place.figure)?.nodeSize ?? 1)];
}

function wordsAt(state: EditorState, place: Stretch): string | null {
  if (place.kind === "caption") {
    const caption = state.doc.nodeAt(place.figure)?.attrs["caption"] as string | undefined;
    return caption?.slice(place.start, place.end) ?? null;
  }
  if (place.to > state.doc.content.size) return null;
  return settledBetween(state.doc, place.from, place.to);
}

/** Findings are compared by what they say: those handed back may have passed through a proxy. */
function isSame(a: Finding, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.block === b.block &&
    a.start === b.start &&
    a.end === b.end &&
    a.message === b.message
  );
}

function sameness({ rule, severity, message }: Finding, from: number, to: number): string {
  return [rule, severity, from, to, message].join("\n");
}

function specOf(decoration: Decoration): Spec {
  return decoration.spec as Spec;
}
