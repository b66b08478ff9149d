/** Three checks of the invented desk, so that findings can be seen without Rust. */
import type { Content } from "../bindings/Content";
import type { Finding } from "../wire";
import { passagesOf } from "./text";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DATED =
  /\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (\d{1,2} [A-Z][a-z]+)(?: (\d{4}))?\b/g;

export function check(content: Content): Finding[] {
  const year = Number((content.date ?? "2026").slice(0, 4));
  return passagesOf(content.body).flatMap((text, block) => [
    ...weekdays(text, block, year),
    ...doubled(text, block),
    ...openQuotes(text, block),
  ]);
}

function weekdays(text: string, block: number, year: number): Finding[] {
  return [...text.matchAll(DATED)].flatMap((match) => {
    const [excerpt, said, dayAndMonth, named] = match;
    const date = new Date(`${dayAndMonth} ${named ?? year} 12:00 UTC`);
    const real = WEEKDAYS[date.getUTCDay()];
    if (isNaN(date.valueOf()) || !real || real === said) return [];
    const message = `“${excerpt}” is a ${real} in ${date.getUTCFullYear()}.`;
    const replacement = excerpt.replace(said ?? "", real);
    return [
      at(text, block, match.index, excerpt, "weekday-mismatch", "error", message, [
        { label: replacement, replacement },
      ]),
    ];
  });
}

function doubled(text: string, block: number): Finding[] {
  return [...text.matchAll(/\b(\p{L}+) \1\b/giu)].map((match) =>
    at(text, block, match.index, match[0], "doubled-word", "warning", "The word stands twice.", [
      { label: match[1] ?? "", replacement: match[1] ?? "" },
    ]),
  );
}

function openQuotes(text: string, block: number): Finding[] {
  const opened = text.indexOf("“");
  if (opened < 0 || text.includes("”")) return [];
  const message = "The quotation mark is opened and not closed in this paragraph.";
  return [at(text, block, opened, "“", "unbalanced-quotes", "advice", message, [])];
}

function at(
  text: string,
  block: number,
  index: number,
  excerpt: string,
  rule: string,
  severity: Finding["severity"],
  message: string,
  fixes: Finding["fixes"],
): Finding {
  const start = [...text.slice(0, index)].length;
  const end = start + [...excerpt].length;
  const key = `${rule}:${block}:${excerpt}`;
  return {
    rule,
    severity,
    slot: "body",
    block,
    start,
    end,
    excerpt,
    message,
    fixes,
    related: [],
    key,
  };
}
