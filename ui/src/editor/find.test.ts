import { describe, expect, test } from "vitest";

import { patternOf } from "./find";
import {
  br,
  emphasis,
  figure,
  link,
  open,
  p,
  quote,
  strong,
  table,
  td,
  row,
  text,
} from "./testing";

const query = (text: string, more: { matchCase?: boolean; wholeWord?: boolean } = {}) => ({
  text,
  matchCase: false,
  wholeWord: false,
  ...more,
});

/** The stretches of a text that a query hits. */
function hits(text: string, looked: string, more = {}): string[] {
  const pattern = patternOf(query(looked, more));
  return pattern ? [...text.matchAll(pattern)].map(([hit]) => hit) : [];
}

describe("what is a hit", () => {
  test.each([
    ["Port, port, PORT", "port", {}, ["Port", "port", "PORT"]],
    ["Port, port, PORT", "port", { matchCase: true }, ["port"]],
    ["port airport ports", "port", { wholeWord: true }, ["port"]],
    ["Порт, порту, портом", "порт", { wholeWord: true }, ["Порт"]],
    ["a.b axb", "a.b", {}, ["a.b"]],
    ["(x) [y] $5 ^ | \\ /", "$5 ^ | \\ /", {}, ["$5 ^ | \\ /"]],
    ["14\u00a0October", "14 October", {}, ["14\u00a0October"]],
    ["it’s “so”", `it's "so"`, {}, ["it’s “so”"]],
    ["ship\u2011to\u2011shore", "ship-to-shore", {}, ["ship\u2011to\u2011shore"]],
    ["🚢🚢", "🚢", {}, ["🚢", "🚢"]],
    ["x", "", {}, []],
  ])("in %j: %j %j", (text, looked, more, expected) => {
    expect(hits(text, looked, more)).toEqual(expected);
  });
});

describe("finding", () => {
  test("runs across marks, not across line breaks, and begins at the caret", () => {
    const { editor, view } = open([
      p("Clear ", text("Wa", strong), "ter"),
      p("|Clear", br, "Water, Clear Water"),
    ]);
    expect(editor.find(query("clear water"))).toEqual({ total: 2, current: 2 });
    expect(view.state.doc.textBetween(view.state.selection.from, view.state.selection.to)).toBe(
      "Clear Water",
    );
    expect(editor.findNext()).toEqual({ total: 2, current: 1 });
    expect(editor.findNext("back")).toEqual({ total: 2, current: 2 });
  });

  test("looks into the fields of quotations, tables and figures", () => {
    const { editor } = open([
      quote("Ane Ek", "x", p("y")),
      table("Ek", row(td(p("z")))),
      figure({ alt: "Ek", caption: "Ek, Ek", credit: "Ek" }),
    ]);
    expect(editor.find(query("ek")).total).toBe(6);
  });

  test("shows the hits and takes them away", () => {
    const { editor, view } = open([p("a b a")]);
    editor.find(query("a"));
    expect(view.dom.querySelectorAll(".hit")).toHaveLength(2);
    expect(view.dom.querySelectorAll(".hit-current")).toHaveLength(1);
    editor.find(query(""));
    expect(view.dom.querySelectorAll(".hit")).toHaveLength(0);
  });

  test("goes on from the hits as they are after an edit", () => {
    const { editor, view } = open([p("|a b a")]);
    editor.find(query("a"));
    view.dispatch(view.state.tr.insertText("aa ", 1));
    expect(editor.findNext()).toEqual({ total: 4, current: 4 });
  });
});

describe("replacing", () => {
  test("one keeps its marks, links too, and goes to the next", () => {
    const { editor } = open([
      p("|see ", text("Blue", link("https://vestmark.example")), " and ", text("Blue", emphasis)),
    ]);
    editor.find(query("blue"));
    expect(editor.replace("Clear")).toEqual({ total: 1, current: 1 });
    expect(editor.body().content).toEqual([
      p("see ", text("Clear", link("https://vestmark.example")), " and ", text("Blue", emphasis)),
    ]);
  });

  test("with something that holds what is looked for does not go round for ever", () => {
    const { editor } = open([p("|a a"), figure({ caption: "a a" })]);
    editor.find(query("a"));
    for (let i = 0; i < 4; i++) editor.replace("aa");
    expect(editor.text()).toBe("aa aa\naa aa");
  });

  test("all is one change, undone at once", () => {
    const before = [p("a bab"), quote("a", "", p("A")), figure({ caption: "a cat", alt: "a" })];
    const { editor } = open(before);
    editor.find(query("a", { matchCase: true }));
    expect(editor.replaceAll("xx")).toBe(6);
    expect(editor.text()).toBe("xx bxxb\nA\nxx cxxt");
    expect(editor.find(query("a", { matchCase: true })).total).toBe(0);
    editor.run("undo");
    expect(editor.body().content).toEqual(before);
  });

  test("with nothing takes the words away", () => {
    const { editor } = open([p("very good, very")]);
    editor.find(query("very"));
    expect(editor.replaceAll("")).toBe(2);
    expect(editor.text()).toBe(" good, ");
  });

  test("does nothing where the text cannot be changed", () => {
    const { editor } = open([p("a")], { editable: false });
    editor.find(query("a"));
    expect(editor.replaceAll("b")).toBe(0);
    expect(editor.text()).toBe("a");
  });
});
