/** Axe in a page of the tests: which rules of accessibility the page breaks. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type Axe from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Once for each page, before its rules are asked after. */
export const bringAxe = (page: Page): Promise<unknown> => page.evaluate(source);

export async function violations(page: Page, rules: Axe.RunOptions = {}): Promise<Axe.Result[]> {
  const found = await page.evaluate(
    (rules) => (window as unknown as { axe: typeof Axe }).axe.run(document, rules),
    rules,
  );
  return found.violations;
}
