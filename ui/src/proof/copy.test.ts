import { expect, test } from "vitest";

import type { Finding } from "../platform";
import { emptyContent } from "../platform/fake/desk";
import { bodyOf } from "../platform/fake/text";
import { blocksOf, marksIn, piecesOf } from "./copy";

function finding(start: number, end: number, severity: Finding["severity"] = "error"): Finding {
  return {
    ...{ rule: "r", severity, slot: "body", block: 0, start, end, excerpt: "", message: "" },
    ...{ fixes: [], related: [], key: `${start}-${end}` },
  };
}

const numbered = (findings: Finding[]) =>
  findings.map((finding, i) => ({ finding, number: i + 1 }));

test("a block is cut at its marks, by characters and not by code units", () => {
  const pieces = piecesOf("𝔄 31 June ends", numbered([finding(2, 9)]));
  expect(pieces).toEqual([
    { text: "𝔄 ", severity: null, ends: [] },
    { text: "31 June", severity: "error", ends: [1] },
    { text: " ends", severity: null, ends: [] },
  ]);
});

test("where marks overlap the gravest colours, and each number stands at its end", () => {
  const pieces = piecesOf("one two three", numbered([finding(0, 7, "advice"), finding(4, 13)]));
  expect(pieces.map(({ text, severity, ends }) => [text, severity, ends])).toEqual([
    ["one ", "advice", []],
    ["two", "error", [1]],
    [" three", "error", [2]],
  ]);
});

test("something missing has its number where it is missing", () => {
  expect(piecesOf("an end", numbered([finding(6, 6)])).at(-1)?.ends).toEqual([1]);
  expect(piecesOf("", numbered([finding(0, 0)])).at(-1)?.ends).toEqual([1]);
});

test("blocks are numbered as the checks count them", () => {
  const content = {
    ...emptyContent("news", "en-GB"),
    headline: "Quay opens",
    body: bodyOf("First.\n\n## Then\n\nLast."),
  };
  expect(blocksOf(content).map(({ slot, block, sort }) => [slot, block, sort])).toEqual([
    ["headline", null, "headline"],
    ["body", 0, "paragraph"],
    ["body", 1, "heading"],
    ["body", 2, "paragraph"],
  ]);
  const [, first] = blocksOf(content);
  expect(first && marksIn(first, [finding(0, 5)]).length).toBe(1);
});
