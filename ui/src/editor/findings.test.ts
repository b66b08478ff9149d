import { describe, expect, test } from "vitest";

import type { Finding } from "./host";
import { emphasis, figure, finding, li, open, p, table, td, row, text, ul } from "./testing";

const drawn = (root: HTMLElement) =>
  [...root.querySelectorAll("span.finding")].map(({ textContent }) => textContent);

describe("findings", () => {
  test("stand under their words, by passage and by character", () => {
    const { editor, view } = open([
      p("One"),
      ul(li(p("two 🚢 three"), p("four"))),
      table("caption", row(td(p("five")), td(p("six")))),
    ]);
    editor.setFindings([finding(1, 6, "three"), finding(2, 0, "four"), finding(4, 1, "ix")]);
    expect(drawn(view.dom)).toEqual(["three", "four", "ix"]);
    const [first] = view.dom.querySelectorAll("span.finding");
    expect(first?.className).toBe("finding finding-warning");
    expect(first?.getAttribute("aria-description")).toBe("!");
  });

  test("whose words have changed, and those of no passage, are left out", () => {
    const { editor, view } = open([p("One")]);
    editor.setFindings([
      finding(0, 0, "Two"),
      finding(9, 0, "One"),
      finding(0, 2, "e more"),
      { ...finding(0, 0, "One"), block: null },
    ]);
    expect(drawn(view.dom)).toEqual([]);
  });

  test("move with edits, also across blocks, and never enter the text", () => {
    const { editor, view } = open([p("a"), p("b error c")]);
    editor.setFindings([finding(1, 2, "error")]);
    view.dispatch(view.state.tr.insertText("longer ", 1));
    view.dispatch(view.state.tr.split(4));
    expect(drawn(view.dom)).toEqual(["error"]);
    expect(JSON.stringify(editor.body())).not.toContain("finding");
  });

  test("that come again are not drawn again", () => {
    const { editor, view } = open([p("b error c"), p("d")]);
    editor.setFindings([finding(0, 2, "error")]);
    view.dispatch(view.state.tr.insertText("x", 1));
    const before = view.dom.querySelector("span.finding");
    editor.setFindings([finding(0, 3, "error"), finding(1, 0, "d")]);
    expect(drawn(view.dom)).toEqual(["error", "d"]);
    expect(view.dom.querySelector("span.finding")).toBe(before);
    editor.setFindings([]);
    expect(drawn(view.dom)).toEqual([]);
  });
});

describe("a fix", () => {
  test("replaces the words where they are now, and keeps their marks", () => {
    const { editor, view } = open([p("On ", text("Thursday", emphasis), ".")]);
    const found = finding(0, 3, "Thursday");
    editor.setFindings([found]);
    view.dispatch(view.state.tr.insertText("Well, ", 1));
    expect(editor.applyFix(structuredClone(found), "Wednesday")).toBe(true);
    expect(editor.body().content).toEqual([p("Well, On ", text("Wednesday", emphasis), ".")]);
  });

  test("is refused when the words are no longer the same", () => {
    const { editor, view } = open([p("On Thursday.")]);
    const found = finding(0, 3, "Thursday");
    editor.setFindings([found]);
    view.dispatch(view.state.tr.insertText("x", 6));
    expect(editor.applyFix(found, "Wednesday")).toBe(false);
    expect(editor.text()).toBe("On Thxursday.");
  });

  test("is refused for a finding that is not drawn, and where nothing can be changed", () => {
    const { editor } = open([p("On Thursday.")]);
    const found = finding(0, 3, "Thursday");
    expect(editor.applyFix(found, "x")).toBe(false);
    editor.setFindings([found]);
    editor.update({ editable: false });
    expect(editor.applyFix(found, "x")).toBe(false);
  });

  test("works in a caption", () => {
    const { editor } = open([p("x"), figure({ caption: "The 🚢 on Thursday" })]);
    const found = finding(1, 9, "Thursday");
    editor.setFindings([found]);
    editor.showFinding(found);
    const input = document.activeElement as HTMLTextAreaElement;
    expect(input.value.slice(input.selectionStart, input.selectionEnd)).toBe("Thursday");
    expect(editor.applyFix(found, "Friday")).toBe(true);
    expect(editor.text()).toBe("x\nThe 🚢 on Friday");
  });
});

test("a finding about something missing is shown where it was found", () => {
  const { editor, view } = open([p("One"), p("Two words")]);
  const found = finding(1, 4, "");
  editor.setFindings([found]);
  editor.showFinding(found);
  expect(view.state.selection.from).toBe(10);
});

test("the pointer that comes to a finding's words and leaves them is told", () => {
  const { editor, view } = open([p("On |Thursday.")]);
  const told: [Finding | null, boolean][] = [];
  editor.onFinding = (found, at) => told.push([found, at !== null]);
  editor.setFindings([finding(0, 3, "Thursday")]);
  const words = view.dom.querySelector(".finding");
  words?.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  words?.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  view.dom.dispatchEvent(new MouseEvent("mouseleave"));
  expect(told).toEqual([
    [finding(0, 3, "Thursday"), true],
    [null, false],
  ]);
});

test("of findings on the same words the worst is told", () => {
  const { editor, view } = open([p("|On Thursday they met.")]);
  const told: (string | undefined)[] = [];
  editor.onFinding = (found) => told.push(found?.severity);
  const advice: Finding = { ...finding(0, 0, "On Thursday they met."), severity: "advice" };
  const error: Finding = { ...finding(0, 0, "On Thursday"), severity: "error" };
  for (const findings of [
    [advice, error],
    [error, advice],
  ]) {
    editor.setFindings(findings);
    for (const words of view.dom.querySelectorAll(".finding")) {
      words.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    }
    view.dom.dispatchEvent(new MouseEvent("mouseleave"));
  }
  const once = ["error", "advice", undefined];
  expect(told).toEqual([...once, ...once]);
});

test("showing a finding selects its words", () => {
  const { editor, view } = open([p("|On Thursday.")]);
  const found = finding(0, 3, "Thursday");
  editor.setFindings([found]);
  editor.showFinding(found);
  const { from, to } = view.state.selection;
  expect(view.state.doc.textBetween(from, to)).toBe("Thursday");
});
