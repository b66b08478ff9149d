// A ProseMirror view with nothing but a text and marks on it: what the editor's speed is held against.

import { baseKeymap } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";

import { documentOf } from "../body";
import type { Finding } from "../host";
import { passages, stretch } from "../passages";

export function bareView(place: HTMLElement, body: BodyJson, findings: Finding[]): EditorView {
  const doc = documentOf(body);
  const all = passages(doc);
  const marks = findings.flatMap((finding) => {
    const where =
      finding.block === null ? null : stretch(all, { ...finding, block: finding.block });
    if (where?.kind !== "text") return [];
    return [Decoration.inline(where.from, where.to, { class: "finding finding-warning" })];
  });
  const marked: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: () => DecorationSet.create(doc, marks),
      apply: (tr, set) => set.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => marked.getState(state) },
  });
  const mount = place.appendChild(document.createElement("div"));
  const view = new EditorView(
    { mount },
    {
      state: EditorState.create({ doc, plugins: [history(), keymap(baseKeymap), marked] }),
      attributes: { class: "surface" },
    },
  );
  view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
  return view;
}
