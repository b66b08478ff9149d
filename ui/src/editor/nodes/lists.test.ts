import { describe, expect, test } from "vitest";

import { blocksWithCaret, h, li, ol, open, p, press, quote, type, ul } from "../testing";

/** What a command makes of blocks with a caret in them. */
function after(content: NodeJson[], ...commands: Parameters<typeof runs>[1]): NodeJson[] {
  const { editor, view } = open(content);
  runs(editor, commands);
  return blocksWithCaret(view);
}

function runs(
  editor: ReturnType<typeof open>["editor"],
  commands: Parameters<typeof editor.run>[0][],
): void {
  for (const command of commands) expect(editor.run(command)).toBe(true);
}

describe("making lists", () => {
  test("of the selected paragraphs", () => {
    expect(after([p("|a"), p("b|"), p("c")], "bullet-list")).toEqual([
      ul(li(p("|a")), li(p("b|"))),
      p("c"),
    ]);
  });

  test("of headings too", () => {
    expect(after([h(2, "a|")], "ordered-list")).toEqual([ol(1, li(p("a|")))]);
  });

  test("and back", () => {
    expect(after([p("a|")], "bullet-list", "bullet-list")).toEqual([p("a|")]);
  });

  test("of the other kind, only the innermost", () => {
    const list = [ul(li(p("a"), ul(li(p("b|")))))];
    expect(after(list, "ordered-list")).toEqual([ul(li(p("a"), ol(1, li(p("b|")))))]);
  });

  test("is not offered where they cannot stand", () => {
    const { editor } = open([quote("", "", p("a|"))]);
    expect(editor.can("bullet-list")).toBe(false);
  });

  test.each([
    ["- ", ul(li(p("|")))],
    ["* ", ul(li(p("|")))],
    ["1. ", ol(1, li(p("|")))],
    ["7) ", ol(7, li(p("|")))],
  ])("by typing %j", (keys, list) => {
    const { view } = open([p("|")]);
    type(view, keys);
    expect(blocksWithCaret(view)).toEqual([list]);
  });
});

describe("keys in a list", () => {
  const pressed = (content: NodeJson[], ...keys: string[]) => {
    const { view, jumps } = open(content);
    for (const key of keys) expect(press(view, key)).toBe(true);
    return { blocks: blocksWithCaret(view), jumps };
  };

  test("Tab puts an item under the one before, Shift+Tab takes it out", () => {
    const list = [ul(li(p("a")), li(p("b|")))];
    expect(pressed(list, "Tab").blocks).toEqual([ul(li(p("a"), ul(li(p("b|")))))]);
    expect(pressed(list, "Tab", "Shift-Tab").blocks).toEqual(list);
  });

  test("Tab at the first item stays in the list", () => {
    const list = [ul(li(p("a|")))];
    expect(pressed(list, "Tab")).toEqual({ blocks: list, jumps: [] });
  });

  test("Escape and Tab leave the editor from there", () => {
    expect(pressed([p("a|")], "Tab").jumps).toEqual(["forward"]);
    const { view, jumps } = open([ul(li(p("a|")))]);
    press(view, "Escape");
    press(view, "Shift-Tab");
    expect(jumps).toEqual(["back"]);
  });

  test("Enter begins an item, and in an empty one leaves the list", () => {
    expect(pressed([ul(li(p("a|b")))], "Enter").blocks).toEqual([ul(li(p("a")), li(p("|b")))]);
    expect(pressed([ul(li(p("a|")))], "Enter", "Enter").blocks).toEqual([ul(li(p("a"))), p("|")]);
  });

  test("Backspace at the start of an item takes it out first", () => {
    expect(pressed([ul(li(p("a")), li(p("|b")))], "Backspace").blocks).toEqual([
      ul(li(p("a"))),
      p("|b"),
    ]);
  });
});
