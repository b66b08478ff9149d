// @vitest-environment node
// Dead keys and input methods, as a real browser hands them to the text.

import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Finding } from "..";
import { hasBrowser, openStage, type Stage } from "./stage";

const p = (...content: NodeJson[]): NodeJson => ({ type: "paragraph", content });
const text = (text: string, ...marks: string[]): NodeJson =>
  marks.length > 0
    ? { type: "text", text, marks: marks.map((type) => ({ type })) }
    : { type: "text", text };
const struck = (words: string): NodeJson => ({
  type: "text",
  text: words,
  marks: [{ type: "deletion", attrs: { id: "1", by: "Bo Lind", at: "2026-07-25T08:00:00Z" } }],
});

describe.skipIf(!hasBrowser)("composing", { timeout: 30_000 }, () => {
  let stage: Stage;
  let method: CDPSession;

  beforeAll(async () => {
    stage = await openStage();
    method = await stage.tab.context().newCDPSession(stage.tab);
  }, 120_000);
  afterAll(() => stage.close());

  const open = (content: NodeJson[], settings: object = {}) =>
    stage.tab.evaluate(
      ([content, settings]) => {
        window.page.open({ body: { type: "doc", content }, ...settings });
        window.page.editor.focus("start");
      },
      [content, settings] as const,
    );
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await stage.tab.keyboard.press(key);
  };
  /** What is being composed, step by step. */
  const compose = async (...steps: string[]) => {
    for (const step of steps) {
      const at = step.length;
      const ask = { text: step, selectionStart: at, selectionEnd: at };
      await method.send("Input.imeSetComposition", ask);
    }
  };
  const commit = (text: string) => method.send("Input.insertText", { text });
  /** The text as the desk gets it, each run with its marks. */
  const runs = () =>
    stage.tab.evaluate(() =>
      (window.page.editor.body().content ?? []).flatMap(({ content = [] }) =>
        content.map(({ text, marks = [] }) => [text, ...marks.map(({ type }) => type)].join(":")),
      ),
    );
  const shown = () => stage.tab.evaluate(() => document.querySelector(".surface")?.textContent);
  const settled = (wanted: string[]) => expect.poll(runs, { timeout: 5_000 }).toEqual(wanted);

  test("words come in among marks, under a finding and at the start", async () => {
    await open([p(text("caf", "strong"), text(" nxar"))]);
    const finding: Finding = {
      ...{ rule: "spelling", severity: "warning", slot: "body", block: 0, start: 4, end: 8 },
      ...{ excerpt: "nxar", message: "!", fixes: [] },
    };
    await stage.tab.evaluate((finding) => window.page.editor.setFindings([finding]), finding);
    await keys("ArrowRight", "ArrowRight", "ArrowRight");
    await compose("´");
    // A check that ends meanwhile draws its findings anew.
    await stage.tab.evaluate(() => window.page.editor.setFindings([]));
    await compose("´e");
    await commit("é");
    await settled(["café:strong", " nxar"]);
    await expect
      .poll(async () => {
        await keys("Home");
        return stage.tab.evaluate(() => window.page.editor["view"].state.selection.from);
      })
      .toBe(1);
    await compose("u", "u2", "u20", "u2014");
    await commit("—");
    await settled(["—café:strong", " nxar"]);
  });

  test("while suggesting it is one suggestion, and the desk gets nothing half made", async () => {
    await open([p(text("one three"))], { suggesting: true });
    await keys(...Array<string>(4).fill("ArrowRight"));
    await compose("に", "にほ");
    expect(await shown()).toBe("one にほthree");
    expect(await runs()).toEqual(["one three"]);
    await compose("日本");
    await commit("日本");
    await settled(["one ", "日本:insertion", "three"]);
    // It goes on in the same suggestion.
    await compose("´");
    await commit("é");
    await settled(["one ", "日本é:insertion", "three"]);
    await keys("Control+z", "Control+z");
    await settled(["one three"]);
  });

  test("while suggesting it strikes out the words in whose place it comes", async () => {
    await open([p(text("one two"))], { suggesting: true });
    await keys("Control+Shift+ArrowRight");
    await compose("e", "ei");
    await commit("eins");
    await expect
      .poll(async () => (await runs()).sort(), { timeout: 5_000 })
      .toEqual([" two", "eins:insertion", "one:deletion"]);
  });

  test("inside words that are to go out it stays when they go", async () => {
    await open([p(struck("one"), text(" two"))]);
    await keys("ArrowRight");
    await compose("´");
    await commit("é");
    await settled(["o:deletion", "é", "ne:deletion", " two"]);
  });
});
