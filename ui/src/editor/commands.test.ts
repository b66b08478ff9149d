import { expect, test } from "vitest";

import { actionNamed, editorCommands } from "./commands";
import { emphasis, h, link, open, p, press, strong, text, type } from "./testing";
import { englishWords } from "./words";

test("every name has a command, and every command a name", () => {
  const named = Object.keys(englishWords.commands).sort();
  expect(editorCommands.map(({ id }) => id).sort()).toEqual(named);
});

test("no two commands share a key", () => {
  const keys = editorCommands.flatMap(({ key }) => (key ? [key] : []));
  expect(new Set(keys).size).toBe(keys.length);
});

test("a name that is none is refused", () => {
  // @ts-expect-error It is none.
  expect(() => actionNamed("marquee")).toThrow("marquee");
});

test.each([
  ["## ", h(2)],
  ["### ", h(3)],
  ["#### ", h(4)],
])("%j makes a heading", (keys, expected) => {
  const { editor, view } = open([p("")]);
  type(view, `${keys}x`);
  expect(editor.body().content).toEqual([{ ...expected, content: [text("x")] }]);
});

test("three hyphens make a divider, two a dash", () => {
  const { editor, view } = open([p("")]);
  type(view, "---x");
  expect(editor.body().content).toEqual([{ type: "divider" }, p("x")]);
});

test("a heading goes back to a paragraph by its command, and by Backspace at its start", () => {
  const { editor, view } = open([h(2, "|x")]);
  editor.run("heading-2");
  expect(editor.body().content).toEqual([p("x")]);
  editor.run("heading-3");
  press(view, "Backspace");
  expect(editor.body().content).toEqual([p("x")]);
});

test("subscript and superscript do not stand on the same words", () => {
  const { editor } = open([p("|x|")]);
  editor.run("subscript");
  editor.run("superscript");
  expect(editor.body().content).toEqual([p(text("x", { type: "superscript" }))]);
});

test("clearing the formatting keeps links", () => {
  const site = link("https://vestmark.example");
  const { editor } = open([p(text("|a", strong), text("b|", site, emphasis))]);
  editor.run("plain");
  expect(editor.body().content).toEqual([p("a", text("b", site))]);
});

test("a line break by Shift+Enter is not a paragraph", () => {
  const { editor, view } = open([p("a|b")]);
  press(view, "Shift-Enter");
  expect(editor.body().content).toEqual([p("a", { type: "hard_break" }, "b")]);
});

test("notes hold no headings, quotations, tables or pictures", () => {
  const { editor, view } = open([p("")], { kind: "notes" });
  type(view, "## > ---");
  expect(editor.body().content?.map(({ type }) => type)).toEqual(["paragraph"]);
  expect(editor.run("heading-2")).toBe(false);
  expect(editor.run("table")).toBe(false);
  expect(editor.can("bullet-list")).toBe(true);
});

test("nothing can be done where the text cannot be changed", () => {
  const { editor } = open([p("|x|")], { editable: false });
  expect(editorCommands.filter(({ id }) => editor.can(id))).toEqual([]);
  expect(editor.run("strong")).toBe(false);
});

test("another text has no history and tells no change", () => {
  const { editor, view } = open([p("a|")]);
  let changes = 0;
  editor.onChange = () => changes++;
  type(view, "b");
  editor.setBody({ type: "doc", content: [p("other")] });
  expect(editor.can("undo")).toBe(false);
  expect(editor.text()).toBe("other");
  expect(changes).toBe(1);
});

test("the surface follows its settings", () => {
  const { editor, view } = open([]);
  expect(view.dom.classList).toContain("surface-empty");
  editor.update({ language: "ar", direction: "rtl", label: "النص", editable: false });
  expect(view.dom.lang).toBe("ar");
  expect(view.dom.dir).toBe("rtl");
  expect(view.dom.getAttribute("aria-label")).toBe("النص");
  expect(view.dom.getAttribute("aria-readonly")).toBe("true");
  expect(view.dom.getAttribute("contenteditable")).toBe("false");
});
