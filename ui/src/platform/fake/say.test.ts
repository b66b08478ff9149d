// @vitest-environment node
/** What the invented desk says is what the program says: a test that waits for its words proves nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect, it } from "vitest";

const CATALOGUE = resolve(import.meta.dirname, "../../../../src-tauri/crates/tongues/fr.po");
const known = new Set(
  [...readFileSync(CATALOGUE, "utf8").matchAll(/^msgid (".+")$/gm)].map(
    ([, english = ""]) => JSON.parse(english) as string,
  ),
);
const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));

it("has every sentence from the program", () => {
  const said = sources.flatMap((source) =>
    [...source.matchAll(/\bsay\(([^]*?)(?:,\s*\{|\)\s*[;,)\]}])/g)].flatMap(([, first = ""]) =>
      [...first.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal) as string),
    ),
  );
  // Single words choose between sentences.
  const sentences = said.filter((words) => words.includes(" "));
  expect(sentences.length).toBeGreaterThan(40);
  expect(sentences.filter((sentence) => !known.has(sentence))).toEqual([]);
});

it("refuses nothing in words of its own", () => {
  const own = sources.flatMap((source) => source.match(/\brefusal\(\s*["`].*/g) ?? []);
  expect(own).toEqual([]);
});
