// A picture with the words that stand for it: alternative text, caption and credit, asked for at once.

import type { Node } from "prosemirror-model";
import { NodeSelection, Plugin, type Command } from "prosemirror-state";
import type { EditorView, NodeView } from "prosemirror-view";

import { messageOf } from "../fault";
import { field, focusField, inField, type Field } from "../fields";
import type { EditorContext } from "../host";
import { placeBlock } from "../insert";
import type { NodePart } from "../part";
import { hold } from "../pending";
import { nodeType } from "../types";

/** The event by which the command reaches the file dialog: it must open within the click itself. */
const choose = "choose-picture";

const choosePicture: Command = (_state, dispatch, view) => {
  if (dispatch) view?.dom.dispatchEvent(new CustomEvent(choose));
  return true;
};

/** From a selected figure, Enter and Tab go to its words. */
const toWords: Command = (state, dispatch, view) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== "figure") return false;
  return !!view && (!dispatch || focusField(view, selection.from, "alt"));
};

export const figure: NodePart = {
  spec: {
    // At the top only: lists, quotations and cells do not name it.
    group: "block",
    atom: true,
    draggable: true,
    attrs: {
      image: { default: "", validate: "string" },
      alt: { default: "", validate: "string" },
      caption: { default: "", validate: "string" },
      credit: { default: "", validate: "string" },
    },
    parseDOM: [
      {
        tag: "figure[data-image]",
        getAttrs: ({ dataset }) => ({
          image: dataset["image"] ?? "",
          alt: dataset["alt"] ?? "",
          caption: dataset["caption"] ?? "",
          credit: dataset["credit"] ?? "",
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      "figure",
      {
        "data-image": attrs["image"] as string,
        "data-alt": attrs["alt"] as string,
        "data-caption": attrs["caption"] as string,
        "data-credit": attrs["credit"] as string,
      },
    ],
  },
  actions: [{ id: "figure", group: "insert", run: choosePicture, bodyOnly: true }],
  keys: () => ({ Enter: toWords, Tab: toWords }),
  plugins: (context) => [pictureChooser(context)],
  view: (context) => (node, view, getPos) => new FigureView(node, view, getPos, context),
};

/** Whether a file on the clipboard or in a drop is a picture. */
export function isPicture(file: File): boolean {
  return file.type.startsWith("image/");
}

/** Takes pictures into the desk and puts them near a position; the first one's words are asked for. */
export async function addPictures(
  view: EditorView,
  context: EditorContext,
  files: readonly (File | string)[],
  at: number,
): Promise<void> {
  const { host, schema, settings } = context;
  const place = hold(view, at, at, settings.words.addingPicture);
  let first = true;
  for (const file of files) {
    let image: string;
    try {
      if (file instanceof File && file.size === 0) throw new Error(settings.words.emptyPicture);
      ({ image } = await host.addPicture(file));
    } catch (fault) {
      host.say(messageOf(fault));
      continue;
    }
    const range = place.range();
    if (!range) return;
    const node = nodeType(schema, "figure").create({ image });
    const { tr, pos } = placeBlock(view.state, range.to, node);
    view.dispatch(tr.scrollIntoView());
    if (first) focusField(view, pos, "alt");
    first = false;
  }
  place.release();
}

/** Opens the browser's file dialog when asked to, and takes in what is chosen. */
function pictureChooser(context: EditorContext): Plugin {
  return new Plugin({
    view(view) {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = "image/*";
      input.multiple = true;
      input.hidden = true;
      input.addEventListener("change", () => {
        const files = [...(input.files ?? [])];
        input.value = "";
        void addPictures(view, context, files, view.state.selection.to);
      });
      const open = () => input.click();
      view.dom.after(input);
      view.dom.addEventListener(choose, open);
      return {
        destroy() {
          view.dom.removeEventListener(choose, open);
          input.remove();
        },
      };
    },
  });
}

class FigureView implements NodeView {
  readonly dom: HTMLElement;
  private readonly picture: HTMLImageElement;
  private readonly missing: HTMLElement;
  private readonly fields: Field[];
  private readonly context: EditorContext;
  private image: string | null = null;

  constructor(
    node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    context: EditorContext,
  ) {
    this.context = context;
    const { settings } = context;
    const { words } = settings;
    const place = { view, getPos, settings };
    this.fields = [
      field(place, {
        attr: "alt",
        label: words.alt,
        placeholder: words.altPlaceholder,
        lines: "many",
      }),
      field(place, {
        attr: "caption",
        label: words.caption,
        placeholder: words.captionPlaceholder,
        lines: "many",
      }),
      field(place, {
        attr: "credit",
        label: words.credit,
        placeholder: words.creditPlaceholder,
        lines: "one",
      }),
    ];
    this.dom = document.createElement("figure");
    this.dom.className = "figure";
    this.picture = document.createElement("img");
    this.picture.draggable = false;
    this.picture.addEventListener("error", () => this.dom.classList.add("figure-lost"));
    const lost = document.createElement("p");
    lost.className = "figure-lost-word";
    lost.textContent = words.lostPicture;
    this.missing = document.createElement("p");
    this.missing.className = "figure-missing";
    this.missing.textContent = words.missingAlt;
    const zone = document.createElement("div");
    zone.className = "field-zone figure-words";
    zone.append(...this.fields.map((each) => each.dom));
    const [alt] = this.fields;
    if (alt) {
      this.missing.id = `${alt.input.id}-missing`;
      alt.input.setAttribute("aria-describedby", this.missing.id);
      alt.dom.append(this.missing);
    }
    this.dom.append(this.picture, lost, zone);
    this.update(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== "figure") return false;
    const { image, alt } = node.attrs as { image: string; alt: string };
    if (image !== this.image) {
      this.image = image;
      this.dom.classList.remove("figure-lost");
      this.picture.src = this.context.host.pictureUrl(image);
    }
    this.picture.alt = alt;
    this.missing.hidden = alt.trim() !== "";
    for (const each of this.fields) each.show(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    return inField(event);
  }

  ignoreMutation(): boolean {
    return true;
  }
}
