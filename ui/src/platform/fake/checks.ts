/** Four checks of the invented desk, so that findings can be seen without Rust. */
import type { Acceptance } from "../bindings/Acceptance";
import type { Content } from "../bindings/Content";
import type { HouseStyle } from "../bindings/HouseStyle";
import type { Review } from "../bindings/Review";
import type { RuleCard } from "../bindings/RuleCard";
import type { Finding } from "../wire";
import { say } from "./say";
import { passagesOf } from "./text";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DATED =
  /\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (\d{1,2} [A-Z][a-z]+)(?: (\d{4}))?\b/g;

/** Words of which the invented dictionary knows how they are spelled. */
const SPELLED: Record<string, string> = { harbuor: "harbour", recieve: "receive" };

/** The four rules, as the rule browser shows them. */
export const rules = (): RuleCard[] => [
  rule(
    "weekday-mismatch",
    "dates",
    "error",
    "A weekday that disagrees with the date beside it.",
    "Day and date that disagree head the wire services' list of what copy desks catch; half the readers will come on the wrong day. Without a year, the one nearest to the release is meant.",
    ["It opens on ⟦Monday, 25 July 2026⟧."],
  ),
  rule(
    "doubled-word",
    "typography",
    "warning",
    "The same word twice in a row.",
    "The eye skips it, the printer does not. Words that may stand twice (“that that”, “nous nous”, “die die”) are known by language.",
    ["On ⟦the the⟧ quay."],
  ),
  rule(
    "unbalanced-quotes",
    "quotations",
    "advice",
    "A quotation mark without the one that belongs to it.",
    "Without its end nobody knows which words are the speaker's and which the office's. A quotation of several paragraphs opens each of them and closes the last.",
    ["He said: ⟦“⟧Come."],
  ),
  rule(
    "spelling",
    "spelling",
    "warning",
    "A word that the dictionary of its language does not have.",
    "A capitalised word that no dictionary knows is a name until something contradicts it; names, glossary and the house's own dictionary are known.",
    ["The ⟦harbuor⟧."],
  ),
];

/** What the checks say in a house style, apart from what was accepted. */
export function review(content: Content, style: HouseStyle, acceptances: Acceptance[]): Review {
  const found = check(content)
    .filter((finding) => style.rules[finding.rule]?.["severity"] !== "off")
    .filter(({ rule, excerpt }) => !(rule === "spelling" && style.dictionary.includes(excerpt)))
    .filter(({ rule, excerpt }) =>
      style.exceptions.every((known) => known.rule !== rule || known.words !== excerpt),
    )
    .map((finding) => {
      const set = style.rules[finding.rule]?.["severity"] as Finding["severity"] | undefined;
      return { ...finding, severity: set ?? finding.severity };
    });
  const isAccepted = ({ key }: Finding) => acceptances.some((known) => known.key === key);
  return {
    open: found.filter((finding) => !isAccepted(finding)),
    accepted: found.filter(isAccepted),
    acceptances: acceptances.filter(({ key }) => found.some((finding) => finding.key === key)),
  };
}

/** What may be meant by a word. */
export function suggest(word: string): string[] {
  const meant = SPELLED[word.toLowerCase()];
  return meant ? [meant] : [];
}

function check(content: Content): Finding[] {
  const year = Number((content.date ?? "2026").slice(0, 4));
  return passagesOf(content.body).flatMap((text, block) =>
    [
      ...weekdays(text, block, year),
      ...doubled(text, block),
      ...openQuotes(text, block),
      ...misspelled(text, block),
    ].sort((a, b) => a.start - b.start),
  );
}

function rule(
  id: string,
  family: RuleCard["family"],
  severity: RuleCard["severity"],
  what: string,
  why: string,
  hits: string[],
): RuleCard {
  return {
    id,
    family,
    heading: family,
    severity,
    style: false,
    what: say(what),
    why: say(why),
    settings: [],
    hits,
  };
}

function misspelled(text: string, block: number): Finding[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const [meant] = suggest(match[0]);
    if (!meant) return [];
    const message = say("“{written}” is in no dictionary of this language.", { written: match[0] });
    const fixes = [{ label: say("Change to “{words}”", { words: meant }), replacement: meant }];
    return [at(text, block, match.index, match[0], "spelling", "warning", message, fixes)];
  });
}

function weekdays(text: string, block: number, year: number): Finding[] {
  return [...text.matchAll(DATED)].flatMap((match) => {
    const [excerpt, said, dayAndMonth, named] = match;
    const date = new Date(`${dayAndMonth} ${named ?? year} 12:00 UTC`);
    const real = WEEKDAYS[date.getUTCDay()];
    if (isNaN(date.valueOf()) || !real || real === said) return [];
    const shown = `${dayAndMonth} ${date.getUTCFullYear()}`;
    const message = say("{shown} is a {name}.", { shown, name: say(real) });
    const replacement = excerpt.replace(said ?? "", real);
    return [
      at(text, block, match.index, excerpt, "weekday-mismatch", "error", message, [
        { label: say("Change to “{words}”", { words: replacement }), replacement },
      ]),
    ];
  });
}

function doubled(text: string, block: number): Finding[] {
  return [...text.matchAll(/\b(\p{L}+) \1\b/giu)].map((match) =>
    at(text, block, match.index, match[0], "doubled-word", "warning", twice(match[1]), [
      { label: say("Change to “{words}”", { words: match[1] ?? "" }), replacement: match[1] ?? "" },
    ]),
  );
}

function twice(word = ""): string {
  return say("“{word}” stands twice.", { word });
}

function openQuotes(text: string, block: number): Finding[] {
  const opened = text.indexOf("“");
  if (opened < 0 || text.includes("”")) return [];
  const message = say("This “{mark}” opens a quotation that never ends.", { mark: "“" });
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
