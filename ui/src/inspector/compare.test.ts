// @vitest-environment node
import { expect, it } from "vitest";

import { compare } from "./compare";

const text = (...paragraphs: string[]): string => paragraphs.join("\n\n");
const said = (left: string, right: string): string[] =>
  compare(left, right).map(
    ({ left, right, same }) => `${left ?? "-"}${same ? " = " : " | "}${right ?? "-"}`,
  );

it("puts equal paragraphs beside each other", () => {
  expect(said(text("a", "b"), text("a", "b"))).toEqual(["a = a", "b = b"]);
});

it("pairs what was reworded in its place", () => {
  expect(said(text("a", "old", "c"), text("a", "new", "c"))).toEqual([
    "a = a",
    "old | new",
    "c = c",
  ]);
});

it("shows what was added and what was taken out", () => {
  expect(said(text("a", "c"), text("a", "b", "c"))).toEqual(["a = a", "- | b", "c = c"]);
  expect(said(text("a", "b", "c"), text("a", "c"))).toEqual(["a = a", "b | -", "c = c"]);
  expect(said("", text("a"))).toEqual(["- | a"]);
});

it("finds its way back after a paragraph has moved", () => {
  expect(said(text("a", "b", "c"), text("c", "a", "b"))).toEqual([
    "- | c",
    "a = a",
    "b = b",
    "c | -",
  ]);
});
