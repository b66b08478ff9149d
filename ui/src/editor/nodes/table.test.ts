import { describe, expect, test } from "vitest";

import { blocksWithCaret, open, p, press, row, table, td, th } from "../testing";

const two = table("T", row(th(p("A")), th(p("B"))), row(td(p("1")), td(p("2|"))));

describe("a table", () => {
  test("comes with a header row, the caret in its first cell and a paragraph after it", () => {
    const { editor, view } = open([p("|")]);
    editor.run("table");
    const [made, after] = blocksWithCaret(view);
    expect(made?.content?.map((row) => row.content?.map(({ type }) => type))).toEqual([
      ["table_header", "table_header", "table_header"],
      ["table_cell", "table_cell", "table_cell"],
      ["table_cell", "table_cell", "table_cell"],
    ]);
    expect(made?.content?.[0]?.content?.[0]?.content).toEqual([p("|")]);
    expect(after).toEqual(p());
  });

  test("does not stand in a table", () => {
    const { editor } = open([two]);
    expect(editor.can("table")).toBe(false);
  });

  test("Tab goes on, and adds a row at the end", () => {
    const { view } = open([two]);
    press(view, "Tab");
    const rows = blocksWithCaret(view)[0]?.content ?? [];
    expect(rows).toHaveLength(3);
    expect(rows[2]).toEqual(row(td(p("|")), td(p())));
  });

  test("Shift+Tab goes back, and from the first cell to the caption", () => {
    const { view } = open([table("T", row(td(p("1|"))))]);
    press(view, "Shift-Tab");
    expect(document.activeElement?.getAttribute("data-attr")).toBe("caption");
  });

  test("rows and columns come and go", () => {
    const { editor } = open([two]);
    const size = () => {
      const rows = editor.body().content?.[0]?.content ?? [];
      return [rows.length, rows[0]?.content?.length];
    };
    editor.run("row-above");
    editor.run("column-after");
    expect(size()).toEqual([3, 3]);
    editor.run("delete-row");
    editor.run("delete-column");
    expect(size()).toEqual([2, 2]);
  });

  test("the arrow keys for columns follow the eye in right-to-left text", () => {
    const cells = (direction: "ltr" | "rtl", key: string) => {
      const { editor, view } = open([table("", row(td(p("x|"))))], { direction });
      press(view, key);
      return editor.body().content?.[0]?.content?.[0]?.content;
    };
    expect(cells("ltr", "Alt-Shift-ArrowRight")).toEqual([td(p("x")), td(p())]);
    expect(cells("rtl", "Alt-Shift-ArrowRight")).toEqual([td(p()), td(p("x"))]);
  });

  test("the header row can be taken away and given back", () => {
    const { editor } = open([two]);
    expect(editor.isActive("header-row")).toBe(true);
    editor.run("header-row");
    expect(editor.body().content?.[0]?.content?.[0]).toEqual(row(td(p("A")), td(p("B"))));
    editor.run("header-row");
    expect(editor.isActive("header-row")).toBe(true);
  });

  test("a cell is aligned, and left to the page again", () => {
    const { editor } = open([two]);
    const align = () => editor.body().content?.[0]?.content?.[1]?.content?.[1]?.attrs?.["align"];
    editor.run("align-end");
    expect(align()).toBe("end");
    expect(editor.isActive("align-end")).toBe(true);
    editor.run("align-end");
    expect(align()).toBeUndefined();
  });

  test("its caption is a field, and its name for screen readers", () => {
    const { editor, view } = open([two]);
    const input = view.dom.querySelector<HTMLTextAreaElement>(".table-caption .node-field-input");
    expect(input?.labels?.[0]?.textContent).toBe("Table caption");
    if (input) input.value = "Two\nlines";
    input?.dispatchEvent(new Event("input"));
    expect(editor.body().content?.[0]?.attrs?.["caption"]).toBe("Two lines");
    expect(view.dom.querySelector("table")?.getAttribute("aria-label")).toBe("Two lines");
  });

  test("is left with Mod+Enter", () => {
    const { view } = open([two]);
    press(view, "Mod-Enter");
    expect(blocksWithCaret(view)[1]).toEqual(p("|"));
  });
});
