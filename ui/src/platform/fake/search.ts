/** The search language of the invented desk: words, and filters such as `tag:"winter traffic"`. */
import type { Kind } from "../bindings/Kind";
import type { Release } from "../bindings/Release";
import type { Stage } from "../bindings/Stage";
import { dayKey } from "../day";
import { SPANS, type Span } from "../spans";
import { say } from "./say";

type Filter = (release: Release, now: Date) => boolean;

interface Search {
  words: string[];
  filters: Filter[];
  /** What of it makes no sense, a sentence each. */
  remarks: string[];
}

export const STAGES: Record<Stage, true> = {
  draft: true,
  review: true,
  approved: true,
  released: true,
  corrected: true,
  withdrawn: true,
};

const KINDS: Record<Kind, true> = {
  news: true,
  statement: true,
  interview: true,
  report: true,
  advisory: true,
  notice: true,
  correction: true,
};

export function searchOf(text: string, now: Date): Search {
  const search: Search = { words: [], filters: [], remarks: [] };
  for (const piece of text.toLowerCase().match(/[-\w]+:"[^"]*"?|\S+/g) ?? []) {
    const [, minus, name = "", value = ""] =
      /^(-?)(tag|section|stage|kind|language|before|after|embargoed):"?([^"]*)/.exec(piece) ?? [];
    if (!name) search.words.push(piece);
    if (!name || !value) continue;
    // What stands at the end may go on.
    const open = text.toLowerCase().endsWith(piece) && !piece.endsWith('"');
    const filter = filterOf(name, value, open, now);
    if (typeof filter === "string")
      search.remarks.push(say("{why} The filter was left out.", { why: filter }));
    else search.filters.push(minus ? (release, now) => !filter(release, now) : filter);
  }
  return search;
}

/** What a filter lets through, or why it makes no sense. */
function filterOf(name: string, value: string, open: boolean, today: Date): Filter | string {
  const same = (one: string) =>
    open ? one.toLowerCase().startsWith(value) : one.toLowerCase() === value;
  const among = (names: object) => Object.keys(names).some(same);
  switch (name) {
    case "tag":
      return ({ tags }) => tags.some(same);
    case "section":
      return ({ section }) => same(section);
    case "language":
      return ({ content }) => same(content.language) || content.language.startsWith(`${value}-`);
    case "stage":
      return among(STAGES) ? ({ stage }) => same(stage) : unknown(value, "stage", STAGES);
    case "kind":
      return among(KINDS)
        ? ({ content }) => same(content.kind)
        : unknown(value, "kind of release", KINDS);
    case "embargoed": {
      if (value !== "yes" && value !== "no")
        return say("embargoed: is yes or no, not “{value}”.", { value });
      const held = ({ content }: Release, now: Date) =>
        content.embargo !== null && new Date(content.embargo.until) > now;
      return (release, now) => held(release, now) === (value === "yes");
    }
    default: {
      const day = value in SPANS ? dayKey(SPANS[value as Span](today)) : value;
      if (!/^\d{4}(-\d\d){0,2}$/.test(day)) {
        return name === "before"
          ? say(
              "“{value}” is no date. Write before:2026, before:2026-10, before:2026-10-14 or before:this-month for earlier releases.",
              { value },
            )
          : say(
              "“{value}” is no date. Write after:2026, after:2026-10, after:2026-10-14 or after:this-month for that time and later.",
              { value },
            );
      }
      const first = (day + "-01-01").slice(0, 10);
      return ({ content }) =>
        content.date !== null && (name === "before" ? content.date < first : content.date >= first);
    }
  }
}

const unknown = (word: string, what: "stage" | "kind of release", known: object): string =>
  say("“{word}” is no {what}. Known are: {known}.", {
    ...{ word, what: say(what), known: Object.keys(known).join(", ") },
  });
