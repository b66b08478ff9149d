// Opens the editor's page in a real browser, for tests and for the timing.

import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { chromium, type Browser, type Page as Tab } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";

/** The browser that is tested in: `CHROMIUM`, or where Debian puts it. */
const browserPath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether it is there. */
export const hasBrowser = existsSync(browserPath);

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });

/** A browser with the editor's page, served from the sources. */
export interface Stage {
  browser: Browser;
  tab: Tab;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const server: ViteDevServer = await createServer({
    root: resolve(import.meta.dirname, "../../.."),
    // Beside the window's own cache: both may be served at the same time.
    cacheDir: "node_modules/.vite-editor",
    logLevel: "error",
    server: { port: 0, hmr: false, watch: null },
    optimizeDeps: { entries: ["src/editor/browser/page.html"] },
  });
  await server.listen();
  const [address] = server.resolvedUrls?.local ?? [];
  if (!address) throw new Error("The page's server has no address.");
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 820, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const tab = await context.newPage();
  tab.on("pageerror", (error) => {
    throw error;
  });
  await tab.goto(`${address}src/editor/browser/page.html`);
  await tab.waitForFunction(() => "page" in window);
  return {
    browser,
    tab,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
