// The small window in which a link's address is written: opened at the words, closed by Enter or Escape.

import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import type { EditorContext } from "../host";
import { markType } from "../types";
import { address } from "./address";
import { linkAt, setLink } from "./linked";

let popoverNumber = 0;

const popoverKey = new PluginKey<boolean>("link popover");

/** Opens the window for the link at the selection, or for a new one on the selected words. */
export function openLinkPopover(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(popoverKey, true));
}

export function linkPopover(context: EditorContext): Plugin {
  return new Plugin<boolean>({
    key: popoverKey,
    state: {
      init: () => false,
      apply(tr, open) {
        const asked = tr.getMeta(popoverKey) as boolean | undefined;
        if (asked !== undefined) return asked;
        return open && !tr.docChanged && !tr.selectionSet;
      },
    },
    props: { decorations: (state) => (popoverKey.getState(state) ? linkedWords(state) : null) },
    view: (view) => new LinkPopover(view, context),
  });
}

/** The words that the address will stand on: the selected ones, or those of the link at the caret. */
function target(state: EditorState): { from: number; to: number } {
  return state.selection.empty ? (linkAt(state) ?? state.selection) : state.selection;
}

function linkedWords(state: EditorState): DecorationSet {
  const { from, to } = target(state);
  return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: "link-target" })]);
}

class LinkPopover {
  private readonly view: EditorView;
  private readonly context: EditorContext;
  private readonly dom = document.createElement("form");
  private readonly input = document.createElement("input");
  private readonly refusal = document.createElement("p");
  private readonly remove = document.createElement("button");
  private readonly apply = document.createElement("button");
  private open = false;

  constructor(view: EditorView, context: EditorContext) {
    this.view = view;
    this.context = context;
    const { dom, input, refusal } = this;
    dom.className = "link-popover";
    dom.hidden = true;
    dom.noValidate = true;
    dom.setAttribute("role", "dialog");
    refusal.id = `link-refusal-${++popoverNumber}`;
    refusal.className = "link-refusal";
    refusal.setAttribute("role", "alert");
    input.type = "text";
    input.inputMode = "url";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.dir = "ltr";
    input.setAttribute("aria-describedby", refusal.id);
    input.className = "field";
    this.apply.type = "submit";
    this.apply.className = "button primary";
    this.remove.type = "button";
    this.remove.className = "button";
    const row = document.createElement("div");
    row.className = "link-row";
    row.append(input, this.apply, this.remove);
    dom.append(row, refusal);
    dom.addEventListener("submit", (event) => {
      event.preventDefault();
      this.accept();
    });
    dom.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    dom.addEventListener("focusout", (event) => {
      const { relatedTarget } = event;
      if (!(relatedTarget instanceof Node) || !dom.contains(relatedTarget)) this.close(false);
    });
    input.addEventListener("input", () => this.refuse(""));
    this.remove.addEventListener("click", () => {
      const range = target(this.view.state);
      const type = markType(this.view.state.schema, "link");
      this.view.dispatch(this.view.state.tr.removeMark(range.from, range.to, type));
      this.close();
    });
    view.dom.parentNode?.append(dom);
  }

  update(view: EditorView, before: EditorState): void {
    const open = popoverKey.getState(view.state) ?? false;
    if (open === popoverKey.getState(before)) return;
    if (open) this.show();
    else this.hide();
  }

  destroy(): void {
    this.dom.remove();
  }

  private show(): void {
    const { view, dom, input } = this;
    const { words } = this.context.settings;
    dom.setAttribute("aria-label", words.commands.link);
    input.setAttribute("aria-label", words.linkAddress);
    input.placeholder = words.linkPlaceholder;
    this.apply.textContent = words.apply;
    this.remove.textContent = words.removeLink;
    const here = linkAt(view.state);
    input.value = (here?.mark.attrs["href"] as string | undefined) ?? "";
    this.remove.hidden = !here;
    this.refuse("");
    this.open = true;
    dom.hidden = false;
    this.place();
    input.focus();
    input.select();
  }

  private hide(): void {
    this.open = false;
    this.dom.hidden = true;
  }

  private close(refocus = true): void {
    if (!this.open) return;
    this.open = false;
    this.view.dispatch(this.view.state.tr.setMeta(popoverKey, false));
    if (refocus) this.view.focus();
  }

  private accept(): void {
    const { view, input } = this;
    const href = address(input.value);
    if (!href) {
      this.refuse(this.context.settings.words.linkRefused);
      return;
    }
    view.dispatch(
      setLink(view.state, target(this.view.state), href)
        .setMeta(popoverKey, false)
        .scrollIntoView(),
    );
    this.open = false;
    view.focus();
  }

  private refuse(message: string): void {
    this.refusal.textContent = message;
    this.input.setAttribute("aria-invalid", String(message !== ""));
  }

  private place(): void {
    const { view, dom } = this;
    const parent = dom.offsetParent;
    if (!parent) return;
    const box = parent.getBoundingClientRect();
    const at = view.coordsAtPos(view.state.selection.from);
    const widest = Math.max(0, box.width - dom.offsetWidth);
    dom.style.left = `${Math.min(Math.max(0, at.left - box.left), widest)}px`;
    dom.style.top = `${at.bottom - box.top + 6}px`;
  }
}
