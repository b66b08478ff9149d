// Dead keys and input methods, where what is written becomes something else than its keys say: a
// suggestion, or words beside one.
//
// While something is being composed its place in the page belongs to the input method. Whoever marks
// the words then takes the place away, and WebKit writes each step beside the one before. So they
// stand in the text as they come, the text that the desk gets is the one from before, and when the
// composition is over the whole becomes one change, as if it had been typed at once.

import type { Node } from "prosemirror-model";
import { EditorState, Plugin, Selection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import type { EditorSettings } from "./host";
import { asSuggestion, besideSuggestions } from "./suggesting";

/** Milliseconds after which a composition that has ended does not go on; WebKit ends it twice. */
const over = 40;

export class Composing {
  /** The text from before; null while nothing is held. */
  private before: Node | null = null;
  /** By which the history knows that steps belong together. */
  private id: unknown = undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly settings: EditorSettings;
  private readonly end: (change: Transaction | null, whole: Transaction) => void;

  /**
   * `end` is called with what the composition comes to, which is null when it cannot be suggested, and
   * with the whole that leads there from the text as it stands.
   */
  constructor(
    settings: EditorSettings,
    end: (change: Transaction | null, whole: Transaction) => void,
  ) {
    this.settings = settings;
    this.end = end;
  }

  /** Whether changes go into the text as they come. */
  get holds(): boolean {
    return this.before !== null;
  }

  /** The text as it stands without what is being composed. */
  standing(state: EditorState): Node {
    return this.before ?? state.doc;
  }

  saw(tr: Transaction): void {
    this.id = tr.getMeta("composition") ?? this.id;
  }

  /** Another text is shown; what was being composed went with the one before. */
  forget(): void {
    clearTimeout(this.timer);
    this.before = null;
    this.id = undefined;
  }

  plugin(): Plugin {
    return new Plugin({
      props: {
        handleDOMEvents: {
          compositionstart: (view) => {
            clearTimeout(this.timer);
            if (this.settings.suggesting || isBesideSuggestion(view.state)) {
              this.before ??= view.state.doc;
            }
            return false;
          },
          compositionend: (view) => {
            clearTimeout(this.timer);
            if (this.before) this.timer = setTimeout(() => this.finish(view), over);
            return false;
          },
        },
      },
    });
  }

  /** Makes one change of what was composed, if it is over. */
  finish(view: EditorView): void {
    if (!this.before || view.isDestroyed || view.composing) return;
    const { before, id } = this;
    this.forget();
    const { state } = view;
    const range = rangeOf(before, state.doc);
    if (!range) return;
    const { from, toA, toB } = range;
    const was = EditorState.create({ doc: before });
    const asked = was.tr.replace(from, toA, state.doc.slice(from, toB));
    asked.setSelection(Selection.fromJSON(asked.doc, state.selection.toJSON()));
    const change = this.settings.suggesting
      ? asSuggestion(was, asked, this.settings.author)
      : besideSuggestions(asked);
    const whole = state.tr.replace(from, toB, before.slice(from, toA)).setMeta("composition", id);
    for (const step of change?.steps ?? []) whole.step(step);
    if (change) whole.setSelection(Selection.fromJSON(whole.doc, change.selection.toJSON()));
    this.end(change, whole.scrollIntoView());
  }
}

/** Whether the caret is at words that are to go out, or their selection. */
function isBesideSuggestion({ selection, doc }: EditorState): boolean {
  const { from, to } = selection;
  const [start, end] = [Math.max(0, from - 1), Math.min(doc.content.size, to + 1)];
  const deletion = doc.type.schema.marks["deletion"];
  return deletion !== undefined && doc.rangeHasMark(start, end, deletion);
}

/** Where two texts differ: from the same place on, up to one in the earlier and one in the later. */
function rangeOf(before: Node, now: Node): { from: number; toA: number; toB: number } | null {
  const from = before.content.findDiffStart(now.content);
  const ends = before.content.findDiffEnd(now.content);
  if (from === null || !ends) return null;
  // Where letters repeat, both ends may be found before the start.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  return { from, toA: ends.a + overlap, toB: ends.b + overlap };
}
