// Somebody's words, as an object with its speaker: drawn as a quotation, with fields for who said it.

import { InputRule } from "prosemirror-inputrules";
import type { Node } from "prosemirror-model";
import { TextSelection, type Command } from "prosemirror-state";
import { findWrapping } from "prosemirror-transform";
import type { EditorView, NodeView } from "prosemirror-view";

import { field, fieldsIn, inField, type Field } from "../fields";
import type { EditorContext } from "../host";
import type { NodePart } from "../part";
import { completePeople } from "../people";
import { enclosing, type Found } from "../selection";
import { nodeType } from "../types";

const toggleQuotation: Command = (state, dispatch) => {
  const quotation = enclosing(state, "quotation");
  if (quotation) return unwrap(quotation)(state, dispatch);
  const { from, to } = state.selection;
  const tr = state.tr.setBlockType(from, to, nodeType(state.schema, "paragraph"));
  const range = tr.selection.$from.blockRange(tr.selection.$to);
  const wrapping = range && findWrapping(range, nodeType(state.schema, "quotation"));
  if (!range || !wrapping) return false;
  dispatch?.(tr.wrap(range, wrapping).scrollIntoView());
  return true;
};

/** Turns a quotation into paragraphs. Who said it stays, as a paragraph of its own. */
function unwrap({ node, pos }: Found): Command {
  return (state, dispatch) => {
    const { speaker, position } = node.attrs as { speaker: string; position: string };
    const said = [speaker, position].filter(Boolean).join(", ");
    const paragraph = nodeType(state.schema, "paragraph");
    const content = said
      ? node.content.addToEnd(paragraph.create(null, state.schema.text(`— ${said}`)))
      : node.content;
    if (dispatch) {
      const caret = state.selection.from - 1;
      const tr = state.tr.replaceWith(pos, pos + node.nodeSize, content);
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(caret))).scrollIntoView());
    }
    return true;
  };
}

/** At the very start of the quotation, Backspace undoes the quotation, not the line break before it. */
const backToParagraphs: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !selection.$cursor) return false;
  const { $cursor } = selection;
  if ($cursor.parentOffset > 0 || $cursor.depth < 2 || $cursor.index(-1) > 0) return false;
  if ($cursor.node(-1).type.name !== "quotation") return false;
  return unwrap({ node: $cursor.node(-1), pos: $cursor.before(-1) })(state, dispatch);
};

/** In an empty last paragraph, Enter leaves the quotation. */
const leaveAtEnd: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.content.size > 0 || $from.depth < 2) return false;
  const quotation = $from.node(-1);
  if (quotation.type.name !== "quotation") return false;
  if (quotation.childCount < 2 || $from.indexAfter(-1) < quotation.childCount) return false;
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after());
    const after = tr.mapping.map($from.after(-1));
    tr.insert(after, nodeType(state.schema, "paragraph").create());
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after))).scrollIntoView());
  }
  return true;
};

/** From the words, Tab goes on to who said them. */
const toSpeaker: Command = (state, dispatch, view) => {
  const quotation = enclosing(state, "quotation");
  const dom = quotation && view?.nodeDOM(quotation.pos);
  if (!(dom instanceof Element)) return false;
  if (dispatch) fieldsIn(dom)[0]?.focus();
  return true;
};

export const quotation: NodePart = {
  spec: {
    group: "block",
    content: "(paragraph | unknown_block)+",
    attrs: {
      speaker: { default: "", validate: "string" },
      position: { default: "", validate: "string" },
    },
    // An object with its speaker: joining lines across its edge would lose who said what.
    isolating: true,
    parseDOM: [
      {
        tag: "blockquote",
        getAttrs: (dom) => ({
          speaker: dom.dataset["speaker"] ?? "",
          position: dom.dataset["position"] ?? "",
        }),
      },
    ],
    toDOM: (node) => [
      "blockquote",
      {
        "data-speaker": node.attrs["speaker"] as string,
        "data-position": node.attrs["position"] as string,
      },
      0,
    ],
  },
  actions: [
    {
      id: "quotation",
      group: "block",
      key: "Mod-Shift-9",
      run: toggleQuotation,
      active: (state) => enclosing(state, "quotation") !== null,
      bodyOnly: true,
    },
  ],
  keys: () => ({ Enter: leaveAtEnd, Backspace: backToParagraphs, Tab: toSpeaker }),
  rules: ({ schema, settings }) =>
    settings.kind === "notes"
      ? []
      : [
          new InputRule(/^\s*>\s$/, (state, _match, start, end) => {
            const tr = state.tr.delete(start, end);
            const range = tr.doc.resolve(start).blockRange();
            const wrapping = range && findWrapping(range, nodeType(schema, "quotation"));
            return range && wrapping ? tr.wrap(range, wrapping) : null;
          }),
        ],
  view: (context) => (node, view, getPos) => new QuotationView(node, view, getPos, context),
};

class QuotationView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly fields: Field[];

  constructor(
    node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    { host, settings }: EditorContext,
  ) {
    const { words } = settings;
    const place = { view, getPos, settings };
    const speaker = field(place, {
      attr: "speaker",
      label: words.speaker,
      placeholder: words.speaker,
      lines: "one",
    });
    const position = field(place, {
      attr: "position",
      label: words.position,
      placeholder: words.position,
      lines: "one",
    });
    this.fields = [speaker, position];
    this.dom = document.createElement("blockquote");
    this.dom.className = "quotation";
    this.contentDOM = document.createElement("div");
    this.contentDOM.className = "node-text";
    const said = document.createElement("div");
    said.className = "field-zone quotation-said";
    said.contentEditable = "false";
    said.setAttribute("role", "group");
    said.setAttribute("aria-label", words.saidBy);
    said.append(speaker.dom, position.dom);
    completePeople(speaker.input, position.input, host);
    this.dom.append(this.contentDOM, said);
    this.update(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== "quotation") return false;
    for (const each of this.fields) each.show(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    return inField(event);
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }
}
