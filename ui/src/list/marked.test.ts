// @vitest-environment node
import { expect, it } from "vitest";

import { piecesOf } from "./marked";

const said = (text: string, marks: [number, number][]): string =>
  piecesOf(text, marks)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join("");

it("cuts a text at its marks", () => {
  expect(said("the harbour opens", [[4, 11]])).toBe("the [harbour] opens");
  expect(said("harbour", [[0, 7]])).toBe("[harbour]");
  expect(said("no hit", [])).toBe("no hit");
});

it("counts in characters, not in units", () => {
  expect(said("🚢 harbour", [[2, 9]])).toBe("🚢 [harbour]");
});

it("is not harmed by marks that overlap, come in any order, or lie outside", () => {
  expect(
    said("abcdef", [
      [3, 5],
      [1, 4],
    ]),
  ).toBe("a[bcd][e]f");
  expect(said("abc", [[2, 99]])).toBe("ab[c]");
  expect(said("abc", [[3, 1]])).toBe("abc");
});
