// A link: an address on words. Only addresses that lead a reader somewhere: web, e-mail, telephone.

import { InputRule } from "prosemirror-inputrules";
import {
  Plugin,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from "prosemirror-state";

import type { MarkPart } from "../part";
import { markIsActive } from "../selection";
import { markType } from "../types";
import { address } from "./address";
import { linkAt } from "./linked";
import { linkPopover, openLinkPopover } from "./link_popover";

/** A web address or e-mail address as people type them, at the end of what was typed. */
const typedAddress =
  /(?:^|[\s([{"'“‘„«])((?:https?:\/\/|www\.)[^\s<>"“”«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/u;

/** What belongs to the sentence around an address, not to the address. */
const trailing = /[.,;:!?'’”»]+$/u;

const editLink: Command = (state, dispatch, view) => {
  if (state.selection.empty && !state.selection.$from.parent.inlineContent) return false;
  if (dispatch && view) openLinkPopover(view);
  return true;
};

const unlink: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  const type = markType(state.schema, "link");
  const range = empty ? linkAt(state) : { from, to };
  if (!range || !state.doc.rangeHasMark(range.from, range.to, type)) return false;
  dispatch?.(state.tr.removeMark(range.from, range.to, type));
  return true;
};

/** The transaction that links an address typed just before a position, or null. */
function linkTyped(state: EditorState, at: number): Transaction | null {
  const $at = state.doc.resolve(at);
  const before = $at.parent.textBetween(0, $at.parentOffset, null, "\uFFFC").slice(-500);
  const whole = typedAddress.exec(before)?.[1] ?? "";
  const typed = whole.replace(trailing, "");
  const href = address(typed);
  if (!href) return null;
  const from = at - whole.length;
  const to = from + typed.length;
  const type = markType(state.schema, "link");
  if (state.doc.rangeHasMark(from, to, type)) return null;
  return state.tr.addMark(from, to, type.create({ href })).removeStoredMark(type);
}

/** Before Enter breaks the line, an address typed at its end becomes a link. */
function linkBeforeEnter(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const { selection } = view.state;
        if (event.key !== "Enter" || !(selection instanceof TextSelection) || !selection.$cursor)
          return false;
        const tr = linkTyped(view.state, selection.from);
        if (tr) view.dispatch(tr);
        return false;
      },
    },
  });
}

export const link: MarkPart = {
  spec: {
    attrs: { href: { validate: "string" } },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom) => {
          const href = address(dom.getAttribute("href") ?? "");
          return href !== null && { href };
        },
      },
    ],
    // Without an address in the DOM: a click in the editor places the caret and leads nowhere.
    toDOM: (mark) => {
      const href = mark.attrs["href"] as string;
      return ["a", { "data-href": href, title: href }, 0];
    },
  },
  actions: [
    {
      id: "link",
      group: "mark",
      // Mod-k alone opens the palette of the window.
      key: "Mod-Shift-k",
      run: editLink,
      active: (state) => linkAt(state) !== null || markIsActive(state, "link"),
    },
    { id: "unlink", group: "mark", run: unlink },
  ],
  rules: () => [
    new InputRule(/\s$/, (state, match, start, end) => {
      const tr = linkTyped(state, start);
      return tr && tr.insertText(match[0], start, end);
    }),
  ],
  plugins: (context) => [linkBeforeEnter(), linkPopover(context)],
};
