/** Opens the window on the invented desk in a real browser, for tests. */
import { resolve } from "node:path";

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";

import { launch } from "../../editor/browser/stage";
import type { FakePlatform } from "../../platform/fake/platform";

declare global {
  interface Window {
    /** The invented desk, as far as tests play its other users. */
    fake: FakePlatform;
  }
}

/** A server of the sources and a browser; each test opens a window of its own, with its own desk. */
export class Stage {
  #server: ViteDevServer;
  #browser: Browser;
  #address: string;

  private constructor(server: ViteDevServer, browser: Browser, address: string) {
    this.#server = server;
    this.#browser = browser;
    this.#address = address;
  }

  static async set(): Promise<Stage> {
    const server = await createServer({
      root: resolve(import.meta.dirname, "../../.."),
      cacheDir: "node_modules/.vite-window",
      logLevel: "error",
      server: { port: 0, hmr: false, watch: null },
      optimizeDeps: { entries: ["index.html"] },
    });
    await server.listen();
    const [address] = server.resolvedUrls?.local ?? [];
    if (!address) throw new Error("The window's server has no address.");
    const browser = await launch();
    return new Stage(server, browser, address);
  }

  async open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: "en-GB",
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: "reduce",
      ...options,
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(this.#address);
    await page.getByRole("listbox", { name: "Releases" }).waitFor();
    return page;
  }

  async strike(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
