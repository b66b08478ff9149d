// The editor of a release's body and of its notes: one ProseMirror view, and what the window asks of it.

import "./editor.css";

import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { closeHistory, history } from "prosemirror-history";
import { inputRules } from "prosemirror-inputrules";
import { Slice, type Node } from "prosemirror-model";
import { EditorState, TextSelection, type Plugin, type Transaction } from "prosemirror-state";
import { EditorView, type NodeViewConstructor } from "prosemirror-view";

import { clickBelow } from "./below";
import { bodyOf, documentOf } from "./body";
import { clipboard } from "./clipboard";
import { actionNamed, type EditorCommand } from "./commands";
import { Composing } from "./composing";
import { lengthOf, type Length } from "./count";
import * as search from "./find";
import {
  findingsPlugin,
  focusCaption,
  placeToShow,
  replaceFinding,
  setFindings,
  type OnFinding,
} from "./findings";
import type { EditorContext, EditorHost, EditorSettings, Finding } from "./host";
import { keys } from "./keys";
import { addPictures } from "./nodes/figure";
import { asNotes } from "./notes";
import type { NodePart } from "./part";
import { partsAt } from "./parts";
import { passages, passageText } from "./passages";
import { pendingPlaces } from "./pending";
import { revert, revertible, revertPlugin } from "./revert";
import { markParts, nodeParts, schema } from "./schema";
import { textRange } from "./selection";
import { selectionInfo, type SelectionInfo } from "./selection_info";
import { spotlight } from "./spotlight";
import { asSuggestion, besideSuggestions, decision, suggesting } from "./suggesting";
import { commentsIn, decide, suggestionsIn, type Commented, type Suggestion } from "./suggestions";
import { markType } from "./types";
import { typewriter } from "./typewriter";
import { typographyRules } from "./typography";

/** After typing, the selection is told when it has rested this long, in milliseconds. */
const rest = 80;

export class BodyEditor {
  /** Called after each change of the text; cheap, so ask for `body()` when saving. */
  onChange: (() => void) | null = null;
  /** Called when the selection, or what it allows, has changed. */
  onSelection: ((selection: SelectionInfo) => void) | null = null;
  /** Called when the pointer comes to a finding's words, and with null when it leaves. */
  onFinding: OnFinding | null = null;
  /** Called when the number of hits or the chosen hit has changed. */
  onFound: ((info: search.FindInfo) => void) | null = null;

