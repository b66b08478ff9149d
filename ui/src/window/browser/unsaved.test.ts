// @vitest-environment node
/** When the desk does not take a text: it stays, the reason is said in words, and there is a way on. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { eventually, hands, openEach } from "./hands";

describe.skipIf(!hasBrowser)("a text that the desk does not take", { timeout: 60_000 }, () => {
  let page: Page;
  openEach(async (opened) => {
    page = opened;
    await page.keyboard.press("Control+n");
    await page.getByLabel("Headline", { exact: true }).fill("Ferry late");
    await body().click();
    await page.keyboard.type("It came late.");
    await eventually(() => kept()).toContain("It came late.");
  });
  const { button, body } = hands(() => page);
  const state = () => page.getByRole("status", { name: "Save state" });
  /** What the desk has of it. */
  const kept = () =>
    page.evaluate(() =>
      JSON.stringify(
        window.fake.desk.all().find(({ content }) => content.headline === "Ferry late")?.content,
      ),
    );
  const refuse = (message: string | null) =>
    page.evaluate((message) => {
      window.fake.refuseSaves = message === null ? null : { code: "other", message, reasons: [] };
    }, message);
  const changeOutside = () =>
    page.evaluate(() => {
      const { desk } = window.fake;
      const release = desk.all().find(({ content }) => content.headline === "Ferry late");
      window.fake.changeOutside(release?.id ?? 0, { subhead: "Written elsewhere" });
    });

  it("stays, and can be copied, put into a file, and saved when the reason is gone", async () => {
    await refuse("The disk is full.");
    await page.keyboard.type(" Nobody waited.");
    await eventually(() => state().innerText()).toContain("The disk is full.");
    expect(await state().getAttribute("aria-live")).toBe("assertive");

    await button("Copy the text").click();
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toContain(
      "It came late. Nobody waited.",
    );
    await page.evaluate(() => (window.fake.folder = "/home/press"));
    await button("Save as…").click();
    await eventually(() =>
      page.evaluate(() => window.fake.texts.get("/home/press/Ferry late.txt")),
    ).toContain("It came late. Nobody waited.");

    // Also when another release is shown meanwhile: its line says whose text waits.
    await page.getByRole("option", { name: /Clear Water 2026/ }).click();
    await eventually(() => state().innerText()).toContain("Ferry late");
    await refuse(null);
    await button("Try now").click();
    await eventually(kept).toContain("Nobody waited.");
    await eventually(() => state().innerText()).toMatch(/^Saved/);
  });

  it("stands beside the other one, and either can be kept", async () => {
    for (const [choice, subhead] of [
      ["Keep yours", ""],
      ["Take the other", "Written elsewhere"],
    ] as const) {
      // What the desk does not take yet meets the other text at its next save.
      await refuse("The disk is full.");
      await body().click();
      await page.keyboard.type("Mine!");
      await eventually(() => state().innerText()).toContain("The disk is full.");
      await changeOutside();
      await refuse(null);
      await button("Try now").click();
      const conflict = page.getByRole("region", { name: /changed elsewhere/ });
      await conflict.waitFor();
      await eventually(() => conflict.innerText()).toContain("Mine!");
      expect(await conflict.innerText()).toContain("Written elsewhere");
      await button(choice).click();
      await conflict.waitFor({ state: "detached" });
      await eventually(() => page.getByRole("textbox", { name: "Subhead" }).inputValue()).toBe(
        subhead,
      );
      await eventually(() => state().innerText()).toMatch(/^Saved/);
    }
  });
});
