// Text fields inside node views: a quotation's speaker, a table's caption, a figure's words.
//
// A field shows one attribute of its node. Every keystroke goes into the document at once, so that
// saving needs no blur; Undo and Redo are the document's, not the browser's.

import { redo, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { TextSelection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import type { EditorSettings } from "./host";

/** Keystrokes in one field less than this apart are undone together; the same pause as in the text. */
const undoPause = 500;

/** A field and the label that stands with it. */
export interface Field {
  attr: string;
  dom: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement;
  /** Shows the node's attribute as it is now. */
  show(node: Node): void;
}

/** Where a field stands. */
export interface FieldPlace {
  view: EditorView;
  settings: EditorSettings;
  getPos: () => number | undefined;
}

let fieldNumber = 0;

/**
 * Builds a labelled field for an attribute. Enter and Tab go to the next field of the node view, and
 * after the last one into the text that follows; Shift+Tab the other way.
 */
export function field(
  place: FieldPlace,
  spec: {
    attr: string;
    label: string;
    placeholder: string;
    lines: "one" | "many";
    grows?: boolean;
  },
): Field {
  const { view } = place;
  const dom = document.createElement("span");
  dom.className = spec.lines === "one" ? "node-field" : "node-field node-field-many";
  const label = document.createElement("label");
  label.textContent = spec.label;
  const input =
    spec.lines === "one" ? document.createElement("input") : document.createElement("textarea");
  input.id = `editor-field-${++fieldNumber}`;
  label.htmlFor = input.id;
  input.className = "node-field-input";
  input.dataset["attr"] = spec.attr;
  input.placeholder = spec.placeholder;
  input.autocomplete = "off";
  // Only words of the text can be suggested; a field has no place for two readings.
  input.readOnly = !view.editable || place.settings.suggesting;
  if (input instanceof HTMLTextAreaElement) input.rows = 1;
  // A hidden copy of the text in the same grid cell gives the field its size.
  const sizer = document.createElement("span");
  sizer.className = "node-field-sizer";
  sizer.append(input);
  dom.append(label, sizer);

  const size = () => {
    sizer.dataset["text"] = input.value || spec.placeholder;
  };
  let last: Transaction | null = null;
  input.addEventListener("input", () => {
    // A caption is one line of text, however it is wrapped.
    if (input.value.includes("\n")) input.value = input.value.replace(/\s*\n\s*/g, " ");
    size();
    const pos = place.getPos();
    if (pos === undefined) return;
    const tr = view.state.tr.setNodeAttribute(pos, spec.attr, input.value);
    // History groups changes by the ranges they touch, and an attribute has none: say it outright.
    if (last && tr.time - last.time < undoPause) tr.setMeta("appendedTransaction", last);
    view.dispatch(tr);
    last = tr;
  });
  input.addEventListener("blur", () => (last = null));
  input.addEventListener("keydown", (event) => {
    const pressed = event as KeyboardEvent;
    if (pressed.ctrlKey || pressed.metaKey) last = null;
    onKey(pressed, place, input);
  });

  return {
    attr: spec.attr,
    dom,
    input,
    show(node) {
      const value = node.attrs[spec.attr] as string;
      if (input.value !== value) input.value = value;
      size();
    },
  };
}

/** Whether an event in a node view belongs to one of its fields, and so not to ProseMirror. */
export function inField(event: Event): boolean {
  const { target } = event;
  return target instanceof Element && target.closest(".node-field, .field-zone") !== null;
}

/** The fields of a node view, in the order of the page. */
export function fieldsIn(dom: Element): HTMLElement[] {
  return [...dom.querySelectorAll<HTMLElement>(".node-field-input")];
}

/** Focuses the field of an attribute in the node at a position, and selects a range of its text. */
export function focusField(
  view: EditorView,
  pos: number,
  attr: string,
  range?: { start: number; end: number },
): boolean {
  const dom = view.nodeDOM(pos);
  if (!(dom instanceof Element)) return false;
  const input = dom.querySelector<HTMLInputElement>(`.node-field-input[data-attr="${attr}"]`);
  if (!input) return false;
  input.focus();
  input.scrollIntoView({ block: "nearest" });
  if (range) input.setSelectionRange(range.start, range.end);
  return true;
}

/** Puts the caret into the text after, or before, the node at a position; makes a paragraph if there is none. */
export function leaveNode(
  place: Pick<FieldPlace, "view" | "getPos">,
  direction: "back" | "forward",
): void {
  const { view } = place;
  const pos = place.getPos();
  const node = pos === undefined ? null : view.state.doc.nodeAt(pos);
  if (pos === undefined || !node) return;
  const { tr, schema } = view.state;
  const edge = direction === "forward" ? pos + node.nodeSize : pos;
  const side = direction === "forward" ? 1 : -1;
  const $edge = tr.doc.resolve(edge);
  const neighbour = side > 0 ? $edge.nodeAfter : $edge.nodeBefore;
  if (!neighbour) {
    const paragraph = schema.nodes["paragraph"]?.create();
    if (paragraph && view.editable) tr.insert(edge, paragraph);
  }
  const caret = neighbour || side > 0 ? edge : pos;
  tr.setSelection(TextSelection.near(tr.doc.resolve(caret), neighbour ? side : 1));
  view.focus();
  view.dispatch(tr.scrollIntoView());
}

function onKey(
  event: KeyboardEvent,
  place: FieldPlace,
  input: HTMLInputElement | HTMLTextAreaElement,
): void {
  if (event.defaultPrevented || event.isComposing) return;
  const { view } = place;
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (mod && !event.altKey && (key === "z" || key === "y")) {
    event.preventDefault();
    const command = key === "y" || event.shiftKey ? redo : undo;
    command(view.state, view.dispatch);
    return;
  }
  if (event.key === "Escape") {
    event.preventDefault();
    leaveNode(place, "forward");
    return;
  }
  if (event.key !== "Tab" && event.key !== "Enter") return;
  event.preventDefault();
  step(place, input, event.shiftKey ? -1 : 1);
}

/** To the next stop of the node view: its fields, and its text if it has any, in the order of the page. */
function step(place: FieldPlace, input: HTMLElement, by: 1 | -1): void {
  const { view } = place;
  const pos = place.getPos();
  const dom = pos === undefined ? null : view.nodeDOM(pos);
  if (pos === undefined || !(dom instanceof Element)) return;
  const text = dom.querySelector<HTMLElement>(".node-text");
  const stops = [...dom.querySelectorAll<HTMLElement>(".node-field-input, .node-text")];
  const next = stops[stops.indexOf(input) + by];
  if (!next) {
    leaveNode(place, by > 0 ? "forward" : "back");
  } else if (next === text) {
    const node = view.state.doc.nodeAt(pos);
    if (!node) return;
    const edge = by > 0 ? pos + 1 : pos + node.nodeSize - 1;
    const { tr } = view.state;
    tr.setSelection(TextSelection.near(tr.doc.resolve(edge), by));
    view.focus();
    view.dispatch(tr.scrollIntoView());
  } else {
    next.focus();
  }
}
