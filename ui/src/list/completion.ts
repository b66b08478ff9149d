/** Completes the filters of a search as they are typed: `ta` to `tag:`, `tag:re` to `tag:rescue`. */

/** What a filter can be followed by. */
export type Filters = Record<string, readonly Value[]>;

export interface Value {
  value: string;
  /** What it means, in the words of the window. */
  hint?: string;
}

export interface Offer {
  /** What takes the place of the piece. */
  text: string;
  hint: string;
}

export interface Completion {
  /** Where in the text the piece stands that is completed. */
  from: number;
  to: number;
  /** What can take its place, the best first. */
  offered: Offer[];
}

/** Letters of a bare word from which on it may be the beginning of a filter. */
const ENOUGH = 2;

/** What can be offered for the piece in which the caret stands. */
export function complete(text: string, caret: number, filters: Filters): Completion {
  const from = beginning(text, caret);
  const piece = text.slice(from, caret);
  const nothing = { from, to: caret, offered: [] };
  const [, minus = "", name = "", colon, value = ""] =
    /^(-?)(\p{L}*)(:?)"?(.*)$/su.exec(piece) ?? [];
  if (!colon) {
    if (name.length < ENOUGH || value) return nothing;
    const fitting = Object.keys(filters).filter((filter) => filter.startsWith(name.toLowerCase()));
    return { ...nothing, offered: fitting.map((filter) => offer(`${minus}${filter}:`)) };
  }
  const wanted = value.toLowerCase();
  const values = (filters[name.toLowerCase()] ?? []).filter((one) => one.value !== value);
  const begins = (words: string) => words.toLowerCase().startsWith(wanted);
  const holds = (words: string) => words.toLowerCase().includes(wanted);
  // People who do not know the word look for what it means in their own language.
  const rest = values.filter(({ value }) => !begins(value));
  const fitting = [
    ...values.filter(({ value }) => begins(value)),
    ...rest.filter(({ value, hint = "" }) => holds(value) || begins(hint)),
  ];
  return {
    ...nothing,
    offered: fitting.map(({ value, hint }) => offer(`${minus}${name}:${quoted(value)} `, hint)),
  };
}

function offer(text: string, hint = ""): Offer {
  return { text, hint };
}

/** Where the piece begins: after the last space that is not inside quotation marks. */
function beginning(text: string, caret: number): number {
  let from = 0;
  let inside = false;
  for (let at = 0; at < caret; at += 1) {
    if (text[at] === '"') inside = !inside;
    else if (text[at] === " " && !inside) from = at + 1;
  }
  return from;
}

function quoted(value: string): string {
  return value.includes(" ") ? `"${value}"` : value;
}
