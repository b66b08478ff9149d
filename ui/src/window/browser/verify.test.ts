// @vitest-environment node
/** The page that comes with a signed export, opened from the disk as a journalist opens it. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { hasBrowser, launch } from "../../editor/browser/stage";
import { bringAxe, violations } from "./axe";

const SOURCE = resolve(
  import.meta.dirname,
  "../../../../src-tauri/crates/export/src/signing/verify.html",
);

/** A minisign key and its signatures, made by other means than the desk's. */
class Key {
  readonly #secret: KeyObject;
  readonly #number = randomBytes(8);
  readonly shown: string;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    this.#secret = privateKey;
    const point = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
    this.shown = Buffer.concat([Buffer.from("Ed"), this.#number, point]).toString("base64");
  }

  signature(bytes: Buffer): string {
    const own = sign(null, createHash("blake2b512").update(bytes).digest(), this.#secret);
    const comment = "file:manifest.json\thashed";
    const whole = sign(null, Buffer.concat([own, Buffer.from(comment)]), this.#secret);
    const body = Buffer.concat([Buffer.from("ED"), this.#number, own]).toString("base64");
    return `untrusted comment: x\n${body}\ntrusted comment: ${comment}\n${whole.toString("base64")}\n`;
  }
}

describe.skipIf(!hasBrowser)("the page that verifies an export", () => {
  const key = new Key();
  let browser: Browser;
  let room: string;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), "verify-"));
    return () => rmSync(room, { recursive: true });
  });

  /** An export of a page and a text below a folder, signed. */
  function exported(by = key): void {
    const files = { "2026/fairway.html": "<p>The fairway is open.</p>", "fairway.txt": "Open.\n" };
    mkdirSync(join(room, "2026"));
    const listed = Object.entries(files).map(([file, text]) => {
      writeFileSync(join(room, file), text);
      return { file, sha256: createHash("sha256").update(text).digest("hex") };
    });
    const manifest = Buffer.from(JSON.stringify({ form: "dateline manifest 1", files: listed }));
    writeFileSync(join(room, "manifest.json"), manifest);
    writeFileSync(join(room, "manifest.json.minisig"), by.signature(manifest));
    const page = readFileSync(SOURCE, "utf8").replace("{{key}}", key.shown);
    writeFileSync(join(room, "verify.html"), page);
  }

  async function opened(locale = "en-GB"): Promise<Page> {
    const context = await browser.newContext({ locale, offline: true });
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(pathToFileURL(join(room, "verify.html")).href);
    return page;
  }

  const ALL = ["manifest.json", "manifest.json.minisig", "2026/fairway.html", "fairway.txt"];
  async function give(page: Page, names = ALL): Promise<void> {
    await page.locator("#files").setInputFiles(names.map((name) => join(room, name)));
    await page.locator("#verdict").filter({ hasNotText: "Reading…" }).waitFor();
  }
  const verdict = (page: Page): Promise<string> => page.locator("#verdict").innerText();
  const rows = (page: Page): Promise<(string | null)[]> =>
    page.locator("li").evaluateAll((all) => all.map((row) => row.getAttribute("data-is")));

  it("finds genuine what is as it was signed", async () => {
    exported();
    const page = await opened();
    await give(page);
    expect(await verdict(page)).toBe(
      "GENUINE. All 2 files are as they were signed with the key below.",
    );
    expect(await rows(page)).toEqual(["genuine", "genuine"]);
  });

  it("takes a whole folder", async () => {
    exported();
    const page = await opened();
    await page.locator("#folder").setInputFiles(room);
    await page.getByText("GENUINE. All 2 files").waitFor();
    expect(await rows(page)).toEqual(["genuine", "genuine"]);
  });

  it("begins anew with a second list of files", async () => {
    exported();
    const page = await opened();
    await give(page);
    const second = join(room, "second");
    mkdirSync(second);
    for (const name of ["manifest.json", "manifest.json.minisig", "fairway.txt"])
      writeFileSync(join(second, name), readFileSync(join(room, name)));
    await page.locator("#folder").setInputFiles(second);
    await page.getByText("GENUINE. The file is").waitFor();
    expect(await rows(page)).toEqual(["genuine", "missing"]);
  });

  it("tells one changed byte", async () => {
    exported();
    writeFileSync(join(room, "fairway.txt"), "open.\n");
    const page = await opened();
    await give(page);
    expect(await verdict(page)).toBe("NOT ALL GENUINE. One file is not as signed; one is.");
    expect(await rows(page)).toEqual(["changed", "genuine"]);
  });

  it("tells what is missing and what nobody signed", async () => {
    exported();
    writeFileSync(join(room, "leak.txt"), "Closed.\n");
    const page = await opened();
    await give(page, ["manifest.json", "manifest.json.minisig", "fairway.txt", "leak.txt"]);
    expect(await rows(page)).toEqual(["unknown", "genuine", "missing"]);
  });

  it("trusts no list of files but the office’s own", async () => {
    exported();
    const page = await opened();
    await give(page, ["fairway.txt"]);
    expect(await verdict(page)).toContain("manifest.json is not among the files");
    const manifest = readFileSync(join(room, "manifest.json"), "utf8");
    writeFileSync(join(room, "manifest.json"), manifest.replace("fairway.txt", "fairway.TXT"));
    await give(page);
    expect(await verdict(page)).toContain("was changed after it was signed");
    expect(await rows(page)).toEqual([]);
  });

  it("tells another key from the office’s", async () => {
    exported(new Key());
    const page = await opened();
    await give(page);
    expect(await verdict(page)).toContain("signed with another key");
  });

  it.each(["en-GB", "fr-FR", "ru-RU"])("speaks %s and is accessible", async (locale) => {
    exported();
    writeFileSync(join(room, "fairway.txt"), "open.\n");
    const page = await opened(locale);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale.slice(0, 2));
    await give(page);
    await bringAxe(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await violations(page)).map(({ id }) => id)).toEqual([]);
    }
  });
});
