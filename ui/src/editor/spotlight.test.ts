import { expect, test } from "vitest";

import { open, p, press, type, ul, li } from "./testing";

const lit = (dom: HTMLElement) => [...dom.querySelectorAll(".spotlit")].map((e) => e.textContent);

test("the block with the caret stands out, and goes on doing so while it is written in", () => {
  const { view } = open([p("One"), ul(li(p("Tw|o")), li(p("Three"))), p("Four")], {
    spotlight: true,
  });
  expect(lit(view.dom)).toEqual(["TwoThree"]);
  type(view, "x");
  expect(lit(view.dom)).toEqual(["TwxoThree"]);
  expect(view.dom.classList.contains("surface-spotlit")).toBe(true);
});

test("a new paragraph takes the light with the caret", () => {
  const { view } = open([p("One|"), p("Two")], { spotlight: true });
  press(view, "Enter");
  type(view, "n");
  expect(lit(view.dom)).toEqual(["n"]);
});

test("it comes and goes with the setting", () => {
  const { editor, view } = open([p("One"), p("Tw|o")]);
  expect(lit(view.dom)).toEqual([]);
  editor.update({ spotlight: true });
  expect(lit(view.dom)).toEqual(["Two"]);
  editor.update({ spotlight: false });
  expect(lit(view.dom)).toEqual([]);
  expect(view.dom.classList.contains("surface-spotlit")).toBe(false);
});
