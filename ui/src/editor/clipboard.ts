// Copy, paste and drop.
//
// Foreign HTML is read by the host, off this thread, so that a large paste does not stop the writing;
// what was copied here is recognised and put in directly. `getData` is asked whatever the event's
// `types` say: WebKitGTK leaves them empty for a paste that holds text and a picture.

import { DOMSerializer, Fragment, Slice, type Node as DocNode } from "prosemirror-model";
import { closeHistory } from "prosemirror-history";
import { Plugin, TextSelection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { documentOf } from "./body";
import { messageOf } from "./fault";
import type { Clip, EditorContext } from "./host";
import { pastedAddress } from "./marks/address";
import { setLink } from "./marks/linked";
import { addPictures, isPicture } from "./nodes/figure";
import { asNotes } from "./notes";
import { hold } from "./pending";
import { revert, revertible } from "./revert";
import { textRange } from "./selection";
import { unremarked } from "./settled";

/**
 * The most characters that are taken at once: of HTML twice what a document of a hundred pages has, and
 * of words what can still be written in.
 */
const mostTaken = { html: 20_000_000, text: 400_000 };

/** Stands on the first element of what is copied here. */
const ownMark = "data-dateline-slice";

export function clipboard(context: EditorContext): Plugin {
  let plainWanted = false;
  return new Plugin({
    props: {
      clipboardSerializer: new MarkingSerializer(context.schema),
      transformCopied: unremarked,
      transformPasted: (slice) =>
        context.settings.kind === "notes" ? asNotes(unremarked(slice)) : unremarked(slice),
      handleDOMEvents: {
        keydown(_view, event) {
          plainWanted = event.shiftKey && event.key.toLowerCase() === "v";
          return false;
        },
        paste(view, event) {
          const { clipboardData } = event;
          if (!view.editable || view.composing || !clipboardData) return false;
          event.preventDefault();
          const plain = plainWanted;
          plainWanted = false;
          paste(view, context, event, clipboardData, plain);
          return true;
        },
        drop(view, event) {
          const { dataTransfer } = event;
          if (!view.editable || view.dragging || !dataTransfer) return false;
          return drop(view, context, event, dataTransfer);
        },
      },
    },
  });
}

function paste(
  view: EditorView,
  context: EditorContext,
  event: ClipboardEvent,
  data: DataTransfer,
  plain: boolean,
): void {
  const text = data.getData("text/plain") || data.getData("text/uri-list");
  const html = plain ? "" : data.getData("text/html");
  const pictures = plain ? [] : picturesIn(data);
  const large = html.length > mostTaken.html || (!html && text.length > mostTaken.text);
  if (large) context.host.say(context.settings.words.clipTooLarge);
  else if (html && isOwn(html)) view.pasteHTML(html, event);
  else if (pictures.length > 0 && !text.trim() && context.settings.kind === "body")
    void addPictures(view, context, pictures, view.state.selection.to);
  else if (html.trim()) void pasteForeign(view, context, { html, text, dropped: false });
  else if (text) pasteText(view, event, text);
}

function drop(
  view: EditorView,
  context: EditorContext,
  event: DragEvent,
  data: DataTransfer,
): boolean {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  const html = data.getData("text/html");
  const pictures = picturesIn(data);
  if (pictures.length > 0 && context.settings.kind === "body") {
    event.preventDefault();
    void addPictures(view, context, pictures, at ?? view.state.doc.content.size);
    return true;
  }
  // Documents are imported by the window around; the event goes on to it.
  if (data.files.length > 0) return true;
  if (!html.trim() || isOwn(html) || at === undefined) return false;
  event.preventDefault();
  const $at = view.state.doc.resolve(at);
  view.dispatch(view.state.tr.setSelection(TextSelection.near($at)));
  view.focus();
  void pasteForeign(view, context, { html, text: data.getData("text/plain"), dropped: true });
  return true;
}

/** A text that is nothing but an address becomes a link, on the selected words if there are any. */
function pasteText(view: EditorView, event: ClipboardEvent, text: string): void {
  const { state } = view;
  const { $from, $to, from, to } = textRange(state);
  const href = pastedAddress(text);
  if (href && $from.sameParent($to) && $from.parent.inlineContent)
    view.dispatch(setLink(state, { from, to }, href, text.trim()).scrollIntoView());
  else view.pasteText(text, event);
}

/** Lets the host read the clip and puts the result where the paste was asked for, wherever that is by then. */
async function pasteForeign(view: EditorView, context: EditorContext, clip: Clip): Promise<void> {
  const { host, settings } = context;
  const { from, to } = view.state.selection;
  const place = hold(view, from, to, settings.words.pasting);
  try {
    const { body, footnotes, notes } = await host.paste(clip);
    const range = place.range();
    place.release();
    if (!range) return;
    const isNotes = settings.kind === "notes";
    // Where there are no notes to editors, footnotes stay with their text.
    const away = !isNotes && hasBlocks(footnotes) ? host.keepFootnotes(footnotes) : null;
    const here = away ? body : withFootnotes(body, footnotes);
    const change = insertBody(view, context, documentOf(here), range);
    const takeBack = change
      ? () => {
          revert(view, change);
          away?.();
        }
      : undefined;
    if (notes.length > 0) host.say(notes.join(" "), takeBack);
  } catch (fault) {
    place.release();
    host.say(messageOf(fault));
  }
}

function hasBlocks(body: BodyJson): boolean {
  return (body.content?.length ?? 0) > 0;
}

function withFootnotes(body: BodyJson, footnotes: BodyJson): BodyJson {
  return { type: "doc", content: [...(body.content ?? []), ...(footnotes.content ?? [])] };
}

/** Puts a pasted text in its place. Returns the change, unless a table took it into its cells. */
function insertBody(
  view: EditorView,
  { settings }: EditorContext,
  doc: DocNode,
  range: { from: number; to: number },
): Transaction | null {
  const open = openSlice(doc);
  const slice = settings.kind === "notes" ? asNotes(open) : open;
  const { state } = view;
  const { from, to } = state.selection;
  const stayed = from === range.from && to === range.to;
  // Tables take pasted cells into theirs; that works on the selection, so only where it stayed.
  const taken =
    stayed && view.someProp("handlePaste", (f) => f(view, new ClipboardEvent("paste"), slice));
  if (taken) return null;
  const tr = closeHistory(state.tr);
  if (stayed) tr.replaceSelection(slice);
  else tr.replaceRange(range.from, range.to, slice);
  const change = revertible(tr.setMeta("paste", true).setMeta("uiEvent", "paste").scrollIntoView());
  view.dispatch(change);
  return change;
}

/** A document's content, open where it begins and ends with a paragraph, so that it joins the line. */
function openSlice(doc: DocNode): Slice {
  const opens = (node: DocNode | null) => (node?.type.name === "paragraph" ? 1 : 0);
  return new Slice(doc.content, opens(doc.firstChild), opens(doc.lastChild));
}

function picturesIn(data: DataTransfer): File[] {
  return [...data.files].filter(isPicture);
}

function isOwn(html: string): boolean {
  return html.slice(0, 4000).includes(ownMark);
}

/** Serialises as the schema does, and leaves its mark on the outermost element. */
class MarkingSerializer extends DOMSerializer {
  constructor(schema: EditorContext["schema"]) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const dom = super.serializeFragment(fragment, options, target);
    if (!target) dom.firstElementChild?.setAttribute(ownMark, "");
    return dom;
  }
}
