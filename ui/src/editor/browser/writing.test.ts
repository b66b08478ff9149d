// @vitest-environment node
// Writing as a person does, with real keys, mouse and clipboard in a real browser.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type Axe from "axe-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { hasBrowser, openStage, type Stage } from "./stage";

const corpus = resolve(import.meta.dirname, "../../../../tests/corpora/bodies");

type Blocks = NodeJson[];

const p = (text: string): NodeJson => ({ type: "paragraph", content: [{ type: "text", text }] });

describe.skipIf(!hasBrowser)("in a browser", { timeout: 30_000 }, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage.close());

  beforeEach(async () => {
    await stage.tab.evaluate(() => {
      Object.assign(window.page, { said: [], jumps: [], clips: [], answer: null, footnotes: [] });
    });
  });

  const open = (content: Blocks, settings: object = {}) =>
    stage.tab.evaluate(
      ([content, settings]) => {
        window.page.open({ body: { type: "doc", content }, ...settings });
        window.page.editor.focus("end");
      },
      [content, settings] as const,
    );
  const blocks = () => stage.tab.evaluate(() => window.page.editor.body().content ?? []);
  const lines = () => stage.tab.evaluate(() => window.page.editor.text());
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await stage.tab.keyboard.press(key);
  };
  /** Lets the browser tell the page what a key did to its selection, which it does a turn later. */
  const turn = () => stage.tab.evaluate(() => new Promise((next) => setTimeout(next)));
  const type = (text: string) => stage.tab.keyboard.type(text);

  /** Puts something on the clipboard and pastes it as the browser hands it over. */
  const paste = (items: Record<string, string>) =>
    stage.tab.evaluate((items) => {
      const clipboardData = new DataTransfer();
      for (const [kind, value] of Object.entries(items)) clipboardData.setData(kind, value);
      const surface = document.querySelector(".surface");
      const init = { clipboardData, bubbles: true, cancelable: true };
      surface?.dispatchEvent(new ClipboardEvent("paste", init));
    }, items);
  const answer = (body: Blocks, notes: string[] = []) =>
    stage.tab.evaluate(
      ([content, notes]) => window.page.answer?.({ body: { type: "doc", content }, notes }),
      [body, notes] as const,
    );

  test("the surface is a labelled text box in the text's language", async () => {
    await open([], { language: "ar", direction: "rtl", label: "Body" });
    const box = stage.tab.getByRole("textbox", { name: "Body" });
    expect(await box.getAttribute("aria-multiline")).toBe("true");
    expect(await box.getAttribute("lang")).toBe("ar");
    expect(await box.getAttribute("dir")).toBe("rtl");
  });

  test("footnotes of a paste go to the notes, and Undo in its notice takes both back", async () => {
    await open([p("Before ")]);
    await paste({ "text/html": "<p>It stands.<sup>1</sup></p>" });
    await stage.tab.evaluate(() =>
      window.page.answer?.({
        body: {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: "It stands." }] }],
        },
        footnotes: {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: "As of May." }] }],
        },
        notes: ["One footnote became a note to editors."],
      }),
    );
    await expect.poll(lines).toBe("Before It stands.");
    const notes = () => stage.tab.evaluate(() => window.page.footnotes.length);
    expect(await notes()).toBe(1);
    await stage.tab.evaluate(() => window.page.said[0]?.undo?.());
    await expect.poll(lines).toBe("Before ");
    expect(await notes()).toBe(0);
  });

  test("pictures stand where they were dropped, and what is no picture is refused", async () => {
    await open([p("First"), p("Second")]);
    const drop = (...paths: string[]) =>
      stage.tab.evaluate((paths) => {
        const { right, top } = (
          document.querySelector(".surface p") ?? document.body
        ).getBoundingClientRect();
        return window.page.editor.dropPictures(paths, right - 4, top + 8);
      }, paths);
    expect(await drop("/home/press/quay.png", "/home/press/readme.txt")).toBe(true);
    await expect
      .poll(async () => (await blocks()).map(({ type }) => type))
      .toEqual(["paragraph", "figure", "paragraph"]);
    await expect
      .poll(() => stage.tab.evaluate(() => window.page.said.map(({ message }) => message)))
      .toEqual(["/home/press/readme.txt is not a picture."]);
    expect(await stage.tab.evaluate(() => document.activeElement?.getAttribute("data-attr"))).toBe(
      "alt",
    );
    expect(await stage.tab.evaluate(() => window.page.editor.dropPictures(["a.png"], -5, -5))).toBe(
      false,
    );
  });

  test("nothing on it keeps anybody out", async () => {
    const all = readFileSync(resolve(corpus, "every-block.json"), "utf8");
    const { content = [] } = JSON.parse(all) as BodyJson;
    await stage.tab.addScriptTag({ path: fileURLToPath(import.meta.resolve("axe-core")) });
    for (const theme of ["light", "dark"]) {
      await open(content);
      const violations = await stage.tab.evaluate(async (theme) => {
        document.documentElement.dataset["theme"] = theme;
        const { axe } = window as unknown as { axe: typeof Axe };
        const { violations } = await axe.run(document.body, {
          rules: { region: { enabled: false } },
        });
        return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
      }, theme);
      expect(violations).toEqual([]);
    }
    await stage.tab.evaluate(() => delete document.documentElement.dataset["theme"]);
  });

  test("paragraphs, lists, emphasis and typography by keys alone", async () => {
    await open([]);
    await type(`The "ferry" is ready -- now`);
    await keys("Enter");
    await type("- one");
    await keys("Enter", "Tab");
    await type("two ");
    await keys("Control+b");
    await type("bold");
    await keys("Enter", "Enter", "Enter");
    await type("End");
    expect(await blocks()).toEqual([
      p("The “ferry” is ready – now"),
      {
        type: "bullet_list",
        content: [
          {
            type: "list_item",
            content: [
              p("one"),
              {
                type: "bullet_list",
                content: [
                  {
                    type: "list_item",
                    content: [
                      {
                        type: "paragraph",
                        content: [
                          { type: "text", text: "two " },
                          { type: "text", text: "bold", marks: [{ type: "strong" }] },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      p("End"),
    ]);
  });

  test("a quotation, its speaker chosen from the desk, and on", async () => {
    await open([]);
    await type("> A ferry is a small town.");
    await keys("Tab");
    await type("sol");
    expect(await stage.tab.getByRole("option").allInnerTexts()).toEqual([
      "Ane Solberg\nHarbour master of Vestmark",
    ]);
    await keys("ArrowDown", "Enter", "Enter", "Enter");
    await type("After.");
    expect(await blocks()).toEqual([
      {
        type: "quotation",
        attrs: { speaker: "Ane Solberg", position: "Harbour master of Vestmark" },
        content: [p("A ferry is a small town.")],
      },
      p("After."),
    ]);
  });

  test("a table by the toolbar, its tools only while the caret is in it", async () => {
    await open([p("Before")]);
    const tool = (name: string) => stage.tab.getByRole("button", { name, exact: true });
    expect(await tool("Add row below").count()).toBe(0);
    await tool("Table").click();
    await type("A");
    await keys("Tab");
    await type("B");
    await tool("Delete column").click();
    await tool("Add row below").click();
    const [, table] = await blocks();
    expect(table?.content?.map(({ content }) => content?.length)).toEqual([2, 2, 2, 2]);
    expect(table?.content?.[0]?.content?.[0]?.content).toEqual([p("A")]);
    await keys("Control+Enter");
    await tool("Add row below").waitFor({ state: "detached" });
  });

  test("the toolbar is one stop, walked with the arrow keys", async () => {
    await open([p("words")]);
    await keys("Control+a");
    await stage.tab.getByRole("button", { name: "Undo" }).focus();
    await keys("End", "Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await keys("Enter");
    expect(await blocks()).toEqual([
      {
        type: "paragraph",
        content: [{ type: "text", text: "words", marks: [{ type: "strong" }] }],
      },
    ]);
    const bold = stage.tab.getByRole("button", { name: "Bold" });
    expect(await bold.getAttribute("aria-pressed")).toBe("true");
    expect(await stage.tab.locator(".editor-toolbar [tabindex='0']").count()).toBe(1);
    await type("x");
    expect(await lines()).toBe("x");
  });

  test("a link in its small window; another kind of address is refused in words", async () => {
    await open([p("timetable")]);
    await keys("Control+a", "Control+Shift+k");
    await type("javascript:alert(1)");
    await keys("Enter");
    expect(await stage.tab.getByRole("alert").innerText()).toContain("not an address");
    await keys("Control+a");
    await type("vestmark.example");
    await keys("Enter");
    const linked = [
      {
        type: "paragraph",
        content: [
          {
            type: "text",
            text: "timetable",
            marks: [{ type: "link", attrs: { href: "https://vestmark.example" } }],
          },
        ],
      },
    ];
    expect(await blocks()).toEqual(linked);
    await keys("Control+Shift+k");
    expect(await stage.tab.getByLabel("Link address").inputValue()).toBe(
      "https://vestmark.example",
    );
    await keys("Escape");
    expect(await blocks()).toEqual(linked);
    expect(await stage.tab.getByRole("dialog").count()).toBe(0);
  });

  test("Tab leaves a paragraph, and Escape with Tab leaves from anywhere", async () => {
    await open([p("x")]);
    await keys("Tab", "Shift+Tab");
    await type(" ");
    await keys("Backspace");
    await type("- ");
    expect(await stage.tab.evaluate(() => window.page.jumps)).toEqual(["forward", "back"]);
  });

  test("foreign HTML is read by the host and put where it was pasted, though writing went on", async () => {
    await open([p("One "), p("Two")]);
    await stage.tab.evaluate(() => window.page.editor.focus("start"));
    await keys("End");
    await turn();
    await paste({ "text/html": "<b>pasted</b>", "text/plain": "pasted" });
    expect(await stage.tab.getByText("Pasting…").count()).toBe(1);
    await stage.tab.evaluate(() => window.page.editor.focus("end"));
    await type(" three");
    await answer([p("pasted"), p("second")], ["Kept bold.", "Removed colours."]);
    await stage.tab.getByText("Pasting…").waitFor({ state: "detached" });
    expect(await lines()).toBe("One pasted\nsecond\nTwo three");
    await type("!");
    expect(await lines()).toBe("One pasted\nsecond\nTwo three!");
    const said = await stage.tab.evaluate(() => window.page.said.map(({ message }) => message));
    expect(said).toEqual(["Kept bold. Removed colours."]);
    await stage.tab.evaluate(() => window.page.said[0]?.undo?.());
    expect(await lines()).toBe("One \nTwo three!");
  });

  test("a paste whose text was changed meanwhile is forgotten", async () => {
    await open([p("One")]);
    await paste({ "text/html": "<p>x</p>" });
    await open([p("Other")]);
    await answer([p("x")]);
    expect(await lines()).toBe("Other");
  });

  test("what was copied here is put in directly, notes as notes", async () => {
    await open([
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Head" }] },
      { type: "poll", attrs: { a: 1 } },
      p("x"),
    ]);
    await keys("Control+a", "Control+c");
    await open([]);
    await keys("Control+v");
    expect(await blocks()).toEqual([
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Head" }] },
      { type: "poll", attrs: { a: 1 } },
      p("x"),
    ]);
    await open([], { kind: "notes" });
    await keys("Control+v");
    expect((await blocks()).map(({ type }) => type)).toEqual(["paragraph", "poll", "paragraph"]);
    expect(await stage.tab.evaluate(() => window.page.clips)).toEqual([]);
  });

  test("plain text keeps its paragraphs; with Shift nothing else is taken", async () => {
    await open([]);
    await paste({ "text/plain": "One\n\nTwo\nThree" });
    expect(await lines()).toBe("One\nTwo\nThree");
    await open([]);
    await keys("Control+Shift+v");
    await stage.tab.evaluate(() => navigator.clipboard.writeText("x"));
    await open([]);
    await keys("Control+Shift+v");
    expect(await lines()).toBe("x");
    expect(await stage.tab.evaluate(() => window.page.clips)).toEqual([]);
  });

  test("an address pasted on words links them", async () => {
    await open([p("here")]);
    await keys("Control+a");
    await paste({ "text/plain": "https://vestmark.example/a\n" });
    expect((await blocks())[0]?.content?.[0]).toEqual({
      type: "text",
      text: "here",
      marks: [{ type: "link", attrs: { href: "https://vestmark.example/a" } }],
    });
  });

  test("a clip of five megabytes does not hold up the keys", async () => {
    await open([p("x")]);
    const took = await stage.tab.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", "<p>word word</p>".repeat(330_000));
      const start = performance.now();
      document
        .querySelector(".surface")
        ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
      return performance.now() - start;
    });
    expect(took).toBeLessThan(300);
    await type("y");
    expect(await lines()).toBe("xy");
    await answer([p("z")]);
  });

  test("a picture is taken in, and its words are asked for at once", async () => {
    await open([p("Before")]);
    const chooser = stage.tab.waitForEvent("filechooser");
    await stage.tab.getByRole("button", { name: "Picture" }).click();
    const file = (name: string) => ({ name, mimeType: "image/png", buffer: Buffer.from([1]) });
    await (await chooser).setFiles([file("bad.gif"), file("ship.png")]);
    const alt = stage.tab.getByLabel("Alternative text");
    await alt.waitFor();
    expect(await stage.tab.getByText("Alternative text is missing.").isVisible()).toBe(true);
    await type("A ship");
    await keys("Tab");
    await type("The ship.");
    await keys("Enter");
    await type("Port");
    await keys("Enter");
    await type("After");
    expect(await blocks()).toEqual([
      p("Before"),
      {
        type: "figure",
        attrs: { image: "a".repeat(64), alt: "A ship", caption: "The ship.", credit: "Port" },
      },
      p("After"),
    ]);
    expect(await stage.tab.getByText("Alternative text is missing.").isVisible()).toBe(false);
    const said = await stage.tab.evaluate(() => window.page.said.map(({ message }) => message));
    expect(said).toEqual(["bad.gif is not a picture."]);
  });

  test("what is dropped goes where it is dropped", async () => {
    await open([p("One"), p("Two")]);
    const drop = (kind: "picture" | "page" | "document") =>
      stage.tab.evaluate((kind) => {
        const dataTransfer = new DataTransfer();
        const file = (name: string, type: string) => new File(["x"], name, { type });
        if (kind === "picture") dataTransfer.items.add(file("ship.png", "image/png"));
        if (kind === "document") dataTransfer.items.add(file("a.docx", "application/zip"));
        if (kind === "page") dataTransfer.setData("text/html", "<p>page</p>");
        const first = document.querySelector(".surface > p")?.getBoundingClientRect();
        if (!first) throw new Error("There is no first paragraph.");
        const event = new DragEvent("drop", {
          dataTransfer,
          clientX: first.left + 1,
          clientY: first.top + first.height / 2,
          bubbles: true,
          cancelable: true,
        });
        document.querySelector(".surface > p")?.dispatchEvent(event);
        return event.defaultPrevented;
      }, kind);
    expect(await drop("picture")).toBe(true);
    await stage.tab.getByLabel("Alternative text").waitFor();
    expect((await blocks()).map(({ type }) => type)).toEqual(["paragraph", "figure", "paragraph"]);
    expect(await drop("page")).toBe(true);
    await answer([p("page ")]);
    await stage.tab.getByText("Pasting…").waitFor({ state: "detached" });
    expect(await lines()).toBe("page One\n\nTwo");
    expect(await drop("document")).toBe(false);
    expect(await lines()).toBe("page One\n\nTwo");
  });

  test("a picture that arrives empty from the clipboard is said so", async () => {
    await open([p("x")]);
    await stage.tab.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([], "image.png", { type: "image/png" }));
      document
        .querySelector(".surface")
        ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
    });
    await stage.tab.waitForFunction(() => window.page.said.length > 0);
    const said = await stage.tab.evaluate(() => window.page.said.map(({ message }) => message));
    expect(said[0]).toContain("arrived empty");
    expect(await blocks()).toEqual([p("x")]);
  });

  test("find and replace in its bar", async () => {
    await open([p("Blue Water, blue water, Bluewater")]);
    await stage.tab.evaluate(() => window.page.findBar());
    await type("blue");
    const status = stage.tab.locator(".find-bar [role=status]");
    expect(await status.innerText()).toBe("1 of 3");
    await stage.tab.getByRole("button", { name: "Whole word" }).click();
    expect(await status.innerText()).toBe("1 of 2");
    await stage.tab.getByLabel("Replace with").fill("Clear");
    await stage.tab.getByRole("button", { name: "Replace all" }).click();
    expect(await status.innerText()).toBe("Replaced 2 times.");
    expect(await lines()).toBe("Clear Water, Clear water, Bluewater");
    await keys("Escape");
    await type("!");
    expect(await stage.tab.locator(".find-bar").count()).toBe(0);
  });

  test("a click on the paper below a table makes a line to write in", async () => {
    const cell = { type: "table_cell", attrs: { colspan: 1, rowspan: 1 }, content: [p("x")] };
    await open([{ type: "table", content: [{ type: "table_row", content: [cell] }] }]);
    const box = await stage.tab.locator(".surface").boundingBox();
    if (!box) throw new Error("The surface has no box.");
    await stage.tab.mouse.click(box.x + 40, box.y + box.height - 4);
    await type("After");
    expect((await blocks())[1]).toEqual(p("After"));
  });

  test("the pointer on a finding tells which", async () => {
    await open([p("On Thursday")]);
    await stage.tab.evaluate(() => {
      const { editor } = window.page;
      editor.onFinding = (finding) =>
        window.page.said.push({ message: finding?.message ?? "none" });
      editor.setFindings([
        {
          rule: "day",
          severity: "error",
          slot: "body",
          block: 0,
          start: 3,
          end: 11,
          excerpt: "Thursday",
          message: "It is a Wednesday.",
          fixes: [],
        },
      ]);
      editor.focus("start");
    });
    await stage.tab.locator(".finding").hover();
    await stage.tab.mouse.move(5, 5);
    const said = await stage.tab.evaluate(() => window.page.said.map(({ message }) => message));
    expect(said[0]).toBe("It is a Wednesday.");
  });
});
