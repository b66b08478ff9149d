/**
 * A release laid out for comparing: what it is filed under, then what stands on the page, piece by
 * piece in reading order, each piece word by word.
 */
import type { Content } from "../platform/bindings/Content";
import { w } from "../words";
import { languageName } from "../words/languages";

/** How a piece looks when it is read. */
export type Form =
  | "filing"
  | "headline"
  | "subhead"
  | "heading"
  | "paragraph"
  | "item"
  | "quotation"
  | "speaker"
  | "row"
  | "picture"
  | "small";

/** A word, a space or a sign. Two are the same when their keys are: the text and its marks. */
export interface Word {
  text: string;
  marks: NodeJson[];
  key: string;
}

export interface Piece {
  form: Form;
  /** What it is, where the text alone does not say so. */
  label: string | null;
  words: Word[];
}

/** Where a release is filed; it belongs to the release and not to its content. */
export interface Filing {
  section: string;
  tags: string[];
}

export function piecesOf(content: Content, filing: Filing | null): Piece[] {
  const { language, correction } = content;
  const pieces: Piece[] = [];
  const add = (form: Form, text: string, label: string | null = null): void => {
    if (text) pieces.push({ form, label, words: wordsOf(text, language) });
  };
  const { details, slots } = w;
  add("filing", w.kinds[content.kind], details.kind);
  add("filing", languageName(language, w.locale), details.language);
  add("filing", filing?.section ?? "", details.section);
  add("filing", filing?.tags.join(", ") ?? "", details.tags);
  add("filing", embargoOf(content), details.embargo);
  add("headline", content.headline);
  add("subhead", content.subhead);
  add("filing", content.place, slots.place);
  add("filing", content.date ? dayOf(content.date) : "", slots.date);
  add(
    "filing",
    correction ? `${correction.reference} ${correction.what}`.trim() : "",
    slots.correction,
  );
  pieces.push(...blocksOf(content.body, language));
  const notes = blocksOf(content.notes, language);
  if (notes.length > 0) add("heading", slots.notes);
  pieces.push(...notes);
  for (const { title, text } of content.boilerplates) {
    add("heading", title || slots.boilerplate);
    for (const part of text.split("\n")) add("small", part.trim());
  }
  if (content.contacts.length > 0) add("heading", slots.contacts);
  for (const { name, role, phone, email, hours } of content.contacts) {
    add("small", [name, role, phone, email, hours].filter(Boolean).join(", "));
  }
  return pieces;
}

/** Paragraphs of bare text. */
export function wordsOf(text: string, language: string, marks: NodeJson[] = []): Word[] {
  const look = marks.length > 0 ? JSON.stringify(marks) : "";
  return [...segments(text, language)].map((text) => ({ text, marks, key: text + look }));
}

function blocksOf(body: BodyJson, language: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (form: Form, words: Word[], label: string | null = null): void => {
    if (words.some(({ text }) => text.trim())) pieces.push({ form, label, words });
  };
  const said = (form: Form, value: unknown, label: string | null = null): void => {
    if (typeof value === "string") add(form, wordsOf(value, language), label);
  };
  const walk = (node: NodeJson, inside: Form): void => {
    const attrs = node.attrs ?? {};
    const children = node.content ?? [];
    switch (node.type) {
      case "heading":
        return add("heading", inlineOf(children, language));
      case "list_item":
        return children.forEach((child) => walk(child, "item"));
      case "quotation":
        children.forEach((child) => walk(child, "quotation"));
        return said("speaker", [attrs["speaker"], attrs["position"]].filter(Boolean).join(", "));
      case "table_row":
        return add("row", rowOf(children, language));
      case "table":
        said("small", attrs["caption"]);
        return children.forEach((child) => walk(child, "paragraph"));
      case "figure": {
        // Another picture is another piece, though its words may be the same.
        const picture = w.compare.picture;
        add("picture", [{ text: picture, marks: [], key: picture + String(attrs["image"]) }]);
        for (const key of ["alt", "caption", "credit"]) said("small", attrs[key]);
        return;
      }
      default:
        if (children.some(({ type }) => type === "text")) add(inside, inlineOf(children, language));
        else children.forEach((child) => walk(child, inside));
    }
  };
  (body.content ?? []).forEach((node) => walk(node, "paragraph"));
  return pieces;
}

function inlineOf(nodes: NodeJson[], language: string): Word[] {
  return nodes.flatMap(({ type, text, marks }) => {
    // A comment stands on words without being part of them.
    const own = (marks ?? []).filter(({ type }) => type !== "comment");
    if (type === "text") return wordsOf(text ?? "", language, own);
    return type === "hard_break" ? [{ text: "\n", marks: [], key: "\n" }] : [];
  });
}

function rowOf(cells: NodeJson[], language: string): Word[] {
  const between = { text: " │ ", marks: [], key: " │ " };
  const texts = (node: NodeJson): Word[] =>
    (node.content ?? []).some(({ type }) => type === "text")
      ? inlineOf(node.content ?? [], language)
      : (node.content ?? []).flatMap(texts);
  return cells.flatMap((cell, i) => (i > 0 ? [between, ...texts(cell)] : texts(cell)));
}

function dayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return day.toLocaleDateString(w.locale, { dateStyle: "long", timeZone: "UTC" });
}

function embargoOf({ embargo }: Content): string {
  if (!embargo) return "";
  const until = new Date(embargo.until).toLocaleString(w.locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: embargo.zone,
  });
  return `${until} (${embargo.zone})`;
}

const segmenters = new Map<string, Intl.Segmenter>();

function* segments(text: string, language: string): Generator<string> {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: "word" });
    segmenters.set(language, segmenter);
  }
  for (const { segment } of segmenter.segment(text)) yield segment;
}
