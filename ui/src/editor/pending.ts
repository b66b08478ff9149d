// Places kept while something is fetched: a paste being read, a picture being taken into the desk.
// The place moves with the text, so that writing goes on meanwhile.

import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

interface Held {
  from: number;
  to: number;
  label: string;
}

/** A place held in the text. */
export interface Place {
  /** Where it is now; null when another text has been loaded since. */
  range(): { from: number; to: number } | null;
  /** Lets it go. */
  release(): void;
}

type Change = { hold: object; held: Held } | { release: object };

const pendingKey = new PluginKey<ReadonlyMap<object, Held>>("pending");

/** Holds a range of the text; the label is shown there if it takes long. */
export function hold(view: EditorView, from: number, to: number, label: string): Place {
  const token = {};
  change(view, { hold: token, held: { from, to, label } });
  return {
    range: () => pendingKey.getState(view.state)?.get(token) ?? null,
    release: () => {
      if (!view.isDestroyed) change(view, { release: token });
    },
  };
}

export function pendingPlaces(): Plugin {
  return new Plugin<ReadonlyMap<object, Held>>({
    key: pendingKey,
    state: {
      init: () => new Map(),
      apply(tr, held) {
        const asked = tr.getMeta(pendingKey) as Change | undefined;
        if (held.size === 0 && !asked) return held;
        const next = new Map<object, Held>();
        for (const [token, { from, to, label }] of held) {
          // The end first stays before what is typed at it, then never before the start.
          const start = tr.mapping.map(from, -1);
          next.set(token, { from: start, to: Math.max(start, tr.mapping.map(to, 1)), label });
        }
        if (asked && "hold" in asked) next.set(asked.hold, asked.held);
        if (asked && "release" in asked) next.delete(asked.release);
        return next;
      },
    },
    props: { decorations },
  });
}

function change(view: EditorView, asked: Change): void {
  view.dispatch(view.state.tr.setMeta(pendingKey, asked).setMeta("addToHistory", false));
}

function decorations(state: EditorState): DecorationSet | null {
  const held = pendingKey.getState(state);
  if (!held || held.size === 0) return null;
  return DecorationSet.create(
    state.doc,
    [...held.values()].map(({ to, label }) =>
      Decoration.widget(to, () => notice(label), { side: 1, key: label, ignoreSelection: true }),
    ),
  );
}

function notice(label: string): HTMLElement {
  const dom = document.createElement("span");
  dom.className = "pending";
  dom.setAttribute("role", "status");
  dom.textContent = label;
  return dom;
}
