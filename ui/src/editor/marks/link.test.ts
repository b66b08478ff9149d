import { describe, expect, test } from "vitest";

import { link, open, p, press, strong, text, type } from "../testing";
import { linkAt, setLink } from "./linked";

const site = link("https://vestmark.example");

describe("an address typed", () => {
  test.each([
    ["see https://vestmark.example, ", "https://vestmark.example", "https://vestmark.example"],
    ["see www.vestmark.example. ", "www.vestmark.example", "https://www.vestmark.example"],
    ["(press@vestmark.example) ", null, null],
    ["to press@vestmark.example ", "press@vestmark.example", "mailto:press@vestmark.example"],
  ])("%s", (keys, words, href) => {
    const { editor, view } = open([p("")]);
    type(view, keys);
    const linked = editor.body().content?.[0]?.content?.find(({ marks }) => marks);
    if (words === null || href === null) expect(linked).toBeUndefined();
    else expect(linked).toEqual(text(words, link(href)));
    expect(editor.text()).toBe(keys);
  });

  test("becomes a link when Enter ends its line", () => {
    const { editor, view } = open([p("www.vestmark.example|")]);
    press(view, "Enter");
    expect(editor.body().content?.[0]).toEqual(
      p(text("www.vestmark.example", link("https://www.vestmark.example"))),
    );
    expect(editor.body().content).toHaveLength(2);
  });

  test("one Undo takes the link away and leaves the words", () => {
    const { editor, view } = open([p("")]);
    type(view, "www.vestmark.example ");
    press(view, "Mod-z");
    expect(editor.body().content).toEqual([p("www.vestmark.example ")]);
  });
});

test("text typed after a link is not part of it", () => {
  const { editor, view } = open([p(text("here|", site))]);
  type(view, "x");
  expect(editor.body().content).toEqual([p(text("here", site), "x")]);
});

test.each([
  ["at its start", [text("|one ", site), text("two", site, strong), "!"]],
  ["inside", [text("one ", site), text("t|wo", site, strong), "!"]],
  ["at its end", [text("one ", site), text("two|", site, strong), "!"]],
])("the link at a caret %s covers all its runs", (_where, line) => {
  const { view } = open([p(...line)]);
  expect(linkAt(view.state)).toMatchObject({ from: 1, to: 8 });
});

test("setting a link on selected words replaces the one before", () => {
  const { editor, view } = open([p("a ", text("|old|", site), " z")]);
  view.dispatch(setLink(view.state, view.state.selection, "tel:1"));
  expect(editor.body().content).toEqual([p("a ", text("old", link("tel:1")), " z")]);
});

test("without a selection the address itself becomes the words", () => {
  const { editor, view } = open([p("a |")]);
  view.dispatch(setLink(view.state, view.state.selection, "mailto:x@y.example"));
  expect(editor.body().content).toEqual([p("a ", text("x@y.example", link("mailto:x@y.example")))]);
});

test("Remove link takes it from the whole run", () => {
  const { editor } = open([p("a ", text("o|ne", site), text("two", site, strong))]);
  expect(editor.isActive("link")).toBe(true);
  expect(editor.run("unlink")).toBe(true);
  expect(editor.body().content).toEqual([p("a one", text("two", strong))]);
  expect(editor.can("unlink")).toBe(false);
});
