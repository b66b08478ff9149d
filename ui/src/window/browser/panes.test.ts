// @vitest-environment node
/** The panes of the window: as wide as somebody wants them, by mouse and by keyboard. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { eventually, hands, openEach } from "./hands";

describe.skipIf(!hasBrowser)("the panes", { timeout: 60_000 }, () => {
  let page: Page;
  openEach((opened) => void (page = opened));
  const { keys, body, focused } = hands(() => page);
  const edge = () => page.getByRole("separator", { name: "Width of the list" });
  const width = async () => Number(await edge().getAttribute("aria-valuenow"));

  it("are dragged without selecting what the pointer passes, and whoever writes goes on", async () => {
    await page.getByRole("option", { name: /Clear Water 2026/ }).click();
    // Or it would give of its width, for the paper to keep enough.
    await keys("Control+Alt+i");
    await body().click();
    const before = await width();
    const box = await edge().boundingBox();
    if (!box) throw new Error("The list has no edge.");
    await page.mouse.move(box.x + 4, 400);
    await page.mouse.down();
    await page.mouse.move(box.x + 44, 300, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(before + 40);
    expect(await page.evaluate(() => String(getSelection()))).toBe("");
    expect(await focused()).toBe("Body");
  });

  it("give way to the text where the window is narrow", async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.getByRole("option", { name: /Clear Water 2026/ }).click();
    const inspector = page.getByRole("complementary", { name: "Inspector" });
    for (const [key, place] of [
      ["Control+2", "Headline"],
      ["Control+3", "Body"],
    ] as const) {
      await keys("Control+Alt+i");
      await inspector.waitFor();
      await keys(key);
      await inspector.waitFor({ state: "detached" });
      expect(await focused()).toBe(place);
    }
  });

  it("are moved with the keys, and closed and opened again at their width", async () => {
    await edge().focus();
    const before = await width();
    await keys("ArrowRight", "ArrowRight");
    expect(await width()).toBe(before + 32);
    await keys("Control+Alt+l");
    await eventually(() => edge().count()).toBe(0);
    await keys("Control+Alt+l");
    await eventually(width).toBe(before + 32);
    await edge().focus();
    await keys("Enter");
    expect(await width()).toBe(before);
  });
});
