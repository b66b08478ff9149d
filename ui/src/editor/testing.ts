// What the editor's tests share: texts written shortly, an editor on them, and typing as a person does.

import { TextSelection, type Command, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { bodyOf } from "./body";
import { BodyEditor } from "./editor";
import type { EditorHost, EditorSettings, Finding } from "./host";
import { englishWords } from "./words";

// jsdom has no layout: what asks where something is on the screen is told that it is nowhere.
Element.prototype.scrollIntoView = () => undefined;
Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
Range.prototype.getBoundingClientRect = () => new DOMRect();

/** The caret in a text; two of them are the ends of a selection. */
export const caret = "|";

export const text = (text: string, ...marks: NodeJson[]): NodeJson =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };

const inline = (content: (string | NodeJson)[]): NodeJson[] =>
  content.map((part) => (typeof part === "string" ? text(part) : part));

const holding = (type: string, content: NodeJson[], attrs?: Record<string, unknown>): NodeJson => ({
  type,
  ...(attrs && { attrs }),
  ...(content.length > 0 && { content }),
});

export const p = (...content: (string | NodeJson)[]): NodeJson =>
  holding("paragraph", inline(content));
export const h = (level: number, ...content: (string | NodeJson)[]): NodeJson =>
  holding("heading", inline(content), { level });
export const li = (...content: NodeJson[]): NodeJson => holding("list_item", content);
export const ul = (...content: NodeJson[]): NodeJson => holding("bullet_list", content);
export const ol = (start: number, ...content: NodeJson[]): NodeJson =>
  holding("ordered_list", content, { start });
export const quote = (speaker: string, position: string, ...content: NodeJson[]): NodeJson =>
  holding("quotation", content, { speaker, position });
export const table = (caption: string, ...rows: NodeJson[]): NodeJson =>
  holding("table", rows, { caption });
export const row = (...cells: NodeJson[]): NodeJson => holding("table_row", cells);
export const td = (...content: NodeJson[]): NodeJson =>
  holding("table_cell", content, { colspan: 1, rowspan: 1 });
export const th = (...content: NodeJson[]): NodeJson =>
  holding("table_header", content, { colspan: 1, rowspan: 1 });
export const figure = (attrs: Partial<Record<"alt" | "caption" | "credit", string>>): NodeJson => ({
  type: "figure",
  attrs: { image: "a".repeat(64), alt: "", caption: "", credit: "", ...attrs },
});
export const br: NodeJson = { type: "hard_break" };
export const link = (href: string): NodeJson => ({ type: "link", attrs: { href } });
export const strong: NodeJson = { type: "strong" };
export const emphasis: NodeJson = { type: "emphasis" };

/** An editor for a test, with what its host was told. */
export interface Desk {
  editor: BodyEditor;
  view: EditorView;
  said: { message: string; undo: (() => void) | undefined }[];
  jumps: string[];
}

/** Opens an editor on blocks in which carets mark the selection. */
export function open(
  content: NodeJson[],
  settings: Partial<EditorSettings> = {},
  host: Partial<EditorHost> = {},
): Desk {
  const said: Desk["said"] = [];
  const jumps: string[] = [];
  const place = document.body.appendChild(document.createElement("div"));
  const editor = new BodyEditor(
    place,
    {
      pictureUrl: (hash) => `picture:${hash}`,
      addPicture: () => Promise.reject(new Error("No pictures here.")),
      paste: () => Promise.reject(new Error("No pasting here.")),
      keepFootnotes: () => null,
      people: () => [],
      say: (message, undo) => said.push({ message, undo }),
      jumpOut: (direction) => jumps.push(direction),
      ...host,
    },
    {
      label: "Body",
      body: { type: "doc", content },
      language: "en-GB",
      direction: "ltr",
      placeholder: "Write",
      kind: "body",
      editable: true,
      suggesting: false,
      spotlight: false,
      typewriter: false,
      author: "Bo Lind",
      words: englishWords,
      ...settings,
    },
  );
  const view = editor["view"];
  view.updateState(selected(view.state));
  return { editor, view, said, jumps };
}

/** The blocks with a caret where the selection is. */
export function blocksWithCaret(view: EditorView): NodeJson[] {
  const { state } = view;
  const { from, to, empty } = state.selection;
  const { tr } = state;
  // Plain, so that the caret is a run of its own only where the marks around it differ.
  const mark = (at: number) => tr.insert(at, state.schema.text(caret, tr.doc.resolve(at).marks()));
  mark(to);
  if (!empty) mark(from);
  return bodyOf(tr.doc).content ?? [];
}

/** Runs a command of a part, as its key would. */
export function run(view: EditorView, command: Command): boolean {
  return command(view.state, (tr) => view.dispatch(tr), view);
}

/** Types a text, character by character, through the editor's own input. */
export function type(view: EditorView, typed: string): void {
  for (const character of typed) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(character, from, to);
    const taken = view.someProp("handleTextInput", (f) => f(view, from, to, character, insert));
    if (!taken) view.dispatch(insert());
  }
}

/** Presses a key; `Mod` is Ctrl. Returns whether the editor took it. */
export function press(view: EditorView, keys: string): boolean {
  const parts = keys.split("-");
  const key = parts.pop() ?? "";
  const event = new KeyboardEvent("keydown", {
    key,
    ctrlKey: parts.includes("Mod"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
    cancelable: true,
  });
  return view.someProp("handleKeyDown", (f) => f(view, event)) ?? false;
}

/** A finding of a check, with what does not matter filled in. */
export function finding(block: number, start: number, excerpt: string, message = "!"): Finding {
  return {
    rule: "rule",
    severity: "warning",
    slot: "body",
    block,
    start,
    end: start + [...excerpt].length,
    excerpt,
    message,
    fixes: [],
  };
}

/** Takes the carets out of a document and puts the selection there. */
function selected(state: EditorState): EditorState {
  const carets: number[] = [];
  state.doc.descendants((node, pos) => {
    if (!node.isText) return;
    for (const { index } of (node.text ?? "").matchAll(/\|/g)) carets.push(pos + index);
  });
  const [from, to] = carets;
  if (from === undefined) return state;
  const { tr } = state;
  if (to !== undefined) tr.delete(to, to + 1);
  tr.delete(from, from + 1);
  tr.setSelection(TextSelection.create(tr.doc, from, to === undefined ? from : to - 1));
  return state.apply(tr.setMeta("addToHistory", false));
}
