// @vitest-environment node
/** Two revisions set beside each other in the window, and the earlier taken back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { hasBrowser } from "../editor/browser/stage";
import { Stage } from "../window/browser/stage";

describe.skipIf(!hasBrowser)("the history", { timeout: 60_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  }, 120_000);
  afterAll(() => stage.strike());

  it("shows what differs word by word, and takes the earlier text back", async () => {
    const page = await stage.open();
    await page.getByRole("option", { name: /Clear Water 2026/ }).click();
    const headline = page.getByLabel("Headline", { exact: true });
    const before = await headline.inputValue();
    await headline.fill(before.replace("Clear Water", "Calm Water"));
    await page
      .getByRole("status", { name: "Save state" })
      .filter({ hasText: /Saved \d/ })
      .waitFor();
    await page.getByRole("tab", { name: /History/ }).click();
    const history = page.getByRole("list", { name: "Revisions" });
    await history.getByRole("button", { name: "Compare with the page" }).last().click();

    const dialog = page.getByRole("dialog", { name: "Compare revisions" });
    await dialog.getByText("1 word taken out, 1 put in.").waitFor();
    expect(await dialog.locator("del").innerText()).toContain("Clear");
    expect(await dialog.locator("ins").innerText()).toContain("Calm");
    await dialog.getByLabel("Only what changed").check();
    expect(await dialog.locator(".reading").innerText()).not.toContain("Vestmark");

    await dialog.getByRole("button", { name: "Restore the earlier" }).click();
    await page.getByText("The earlier text stands again.").waitFor();
    expect(await headline.inputValue()).toBe(before);
    await page.context().close();
  });
});
