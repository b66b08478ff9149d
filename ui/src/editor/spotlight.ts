// The block with the caret stands out while the rest of the text is quiet: a class on that block, and
// one on the surface. What a key changes is moved along; no key looks at the whole text.

import { NodeSelection, Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

import type { EditorContext } from "./host";

const spotlightKey = new PluginKey<DecorationSet>("spotlight");

export function spotlight({ settings }: EditorContext): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: spotlightKey,
    state: {
      init: (_, state) => lit(state),
      apply(tr, before, _, state) {
        if (!settings.spotlight) return DecorationSet.empty;
        const moved = tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
        const place = placeOf(state);
        const [now] = moved.find();
        return place && now?.from === place.from && now.to === place.to ? moved : lit(state);
      },
    },
    props: {
      decorations: (state) => (settings.spotlight ? spotlightKey.getState(state) : null),
      attributes(state): Record<string, string> {
        return settings.spotlight && placeOf(state) ? { class: "surface-spotlit" } : {};
      },
    },
  });
}

function lit(state: EditorState): DecorationSet {
  const place = placeOf(state);
  if (!place) return DecorationSet.empty;
  return DecorationSet.create(state.doc, [
    Decoration.node(place.from, place.to, { class: "spotlit" }),
  ]);
}

/** The block at the top of the text that the caret is in; null when all is selected. */
function placeOf({ selection }: EditorState): { from: number; to: number } | null {
  const { $head } = selection;
  if ($head.depth > 0) return { from: $head.before(1), to: $head.after(1) };
  return selection instanceof NodeSelection ? { from: selection.from, to: selection.to } : null;
}