  private readonly context: { host: EditorHost; settings: EditorSettings; schema: typeof schema };
  private readonly composing: Composing;
  private readonly root = document.createElement("div");
  private readonly view: EditorView;
  private readonly listeners = new Set<(selection: SelectionInfo) => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement, host: EditorHost, settings: EditorSettings) {
    this.context = { host, schema, settings: { ...settings } };
    this.composing = new Composing(this.context.settings, (change, whole) => {
      if (!change) host.say(this.context.settings.words.onlyWords);
      this.apply(whole);
    });
    this.root.className = "editor-text";
    place.append(this.root);
    this.view = new EditorView(
      { mount: this.root.appendChild(document.createElement("div")) },
      {
        state: this.stateOf(settings.body),
        nodeViews: nodeViews(this.context),
        editable: () => this.context.settings.editable,
        attributes: (state) => this.attributes(state),
        dispatchTransaction: (tr) => this.dispatch(tr),
        scrollMargin: 48,
        scrollThreshold: 48,
      },
    );
  }

  /** The text as the desk keeps it. Parts that the editor does not know come back as they came. */
  body(): BodyJson {
    this.composing.finish(this.view);
    return bodyOf(this.composing.standing(this.view.state));
  }

  /** Shows another text; there is nothing to undo in it yet. */
  setBody(body: BodyJson): void {
    this.composing.forget();
    this.view.updateState(this.stateOf(body));
    this.tell();
  }

  /** Changes what the editor is set up with. A new `body` is shown as by `setBody`. */
  update(changed: Partial<EditorSettings>): void {
    const { settings } = this.context;
    const names = Object.keys(changed) as (keyof EditorSettings)[];
    if (!names.some((name) => changed[name] !== settings[name])) return;
    const redraw = (["words", "editable", "suggesting"] as const).some(
      (key) => changed[key] !== undefined && changed[key] !== settings[key],
    );
    const lit = changed.spotlight !== undefined && changed.spotlight !== settings.spotlight;
    const rolls = changed.typewriter !== undefined && changed.typewriter !== settings.typewriter;
    const rules = changed.suggesting !== undefined && changed.suggesting !== settings.suggesting;
    Object.assign(settings, changed);
    if (rules) this.view.updateState(this.view.state.reconfigure({ plugins: this.plugins() }));
    if (lit) this.view.dispatch(this.view.state.tr);
    // New node views read the new words, and whether their fields can be written in.
    if (redraw) this.view.setProps({ nodeViews: nodeViews(this.context) });
    else this.view.updateState(this.view.state);
    if (changed.body) this.setBody(changed.body);
    else this.tell();
    // What is seen of the paper has another size, or another place for the line.
    if ((lit || rolls) && this.view.hasFocus()) {
      requestAnimationFrame(() => {
        if (!this.view.isDestroyed) this.view.dispatch(this.view.state.tr.scrollIntoView());
      });
    }
  }

  /** Draws the findings about this text; they move with edits until the next call. */
  setFindings(findings: readonly Finding[]): void {
    setFindings(this.view, findings);
  }

  /** Scrolls to a finding, selects its words and takes the focus. */
  showFinding(finding: Finding): void {
    const place = placeToShow(this.view.state, finding);
    if (!place) return;
    if (place.kind === "caption") {
      focusCaption(this.view, place);
      return;
    }
    const { doc, tr } = this.view.state;
    tr.setSelection(TextSelection.create(doc, place.from, place.to));
    this.view.focus();
    this.view.dispatch(tr.scrollIntoView());
  }

  /** Puts the replacement in the place of a finding's words; false when they have changed since. */
  applyFix(finding: Finding, replacement: string): boolean {
    return this.context.settings.editable && replaceFinding(this.view, finding, replacement);
  }

  /** Runs a command; false when it cannot be done here. */
  run(command: EditorCommand): boolean {
    if (!this.allows(command)) return false;
    const { state, dispatch } = this.view;
    const done = actionNamed(command).run(state, dispatch.bind(this.view), this.view);
    if (done && !this.root.contains(document.activeElement)) this.view.focus();
    this.tell();
    return done;
  }

  /** Whether a command can be done here. */
  can(command: EditorCommand): boolean {
    return this.allows(command) && actionNamed(command).run(this.view.state);
  }

  /** Whether what a command makes is already at the selection. */
  isActive(command: EditorCommand): boolean {
    return actionNamed(command).active?.(this.view.state) ?? false;
  }

  /** Takes the focus, at an end of the text or where the caret was. */
  focus(at?: "start" | "end"): void {
    const { tr } = this.view.state;
    if (at === "start") tr.setSelection(TextSelection.atStart(tr.doc));
    if (at === "end") tr.setSelection(TextSelection.atEnd(tr.doc));
    this.view.focus();
    if (at) this.view.dispatch(tr.scrollIntoView());
  }

  /** How long the text is. */
  length(): Length {
    return lengthOf(this.view.state.doc);
  }

  /** The text alone, a passage a line. */
  text(): string {
    return passages(this.view.state.doc)
      .map(({ node }) => passageText(node) ?? "")
      .join("\n");
  }

  /** The selected words, for a search to begin with; empty when they run over several blocks. */
  selectedText(): string {
    const { $from, $to, from, to } = textRange(this.view.state);
    return $from.sameParent($to) ? this.view.state.doc.textBetween(from, to, " ", " ") : "";
  }

  /** Looks for a text and chooses the first hit from the caret on; an empty text ends the search. */
  find(query: search.Query): search.FindInfo {
    return search.find(this.view, query);
  }

  /** Chooses the next or previous hit. */
  findNext(direction: "back" | "forward" = "forward"): search.FindInfo {
    return search.step(this.view, direction === "forward" ? 1 : -1);
  }

  /** Replaces the chosen hit and chooses the next. */
  replace(replacement: string): search.FindInfo {
    return search.replace(this.view, replacement);
  }

  /** Replaces every hit as one change. Returns how many there were. */
  replaceAll(replacement: string): number {
    return search.replaceAll(this.view, replacement);
  }

  /** Takes the focus to the chosen hit. */
  focusHit(): void {
    search.focusHit(this.view);
  }

  /** Follows the selection; the listener is called at once. Returns what ends it. */
  follow(listener: (selection: SelectionInfo) => void): () => void {
    this.listeners.add(listener);
    listener(this.selection());
    return () => this.listeners.delete(listener);
  }

  /** What is suggested in the text and not decided on, in its order. */
  suggestions(): Suggestion[] {
    return suggestionsIn(this.view.state.doc);
  }

  /** Accepts or rejects suggestions, all of them without ids, as one change. */
  decide(accept: boolean, ids?: readonly string[]): void {
    if (!this.context.settings.editable) return;
    this.view.dispatch(decide(this.view.state, ids ? new Set(ids) : null, accept));
    this.tell();
  }

  /** The words that are commented on, in their order. */
  comments(): Commented[] {
    return commentsIn(this.view.state.doc);
  }

  /** Marks the selected words as commented on. Returns them; null when none are selected. */
  comment(id: string): string | null {
    const { tr, doc, schema } = this.view.state;
    const { from, to, empty } = textRange(this.view.state);
    if (empty || !this.context.settings.editable) return null;
    this.view.dispatch(decision(tr.addMark(from, to, markType(schema, "comment").create({ id }))));
    this.tell();
    return doc.textBetween(from, to, " ");
  }

  /** Takes a comment off its words. */
  uncomment(id: string): void {
    const { tr, doc, schema } = this.view.state;
    const mark = markType(schema, "comment").create({ id });
    this.view.dispatch(decision(tr.removeMark(0, doc.content.size, mark)));
    this.tell();
  }

  /** Scrolls to a range, selects it and takes the focus. */
  showRange({ from, to }: { from: number; to: number }): void {
    const { tr, doc } = this.view.state;
    const within = (pos: number) => Math.min(pos, doc.content.size);
    const selection = TextSelection.between(doc.resolve(within(from)), doc.resolve(within(to)));
    this.view.focus();
    this.view.dispatch(tr.setSelection(selection).scrollIntoView());
  }

  /** Puts a text at the end. Returns what takes it back. */
  append(body: BodyJson): () => void {
    const { doc, tr } = this.view.state;
    const all = new Slice(documentOf(body).content, 0, 0);
    const slice = this.context.settings.kind === "notes" ? asNotes(all) : all;
    const from = isBlank(doc) ? 0 : doc.content.size;
    const change = revertible(closeHistory(tr).replace(from, doc.content.size, slice));
    this.view.dispatch(change);
    return () => revert(this.view, change);
  }

  /** Takes pictures in where they were dropped, by their paths; false when that was not on the text. */
  dropPictures(paths: readonly string[], x: number, y: number): boolean {
    const { editable, kind } = this.context.settings;
    const { left, right, top, bottom } = this.root.getBoundingClientRect();
    const inside = x >= left && x <= right && y >= top && y <= bottom;
    if (!inside || !editable || kind === "notes") return false;
    const at = this.view.posAtCoords({ left: x, top: y })?.pos;
    void addPictures(this.view, this.context, paths, at ?? this.view.state.doc.content.size);
    return true;
  }

  /** The selected words, over several blocks too; empty when there are none. */
  selectedWords(): string {
    const { from, to } = textRange(this.view.state);
    return this.view.state.doc.textBetween(from, to, " ");
  }

  /** The text before and from the caret on; null when there is nothing on one of the sides. */
  parts(): { before: BodyJson; after: BodyJson } | null {
    return partsAt(this.view.state);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
    this.composing.forget();
    this.view.destroy();
    this.root.remove();
  }

  private allows(command: EditorCommand): boolean {
    const { editable, kind, suggesting } = this.context.settings;
    const { bodyOnly, group } = actionNamed(command);
    return editable && !(kind === "notes" && bodyOnly) && !(suggesting && group !== "history");
  }

  private dispatch(asked: Transaction): void {
    const before = this.view.state;
    const { host, settings } = this.context;
    this.composing.saw(asked);
    const tr = this.composing.holds
      ? asked
      : settings.suggesting
        ? asSuggestion(before, asked, settings.author)
        : besideSuggestions(asked);
    if (tr) this.apply(tr);
    else host.say(settings.words.onlyWords);
  }

  private apply(tr: Transaction): void {
    const before = this.view.state;
    const { state } = before.applyTransaction(tr);
    this.view.updateState(state);
    const changed = state.doc !== before.doc;
    if (changed && !this.composing.holds) this.onChange?.();
    if (
      !changed &&
      state.selection.eq(before.selection) &&
      state.storedMarks === before.storedMarks
    )
      return;
    // While somebody types, no work for the toolbar; a click or an arrow key shows at once.
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), changed ? rest : 0);
  }

  private tell(): void {
    clearTimeout(this.timer);
    if (!this.onSelection && this.listeners.size === 0) return;
    const selection = this.selection();
    this.onSelection?.(selection);
    for (const listener of this.listeners) listener(selection);
  }

  private selection(): SelectionInfo {
    return selectionInfo(this.view.state, this.context.settings);
  }

  private stateOf(body: BodyJson): EditorState {
    return EditorState.create({ doc: documentOf(body), plugins: this.plugins() });
  }

  private plugins(): Plugin[] {
    const { context } = this;
    const marks = Object.values(markParts);
    const nodes = Object.values<NodePart>(nodeParts);
    return [
      inputRules({
        rules: [
          // While suggesting, a hyphen typed at the start of a line is one, and begins no list.
          ...(context.settings.suggesting
            ? []
            : nodes.flatMap((part) => part.rules?.(context) ?? [])),
          ...marks.flatMap((part) => part.rules?.(context) ?? []),
          ...typographyRules(context),
        ],
      }),
      suggesting(context),
      this.composing.plugin(),
      clipboard(context),
      ...marks.flatMap((part) => part.plugins?.(context) ?? []),
      ...keys(context),
      history(),
      revertPlugin(),
      pendingPlaces(),
      findingsPlugin((finding, at) => this.onFinding?.(finding, at)),
      search.findPlugin((info) => this.onFound?.(info)),
      spotlight(context),
      typewriter(context),
      clickBelow(),
      dropCursor({ class: "drop-cursor", color: false, width: 2 }),
      gapCursor(),
      // Last, as its arrow keys and clicks are only for what nobody else wanted.
      ...nodes.flatMap((part) => part.plugins?.(context) ?? []),
    ];
  }

  private attributes(state: EditorState): Record<string, string> {
    const { label, language, direction, placeholder, kind, editable, suggesting } =
      this.context.settings;
    const empty = isBlank(state.doc);
    return {
      class: `surface surface-${kind}${empty ? " surface-empty" : ""}${suggesting ? " surface-suggesting" : ""}`,
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      "aria-placeholder": placeholder,
      "aria-readonly": String(!editable),
      "data-placeholder": placeholder,
      lang: language,
      dir: direction,
    };
  }
}

/** Whether there is nothing but the line to write in. */
function isBlank(doc: Node): boolean {
  const only = doc.childCount === 1 ? doc.firstChild : null;
  return only?.type.name === "paragraph" && only.content.size === 0;
}

function nodeViews(context: EditorContext): Record<string, NodeViewConstructor> {
  const views: Record<string, NodeViewConstructor> = {};
  for (const [name, part] of Object.entries<NodePart>(nodeParts))
    if (part.view) views[name] = part.view(context);
  return views;
}
