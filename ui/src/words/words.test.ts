// @vitest-environment node
import { describe, expect, it } from "vitest";

import { en } from "./en";
import { fr } from "./fr";
import { ru } from "./ru";
import { englishRules, frenchRules, russianRules } from "./rules";
import { systemTongue } from "./speech.svelte";

/** Every word of a catalogue by its path; what is made of numbers or names is tried with some. */
function said(catalogue: object, path = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue) as [string, unknown][]) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") all.set(here, value);
    else if (typeof value === "function") all.set(here, String((value as Maker)(3, "four")));
    else for (const [at, words] of said(value as object, here)) all.set(at, words);
  }
  return all;
}

type Maker = (...of: unknown[]) => string;

/** `happened.moved` and their like take a word; they are tried by hand below. */
const tried = (catalogue: typeof en): Map<string, string> =>
  said({ ...catalogue, details: { ...catalogue.details, happened: {} } });

describe.each([
  ["French", fr],
  ["Russian", ru],
])("the %s catalogue", (_, catalogue) => {
  it("says everything that the English one says", () => {
    expect([...tried(catalogue).keys()].sort()).toEqual([...tried(en).keys()].sort());
  });

  it("leaves nothing empty", () => {
    expect([...tried(catalogue)].filter(([, words]) => !words.trim())).toEqual([]);
  });

  it("has words of its own", () => {
    const english = tried(en);
    const same = [...tried(catalogue)].filter(
      ([path, words]) => /\p{L}{4}/u.test(words) && english.get(path) === words,
    );
    // Names of the product and of languages, and what a page shows in English wherever it is.
    const shared =
      /^(settings\.(tongues|datelines|endMarks|version)|signing\.title|groups\.app|remarks\.suggestions|desk\.bulletins|.*\.(page|contacts|bulletin|tags|date|language|introduction|formats|embargo|list|menu|html|byAt|apostrophe)$)/;
    expect(same.filter(([path]) => !shared.test(path))).toEqual([]);
  });
});

it("sets French with spaces that do not break", () => {
  const texts = [...tried(fr).values(), ...Object.values(frenchRules)];
  expect(texts.filter((words) => /[ \u202f][:»%]|[ \u00a0][;!?]|«[ \u202f]/.test(words))).toEqual(
    [],
  );
});

it("counts as the language does", () => {
  expect([1, 2, 5, 21].map((n) => ru.status.words(n))).toEqual([
    ...["1 слово", "2 слова", "5 слов", "21 слово"],
  ]);
  expect([0, 1, 2].map((n) => fr.status.words(n))).toEqual(["0 mot", "1 mot", "2 mots"]);
  expect([0, 1, 2].map((n) => en.status.words(n))).toEqual(["0 words", "1 word", "2 words"]);
});

it("titles the same rules in every language", () => {
  expect(Object.keys(frenchRules)).toEqual(Object.keys(englishRules));
  expect(Object.keys(russianRules)).toEqual(Object.keys(englishRules));
});

it("follows the system's languages as far as there is a catalogue", () => {
  expect(systemTongue(["de-AT", "fr-CH", "en"])).toBe("fr");
  expect(systemTongue(["ru-RU"])).toBe("ru");
  expect(systemTongue(["ja", "zh-Hans"])).toBe("en");
  expect(systemTongue([])).toBe("en");
});
