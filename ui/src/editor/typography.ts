// Quotation marks, apostrophes and dashes as the language of the text sets them, made while typing.
// Backspace or Undo right after brings back what was typed.

import { InputRule } from "prosemirror-inputrules";

import type { EditorContext } from "./host";

type Pair = readonly [open: string, close: string];

/** How a language sets quotation marks and dashes. */
interface Typography {
  outer: Pair;
  inner: Pair;
  /** The dash between clauses. */
  dash: string;
}

/** Each pair with the languages that use it: the same table as the Rust model's `quote_marks`. */
const quotes: readonly { languages: string[]; outer: Pair; inner: Pair }[] = [
  { languages: ["fr"], outer: ["«\u00a0", "\u00a0»"], inner: ["“", "”"] },
  { languages: ["ru", "uk", "be"], outer: ["«", "»"], inner: ["„", "“"] },
  {
    languages: ["ar", "es", "pt", "it", "hy", "kk", "ky", "fa"],
    outer: ["«", "»"],
    inner: ["“", "”"],
  },
  { languages: ["de-CH"], outer: ["«", "»"], inner: ["‹", "›"] },
  {
    languages: ["de", "cs", "sk", "bg", "lt", "et", "is", "sl", "ka"],
    outer: ["„", "“"],
    inner: ["‚", "‘"],
  },
  { languages: ["pl", "ro", "hu", "hr"], outer: ["„", "”"], inner: ["«", "»"] },
  { languages: ["sv", "fi"], outer: ["”", "”"], inner: ["’", "’"] },
  { languages: ["da", "nb", "nn", "no"], outer: ["«", "»"], inner: ["“", "”"] },
  { languages: ["ja", "zh"], outer: ["「", "」"], inner: ["『", "』"] },
];

/** Languages that set the long dash between clauses. */
const longDash = new Set(["en-US", "en-CA", "ru", "uk", "be", "bg", "kk", "ky"]);

const apostrophe = "’";

/** The typography of a language, by its tag; English where nothing else is known. */
export function typographyOf(language: string): Typography {
  const primary = language.split("-")[0] ?? "";
  const marks =
    quotes.find(({ languages }) => languages.includes(language)) ??
    quotes.find(({ languages }) => languages.includes(primary));
  return {
    outer: marks?.outer ?? ["“", "”"],
    inner: marks?.inner ?? ["‘", "’"],
    dash: longDash.has(language) || longDash.has(primary) ? "—" : "–",
  };
}

/**
 * What a straight quotation mark becomes after the text before it on the line. A double one opens
 * the inner pair inside an open quotation, and closes whichever was opened last.
 */
export function curly(typed: '"' | "'", before: string, language: string): string {
  const { outer, inner } = typographyOf(language);
  const opening = /(?:^|[\s([{\u2013\u2014/])$/u.test(before) || justOpened(before, outer, inner);
  const within = isOpen(before, outer);
  if (typed === '"') {
    if (opening) return within ? inner[0] : outer[0];
    return within && isOpen(before, inner) ? inner[1] : outer[1];
  }
  // Languages whose inner marks are not single ones type an apostrophe and nothing else.
  const single = /^[‘’‚‹›]/u;
  if (!single.test(inner[0])) return apostrophe;
  if (opening) return inner[0];
  return isOpen(before, inner) ? inner[1] : apostrophe;
}

/** Whether the text ends with a mark that has just been opened. */
function justOpened(before: string, ...pairs: Pair[]): boolean {
  return pairs.some((pair) => before.endsWith(pair[0]) && isOpen(before, pair));
}

/** Whether the last opening mark of the pair is not yet closed. */
function isOpen(before: string, [open, close]: Pair): boolean {
  const opened = open.trim();
  const closed = close.trim();
  if (opened === closed) return before.split(opened).length % 2 === 0;
  let depth = 0;
  for (const character of before) {
    if (character === opened) depth++;
    else if (character === closed) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** The rules that set type while typing. They read the language at each key, so it may change. */
export function typographyRules({ settings }: EditorContext): InputRule[] {
  return [
    new InputRule(/["']$/, (state, match, start, end) => {
      const $start = state.doc.resolve(start);
      const before = $start.parent.textBetween(0, $start.parentOffset, null, "\n");
      const typed = match[0] === '"' ? '"' : "'";
      return state.tr.insertText(curly(typed, before, settings.language), start, end);
    }),
    // A decade is cut short, not quoted.
    new InputRule(/‘(\d)$/, (state, match, start, end) =>
      state.tr.insertText(`${apostrophe}${match[1] ?? ""}`, start, end),
    ),
    // Two hyphens, or one between spaces: the dash of the language. A third makes it long.
    new InputRule(/--$/, (state, _match, start, end) =>
      state.tr.insertText(typographyOf(settings.language).dash, start, end),
    ),
    new InputRule(/–-$/, (state, _match, start, end) => state.tr.insertText("—", start, end)),
    new InputRule(/\S -\s$/, (state, match, start, end) =>
      state.tr.insertText(
        `${match[0].slice(0, -2)}${typographyOf(settings.language).dash} `,
        start,
        end,
      ),
    ),
  ];
}
