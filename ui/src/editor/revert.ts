// Taking back one change, such as a paste, from its notice: also when writing has gone on since.

import { Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Mapping, type StepMap } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";

import { decision } from "./suggesting";

/** Changes after which it can no longer be taken back; its notice is long gone by then. */
const mostSince = 300;

/** The change that can be taken back, and what happened since. */
interface Revertible {
  /** What the change was asked as; while suggesting, another one is made of it. */
  asked: Transaction;
  change: Transaction;
  since: readonly StepMap[];
}

const revertKey = new PluginKey<Revertible | null>("revert");

/** Marks a change as one that can be taken back. */
export function revertible(tr: Transaction): Transaction {
  return tr.setMeta(revertKey, tr);
}

/** Takes the change back, if it is still the one that can be. */
export function revert(view: EditorView, change: Transaction): void {
  const kept = view.isDestroyed ? null : revertKey.getState(view.state);
  if (kept?.asked !== change) return;
  const { tr } = view.state;
  const { steps, docs, mapping: done } = kept.change;
  const mapping = new Mapping([...done.maps, ...kept.since]);
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i];
    const before = docs[i];
    const inverse = step && before && step.invert(before).map(mapping.slice(i + 1));
    if (!inverse || tr.maybeStep(inverse).failed) continue;
    mapping.appendMap(inverse.getMap(), i);
  }
  view.dispatch(decision(tr.setMeta(revertKey, null)).scrollIntoView());
}

export function revertPlugin(): Plugin<Revertible | null> {
  return new Plugin<Revertible | null>({
    key: revertKey,
    state: {
      init: () => null,
      apply(tr, kept) {
        const asked = tr.getMeta(revertKey) as Transaction | null | undefined;
        if (asked !== undefined) return asked && { asked, change: tr, since: [] };
        if (!kept || !tr.docChanged) return kept;
        const since = [...kept.since, ...tr.mapping.maps];
        return since.length > mostSince ? null : { ...kept, since };
      },
    },
  });
}
