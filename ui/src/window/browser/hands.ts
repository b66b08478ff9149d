/** What a test of the window is done with: a window for each, its keys, and things by their names. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

import { Stage } from "./stage";

/** Has each test of a suite begin with a window of its own, which is closed after it. */
export function openEach(begin: (page: Page) => void | Promise<void>): void {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await Stage.set();
  }, 120_000);
  afterAll(() => stage.strike());
  beforeEach(async () => {
    page = await stage.open();
    await begin(page);
  }, 60_000);
  afterEach(() => page.context().close());
}

/** What is true in a moment. */
export const eventually = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 10_000 });

/** The keyboard, and what a person or a screen reader finds, in the window that is open. */
export function hands(page: () => Page) {
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page().keyboard.press(key);
  };
  return {
    keys,
    field: (name: string) => page().getByLabel(name, { exact: true }),
    button: (name: string) => page().getByRole("button", { name, exact: true }),
    body: () => page().getByRole("textbox", { name: "Body", exact: true }),
    focused: () => page().evaluate(() => document.activeElement?.getAttribute("aria-label")),
    saveState: () => page().getByRole("status", { name: "Save state" }).innerText(),
    notices: () => page().getByRole("log", { name: "Notices" }).innerText(),
    /** Runs a command from the palette, by its name. */
    command: async (name: string) => {
      await keys("Control+k");
      await page().getByRole("dialog", { name: "Commands" }).waitFor();
      await page().keyboard.type(name);
      await keys("Enter");
    },
  };
}
