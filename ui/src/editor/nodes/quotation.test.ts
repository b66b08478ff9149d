import { describe, expect, test } from "vitest";

import { blocksWithCaret, open, p, press, quote, type } from "../testing";

const fields = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLInputElement>(".quotation .node-field-input"),
];

function write(input: HTMLInputElement | undefined, value: string): void {
  if (!input) throw new Error("There is no such field.");
  input.value = value;
  input.dispatchEvent(new Event("input"));
}

describe("making quotations", () => {
  test("of the selected paragraphs, and back", () => {
    const { editor, view } = open([p("|a"), p("b|")]);
    editor.run("quotation");
    expect(blocksWithCaret(view)).toEqual([quote("", "", p("|a"), p("b|"))]);
    editor.run("quotation");
    expect(editor.body().content).toEqual([p("a"), p("b")]);
  });

  test("by typing", () => {
    const { view } = open([p("|")]);
    type(view, "> a");
    expect(blocksWithCaret(view)).toEqual([quote("", "", p("a|"))]);
  });

  test("and back keeps who said it", () => {
    const { editor } = open([quote("Ane Solberg", "Harbour master", p("a|"))]);
    editor.run("quotation");
    expect(editor.body().content).toEqual([p("a"), p("— Ane Solberg, Harbour master")]);
  });
});

describe("keys in a quotation", () => {
  test("Enter in an empty last paragraph leaves it", () => {
    const { view } = open([quote("A", "B", p("a|"))]);
    press(view, "Enter");
    press(view, "Enter");
    expect(blocksWithCaret(view)).toEqual([quote("A", "B", p("a")), p("|")]);
  });

  test("Backspace at its start makes paragraphs, not one line with the text before", () => {
    const { view } = open([p("x"), quote("", "", p("|a"), p("b"))]);
    press(view, "Backspace");
    expect(blocksWithCaret(view)).toEqual([p("x"), p("|a"), p("b")]);
  });

  test("Tab goes to the speaker, the position, and on", () => {
    const { view } = open([quote("A", "B", p("a|")), p("next")]);
    document.body.append(view.dom);
    press(view, "Tab");
    const [speaker, position] = fields(view.dom);
    expect(document.activeElement).toBe(speaker);
    speaker?.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }));
    expect(document.activeElement).toBe(position);
    position?.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }));
    expect(blocksWithCaret(view)).toEqual([quote("A", "B", p("a")), p("|next")]);
  });
});

describe("the fields", () => {
  test("have labels and write into the text with every key", () => {
    const { editor, view } = open([quote("", "", p("a"))]);
    let changes = 0;
    editor.onChange = () => changes++;
    const [speaker, position] = fields(view.dom);
    expect(speaker?.labels?.[0]?.textContent).toBe("Speaker");
    expect(position?.labels?.[0]?.textContent).toBe("Position");
    write(speaker, "An");
    write(speaker, "Ane");
    expect(editor.body().content).toEqual([quote("Ane", "", p("a"))]);
    expect(changes).toBe(2);
  });

  test("are undone with the text, a whole word at a time, and show it", () => {
    const { editor, view } = open([quote("Jon", "", p("a|"))]);
    const [speaker] = fields(view.dom);
    write(speaker, "A");
    write(speaker, "An");
    write(speaker, "Ane");
    speaker?.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
    expect(editor.body().content).toEqual([quote("Jon", "", p("a"))]);
    expect(speaker?.value).toBe("Jon");
    editor.run("redo");
    expect(speaker?.value).toBe("Ane");
  });

  test("offer the people that the desk knows, and take both name and position", () => {
    const { editor, view } = open(
      [quote("", "", p("a"))],
      {},
      { people: () => [{ name: "Élise Marchand", position: "Spokeswoman" }] },
    );
    const [speaker] = fields(view.dom);
    write(speaker, "marchand");
    const list = view.dom.querySelector(".people");
    expect(speaker?.getAttribute("aria-expanded")).toBe("true");
    expect(list?.textContent).toBe("Élise MarchandSpokeswoman");
    speaker?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
    expect(speaker?.getAttribute("aria-activedescendant")).toBe(list?.firstElementChild?.id);
    speaker?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    expect(editor.body().content).toEqual([quote("Élise Marchand", "Spokeswoman", p("a"))]);
    expect(speaker?.getAttribute("aria-expanded")).toBe("false");
  });

  test("cannot be written in where the text cannot", () => {
    const { editor, view } = open([quote("A", "", p("a"))], { editable: false });
    expect(fields(view.dom)[0]?.readOnly).toBe(true);
    editor.update({ editable: true });
    expect(fields(view.dom)[0]?.readOnly).toBe(false);
  });
});
