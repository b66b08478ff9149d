// @vitest-environment node
/** Writing in the open window: the text alone, the line at one height, its size, and how long it is. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { eventually, hands, openEach } from "./hands";

describe.skipIf(!hasBrowser)("writing in the window", { timeout: 60_000 }, () => {
  let page: Page;
  openEach((opened) => void (page = opened));
  const { keys, body, focused, notices } = hands(() => page);
  const write = () => keys("Control+3");
  const open = async (name: RegExp) => {
    await page.getByRole("option", { name }).first().click();
    await body().waitFor();
  };
  const fontSize = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize));

  it("lets everything but the text give way, and brings it back", async () => {
    await open(/Clear Water 2026/);
    await write();
    await keys("ArrowDown");
    await keys("Control+Alt+f");
    const leave = page.getByRole("button", { name: "Leave the focus on the text" });
    await leave.waitFor();
    expect(await page.getByRole("listbox", { name: "Releases" }).count()).toBe(0);
    expect(await page.getByRole("toolbar").count()).toBe(0);
    expect(await page.getByRole("status", { name: "Save state" }).isVisible()).toBe(true);
    const colours = () =>
      body().evaluate((text) => [...text.children].map((one) => getComputedStyle(one).color));
    await keys("Control+ArrowDown");
    await eventually(async () => new Set(await colours()).size).toBe(2);
    // The keys go on to the text.
    await page.keyboard.type("Now ");
    await eventually(() => body().innerText()).toContain("Now ");
    await leave.click();
    await page.getByRole("listbox", { name: "Releases" }).waitFor();
    await eventually(async () => new Set(await colours()).size).toBe(1);
  });

  it("gives the list back to whoever searches", async () => {
    await open(/Clear Water 2026/);
    await keys("Control+Alt+f");
    await page.getByRole("listbox", { name: "Releases" }).waitFor({ state: "detached" });
    await keys("Control+f");
    await page.keyboard.type("ferry");
    expect(await page.getByLabel("Search", { exact: true }).inputValue()).toBe("ferry");
  });

  it("keeps the line with the caret at one height", async () => {
    await keys("Control+n");
    await body().waitFor();
    await keys("Control+Alt+y");
    await write();
    const heights = new Set<number>();
    for (let line = 0; line < 8; line += 1) {
      await page.keyboard.type(
        "The port handled more goods in this quarter than in any before it.",
      );
      heights.add(
        await page.evaluate(() =>
          Math.round(getSelection()?.getRangeAt(0).getClientRects()[0]?.top ?? 0),
        ),
      );
      await keys("Enter");
    }
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(2);
  });

  it("has a size for the text and one for the window", async () => {
    await open(/Clear Water 2026/);
    const [text, label] = [await fontSize(".surface-body"), await fontSize(".status")];
    await keys("Control+=");
    await eventually(() => fontSize(".surface-body")).toBeGreaterThan(text);
    expect(await fontSize(".status")).toBe(label);
    await keys("Control+0");
    await eventually(() => fontSize(".surface-body")).toBe(text);
  });

  it("says how long the text is, and what is selected of it", async () => {
    await keys("Control+n");
    await body().waitFor();
    await write();
    await page.keyboard.type("Seven words are all that is here");
    const bar = page.getByRole("contentinfo");
    await eventually(() => bar.innerText()).toContain("7 words · 32 characters · 5 s to read");
    await keys("Control+Shift+ArrowLeft");
    await eventually(() => bar.innerText()).toContain("Selected: 1 word · 4 characters");
    // Spoken when the selection rests.
    await page
      .getByRole("status")
      .filter({ hasText: "Selected: 1 word, 4 characters" })
      .waitFor({ state: "attached" });
  });

  /** Hands a clip to the body as the browser does. */
  const paste = (items: Record<string, string>) =>
    body().evaluate((surface, items) => {
      const clipboardData = new DataTransfer();
      for (const [kind, value] of Object.entries(items)) clipboardData.setData(kind, value);
      const init = { clipboardData, bubbles: true, cancelable: true };
      surface.dispatchEvent(new ClipboardEvent("paste", init));
    }, items);
  const begin = async (words: string) => {
    await keys("Control+n");
    await body().waitFor();
    await write();
    await page.keyboard.type(words);
    await eventually(() => body().innerText()).toBe(words);
  };

  it("refuses five megabytes of words in a sentence, and writes on", async () => {
    await begin("Before. ");
    const paragraph =
      "<p class=MsoNormal style='margin:0cm'><span lang=EN-GB>The Port of <b>Vestmark</b> handled more goods.</span></p>";
    await paste({ "text/html": paragraph.repeat(Math.ceil(5_000_000 / paragraph.length)) });
    await page.keyboard.type("Meanwhile.");
    await eventually(notices).toMatch(/The clipboard holds \d+ words; .* nothing was/);
    await page.keyboard.type(" And after.");
    await eventually(() => body().innerText()).toBe("Before. Meanwhile. And after.");

    await paste({ "text/plain": "word ".repeat(1_000_000) });
    await eventually(notices).toContain("too much on the clipboard to be pasted at once");
    expect(await body().innerText()).toBe("Before. Meanwhile. And after.");
  });

  it("takes a table of 500 rows, and writes on in it", async () => {
    await begin("Before");
    const row = (i: number) => `<tr><td>Quay ${i}</td><td>${i * 3}</td><td>tonnes</td></tr>`;
    const rows = Array.from({ length: 500 }, (_, i) => row(i)).join("");
    await paste({ "text/html": `<p>Rows</p><table style='color:red'>${rows}</table><p>After</p>` });
    await eventually(() => body().locator("tr").count()).toBe(500);
    await body().locator("td").first().click();
    await keys("End");
    await page.keyboard.type(" in the north");
    await eventually(() => body().locator("td").first().innerText()).toBe("Quay 0 in the north");
    const notice = page.getByRole("log", { name: "Notices" });
    await eventually(notices).toContain("Left out: 1 font or colour setting.");
    await notice.getByRole("button", { name: "Undo" }).last().click();
    await eventually(() => body().locator("tr").count()).toBe(0);
  });

  it("says that it saves as long as keys follow each other, and once that it has", async () => {
    await open(/Clear Water 2026/);
    await write();
    const said = await page.evaluateHandle(() => {
      const state = document.querySelector("[aria-label='Save state']");
      const said: string[] = [];
      const note = () => {
        const now = state?.textContent.trim() ?? "";
        if (now !== said.at(-1)) said.push(now);
      };
      const all = { subtree: true, childList: true, characterData: true };
      if (state) new MutationObserver(note).observe(state, all);
      return said;
    });
    // Each comes when the one before it is saved.
    await page.evaluate(async () => {
      for (const key of "word after word") {
        document.execCommand("insertText", false, key);
        await new Promise((then) => setTimeout(then, 80));
      }
    });
    await eventually(() => said.jsonValue()).toEqual([
      "Saving…",
      expect.stringMatching(/^Saved \d/),
    ]);
  });

  it("has the preview follow whoever writes on, though its pages come late", async () => {
    await open(/Clear Water 2026/);
    const preview = () => page.frameLocator("iframe[title=Preview]").locator("body").innerText();
    await eventually(preview).toContain("Clear Water 2026");
    await write();
    const held = await page.evaluateHandle(() => {
      const { fetch } = window;
      const held: (() => void)[] = [];
      window.fetch = async (asked) => {
        const text = await (await fetch(asked)).text();
        await new Promise<void>((then) => held.push(then));
        return new Response(text);
      };
      return held;
    });
    const letGo = (nth: number) =>
      held.evaluate((held, nth) => {
        held[nth]?.();
        return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
      }, nth);
    for (const [nth, word] of ["First. ", "Second. ", "Third. "].entries()) {
      await page.keyboard.insertText(word);
      await eventually(() => held.evaluate(({ length }) => length)).toBe(nth + 1);
    }
    await letGo(0);
    expect(await preview()).toContain("First.");
    await letGo(2);
    expect(await preview()).toContain("First. Second. Third.");
    // One that was overtaken comes too late.
    await letGo(1);
    expect(await preview()).toContain("First. Second. Third.");
  });

  it("offers to take a paste back only while its text is here, and only the last one", async () => {
    await begin("Before ");
    const undo = page.getByRole("log", { name: "Notices" }).getByRole("button", { name: "Undo" });
    await paste({ "text/html": "<p><font color=red>one </font></p>" });
    await eventually(() => undo.count()).toBe(1);
    await paste({ "text/html": "<p><font color=red>two</font></p>" });
    await eventually(() => body().innerText()).toContain("two");
    await eventually(() => undo.count()).toBe(1);
    await open(/Clear Water 2026/);
    await eventually(() => undo.count()).toBe(0);
    expect(await notices()).toContain("Left out: 1 font or colour setting.");
  });

  it("tells in the release's language what belongs into a slot, and what approval waits for", async () => {
    await keys("Control+n");
    await page.getByRole("button", { name: /^Language: / }).click();
    await page.getByRole("menuitem", { name: /^German/ }).click();
    const headline = page.getByRole("textbox", { name: "Headline" });
    await eventually(() => headline.getAttribute("placeholder")).toBe("Überschrift · erforderlich");
    expect(await page.getByLabel("Subhead", { exact: true }).getAttribute("placeholder")).toBe(
      "Ein Satz unter der Überschrift",
    );
    await headline.focus();
    for (const slot of ["Subhead", "Place", "Date", "Body"]) {
      await keys("Enter");
      await eventually(focused).toBe(slot);
    }
    await keys("Shift+Tab");
    await keys("Shift+Tab");
    await eventually(focused).toBe("Date");
    await page.keyboard.type("25 jul");
    await keys("Enter");
    await eventually(() => page.getByLabel("Date", { exact: true }).inputValue()).toMatch(
      /^25\. Juli \d{4}$/,
    );
  });
});
