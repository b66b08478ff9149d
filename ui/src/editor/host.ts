// What the editor asks of its surroundings, and what it is told: the whole of its outside world.

import type { Schema } from "prosemirror-model";

import type { EditorWords } from "./words";

/** Foreign content: as the page was handed it, which a web view may have cleaned. */
export interface Clip {
  html: string;
  text: string;
  /** Whether it was dropped here; else it lies on the clipboard. */
  dropped: boolean;
}

/** What the editor cannot do by itself. */
export interface EditorHost {
  /** The address at which the picture of that hash can be shown. */
  pictureUrl(hash: string): string;
  /** Takes a picture into the desk: a file, or its path. Rejects with an error whose message is shown. */
  addPicture(file: File | string): Promise<{ image: string }>;
  /**
   * Reads foreign clipboard content into the document model; the notes say what was kept and removed,
   * footnotes belong to the notes to editors.
   */
  paste(clip: Clip): Promise<Pasted>;
  /** Puts footnotes where this release has its notes to editors. Returns what takes them back. */
  keepFootnotes(footnotes: BodyJson): (() => void) | null;
  /** The people whom the desk has quoted or can be asked. */
  people(): Person[];
  /** Shows a small notice, with Undo where that is possible. */
  say(message: string, undo?: () => void): void;
  /** Takes the focus on, when Tab or Shift+Tab leaves the editor. */
  jumpOut(direction: "back" | "forward"): void;
}

/** A clip as the document model has it. */
export interface Pasted {
  body: BodyJson;
  footnotes: BodyJson;
  notes: string[];
}

/** Somebody who can be quoted. */
export interface Person {
  name: string;
  position: string;
}

/** How an editor is set up. */
export interface EditorSettings {
  /** The accessible name of the writing surface. */
  label: string;
  body: BodyJson;
  /** BCP 47 tag of the text's language. */
  language: string;
  direction: "ltr" | "rtl";
  placeholder: string;
  /** Notes to editors hold paragraphs and lists only, and number what stands at the top. */
  kind: "body" | "notes";
  editable: boolean;
  /** Whether changes are suggested instead of made. */
  suggesting: boolean;
  /** Whether the block with the caret stands out and the rest is quiet. */
  spotlight: boolean;
  /** Whether the line with the caret stays at one height. */
  typewriter: boolean;
  /** Whose suggestions they are. */
  author: string;
  words: EditorWords;
}

/** What the parts of the editor share: the host, and the settings as they stand at the moment. */
export interface EditorContext {
  readonly schema: Schema;
  readonly host: EditorHost;
  readonly settings: EditorSettings;
}

/** What a check says about a place in the text. */
export interface Finding {
  rule: string;
  severity: "error" | "warning" | "advice";
  slot:
    | "headline"
    | "subhead"
    | "place"
    | "date"
    | "body"
    | "notes"
    | "boilerplate"
    | "contacts"
    | "correction";
  /** The number of the passage; null when the finding concerns the whole. */
  block: number | null;
  /** Unicode characters from the passage's start. */
  start: number;
  end: number;
  /** The words at that place. */
  excerpt: string;
  message: string;
  fixes: { label: string; replacement: string }[];
}
