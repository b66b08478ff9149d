// The words of the editor's own surface, and their English set.

import type { EditorCommand } from "./commands";

/** Everything that the editor says or shows beside the text itself. */
export interface EditorWords {
  /** Names of the commands, for buttons and menus. */
  commands: Record<EditorCommand, string>;
  toolbar: string;
  textStyle: string;
  speaker: string;
  position: string;
  saidBy: string;
  tableCaption: string;
  alt: string;
  altPlaceholder: string;
  caption: string;
  captionPlaceholder: string;
  credit: string;
  creditPlaceholder: string;
  missingAlt: string;
  lostPicture: string;
  emptyPicture: string;
  /** Why a clip is not pasted. */
  clipTooLarge: string;
  addingPicture: string;
  pasting: string;
  linkAddress: string;
  linkPlaceholder: string;
  linkRefused: string;
  apply: string;
  removeLink: string;
  /** The label of a part that this version does not know; its name as it came. */
  unknown(name: string): string;
  unknownHint: string;
  find: string;
  findText: string;
  replaceText: string;
  matchCase: string;
  wholeWord: string;
  next: string;
  previous: string;
  replace: string;
  replaceAll: string;
  close: string;
  /** Which of how many hits; `current` is 0 when none is chosen. */
  hits(current: number, total: number): string;
  replaced(count: number): string;
  /** Why something cannot be suggested. */
  onlyWords: string;
}

export const englishWords: EditorWords = {
  commands: {
    undo: "Undo",
    redo: "Redo",
    paragraph: "Paragraph",
    "heading-2": "Heading",
    "heading-3": "Subheading",
    "heading-4": "Minor heading",
    "bullet-list": "Bullet list",
    "ordered-list": "Numbered list",
    indent: "Indent",
    outdent: "Outdent",
    quotation: "Quotation",
    strong: "Bold",
    emphasis: "Italic",
    subscript: "Subscript",
    superscript: "Superscript",
    plain: "Clear formatting",
    link: "Link",
    unlink: "Remove link",
    table: "Table",
    figure: "Picture",
    divider: "Divider",
    "hard-break": "Line break",
    "row-above": "Add row above",
    "row-below": "Add row below",
    "column-before": "Add column before",
    "column-after": "Add column after",
    "delete-row": "Delete row",
    "delete-column": "Delete column",
    "header-row": "Header row",
    "header-column": "Header column",
    "merge-cells": "Merge cells",
    "split-cell": "Split cell",
    "align-start": "Align to start",
    "align-center": "Centre",
    "align-end": "Align to end",
    "delete-table": "Delete table",
  },
  toolbar: "Formatting",
  textStyle: "Text style",
  speaker: "Speaker",
  position: "Position",
  saidBy: "Said by",
  tableCaption: "Table caption",
  alt: "Alternative text",
  altPlaceholder: "What the picture shows, for readers who cannot see it",
  caption: "Caption",
  captionPlaceholder: "What stands below the picture",
  credit: "Credit",
  creditPlaceholder: "Whose picture it is",
  missingAlt: "Alternative text is missing.",
  lostPicture: "This picture is not on the desk. Delete it here and add it again from its file.",
  clipTooLarge:
    "There is too much on the clipboard to be pasted at once, and nothing was. Paste a part of it, or import the document as a file.",
  emptyPicture:
    "The picture arrived empty from the clipboard. Save it as a file and drop the file into the text.",
  addingPicture: "Adding picture…",
  pasting: "Pasting…",
  linkAddress: "Link address",
  linkPlaceholder: "https://, e-mail address or tel:",
  linkRefused:
    "That is not an address. A link leads to a web page, an e-mail address or a phone number.",
  apply: "Apply",
  removeLink: "Remove",
  unknown: (name) => `Kept as it came: ${name}`,
  unknownHint:
    "This version of Dateline cannot show this part. It is kept unchanged, and can be moved or deleted.",
  find: "Find and replace",
  findText: "Find",
  replaceText: "Replace with",
  matchCase: "Match case",
  wholeWord: "Whole word",
  next: "Next",
  previous: "Previous",
  replace: "Replace",
  replaceAll: "Replace all",
  close: "Close",
  hits: (current, total) =>
    total === 0 ? "No hits" : current === 0 ? `${total} hits` : `${current} of ${total}`,
  replaced: (count) => (count === 1 ? "Replaced once." : `Replaced ${count} times.`),
  onlyWords:
    "Only words can be suggested, not their form, pictures or tables. Nothing was changed; turn suggesting off to change it.",
};
