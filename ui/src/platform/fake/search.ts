/** The search language of the invented desk: words, and filters such as `tag:"winter traffic"`. */
import type { Kind } from "../bindings/Kind";
import type { Release } from "../bindings/Release";
import type { Stage } from "../bindings/Stage";

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

export function searchOf(text: string): Search {
  const search: Search = { words: [], filters: [], remarks: [] };
  for (const piece of text.toLowerCase().match(/[-\w]+:"[^"]*"?|\S+/g) ?? []) {
    const [, minus, name = "", value = ""] =
      /^(-?)(tag|section|stage|kind|language|before|after|embargoed):"?([^"]*)/.exec(piece) ?? [];
    if (!name) search.words.push(piece);
    if (!name || !value) continue;
    const filter = filterOf(name, value);
    if (typeof filter === "string") search.remarks.push(`${filter} The filter was left out.`);
    else search.filters.push(minus ? (release, now) => !filter(release, now) : filter);
  }
  return search;
}

/** What a filter lets through, or why it makes no sense. */
function filterOf(name: string, value: string): Filter | string {
  const same = (one: string) => one.toLowerCase() === value;
  switch (name) {
    case "tag":
      return ({ tags }) => tags.some(same);
    case "section":
      return ({ section }) => same(section);
    case "language":
      return ({ content }) => same(content.language) || content.language.startsWith(`${value}-`);
    case "stage":
      return value in STAGES ? ({ stage }) => stage === value : `“${value}” is no stage.`;
    case "kind":
      return value in KINDS ? ({ content }) => content.kind === value : `“${value}” is no kind.`;
    case "embargoed": {
      if (value !== "yes" && value !== "no") return `embargoed: is yes or no, not “${value}”.`;
      const held = ({ content }: Release, now: Date) =>
        content.embargo !== null && new Date(content.embargo.until) > now;
      return (release, now) => held(release, now) === (value === "yes");
    }
    default: {
      if (!/^\d{4}(-\d\d){0,2}$/.test(value)) return `“${value}” is no date.`;
      const day = (value + "-01-01").slice(0, 10);
      return ({ content }) =>
        content.date !== null && (name === "before" ? content.date < day : content.date >= day);
    }
  }
}
