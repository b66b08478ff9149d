import { expect, test } from "vitest";

import { charactersIn, wordsIn } from "./count";
import { figure, open, p, table, td, row } from "./testing";

test.each([
  ["", 0],
  ["  \n ", 0],
  ["One two", 2],
  ["It’s ship-to-shore, 1,204.5 tonnes – really", 5],
  ["press@vestmark.example", 1],
  ["e\u0301te\u0301 de\u0301ja\u0300", 2],
  ["Учения «Чистая вода»", 3],
  ["بدأت المناورات", 2],
  ["🚢 🛟", 0],
])("%j", (text, count) => {
  expect(wordsIn(text)).toBe(count);
});

test("words without spaces between them are told apart", () => {
  expect(wordsIn("港が開いた")).toBeGreaterThan(1);
});

test("characters are what a reader sees", () => {
  expect(charactersIn("e\u0301🇳🇴👩\u200d✈️\nx")).toBe(4);
});

test("a character of a plain script is counted as one of any other", () => {
  for (const text of ["“Ship-to-shore”, ça\n 1\u00a0200 €", "Учения «Чистая вода» – ещё"]) {
    expect(charactersIn(text)).toBe(charactersIn(`${text}🚢`) - 1);
  }
});

test("all passages are counted, again after an edit", () => {
  const { editor, view } = open([
    p("one two"),
    table("", row(td(p("three")))),
    figure({ caption: "four" }),
  ]);
  expect(editor.length()).toEqual({ words: 4, characters: 16 });
  view.dispatch(view.state.tr.insertText("zero ", 1));
  expect(editor.length()).toEqual({ words: 5, characters: 21 });
});
