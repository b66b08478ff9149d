// @vitest-environment node
/** The list of releases in a real browser: it is full in every frame, and goes along with what is open. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { eventually, hands, openEach } from "./hands";

const RELEASES = 3000;

describe.skipIf(!hasBrowser)("the list of releases", { timeout: 60_000 }, () => {
  let page: Page;
  openEach((opened) => void (page = opened));
  const { keys, command } = hands(() => page);
  const list = () => page.getByRole("listbox", { name: "Releases" });
  const options = () => page.getByRole("option");

  /** Fills the desk; every third headline is short. */
  const fill = () =>
    page.evaluate((most) => {
      const { desk } = window.fake;
      const model = desk.all().find(({ stage }) => stage === "released");
      if (!model) throw new Error("The invented desk has a release.");
      const days = (back: number) =>
        new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
      const kept = desk.all().filter(({ trashed }) => !trashed).length;
      for (let nth = kept; nth < most; nth += 1) {
        const about =
          nth % 3 ? " on the works in the outer roads and what they mean for ferries" : "";
        const headline = `Notice ${nth}${about}`;
        desk.create({ ...model.content, headline, date: days(nth / 4) });
      }
      window.fake.changeOutside(model.id, {});
    }, RELEASES);

  /** The number of the active row, and whether the whole of it is seen. */
  const active = () =>
    page.evaluate(() => {
      const list = document.querySelector("[role=listbox][data-go=list]");
      const row = document.getElementById(list?.getAttribute("aria-activedescendant") ?? "");
      if (!list || !row) return null;
      const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
      const seen = inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
      return { number: Number(row.ariaPosInSet), seen };
    });

  it("has a line everywhere in every frame while thousands are scrolled past", async () => {
    await fill();
    await eventually(() => options().first().getAttribute("aria-setsize")).toBe(String(RELEASES));
    const { frames, gaps, end } = await list().evaluate(
      (list) =>
        new Promise<{ frames: number; gaps: number[]; end: number }>((done) => {
          const gaps: number[] = [];
          let frames = 0;
          const frame = () => {
            // Looked at as it will be painted, before the list hears that it was scrolled.
            const goesOn = list.scrollTop + list.clientHeight < list.scrollHeight - 1;
            if (goesOn) list.scrollTop += list.clientHeight;
            const box = list.getBoundingClientRect();
            for (let y = box.top + 4; y < box.bottom - 4; y += 20) {
              const there = document.elementFromPoint(box.left + 40, y);
              if (!there?.closest("[role=option], .group, .missing")) gaps.push(list.scrollTop);
            }
            frames += 1;
            if (goesOn) return void requestAnimationFrame(frame);
            const shown = [...list.querySelectorAll("[role=option]")];
            const end = Math.max(...shown.map((row) => Number(row.ariaPosInSet)));
            done({ frames, gaps, end });
          };
          requestAnimationFrame(frame);
        }),
    );
    expect(gaps).toEqual([]);
    expect(frames).toBeGreaterThan(RELEASES / 15);
    expect(end).toBe(RELEASES);
  });

  it("keeps the place of a release that goes to another stage, sorted by stages", async () => {
    await list().waitFor();
    await page.getByRole("button", { name: "More" }).first().click();
    await page.getByRole("menuitemradio", { name: "By stage" }).click();
    const headings = () => list().locator(".group").allInnerTexts();
    await eventually(headings).toEqual(["Draft", "In review", "Approved", "Released"]);
    const approved = await page.evaluate(
      () => window.fake.desk.all().find(({ stage }) => stage === "approved")?.content.headline,
    );
    await page.getByRole("option", { name: approved ?? "" }).click();
    await page.getByLabel("Subhead", { exact: true }).fill("Changed after all");
    const place = () => list().locator(`[aria-selected=true]`).getAttribute("aria-posinset");
    const before = await place();
    await eventually(() => list().locator("[data-current=true]").innerText()).toContain("Draft");
    expect(await place()).toBe(before);
    // Nothing else was approved; it opens no second group of drafts further down.
    expect(await headings()).toEqual(["Draft", "In review", "Released"]);
  });

  it("marks all of it, what has not come yet too", async () => {
    await fill();
    await eventually(() => options().first().getAttribute("aria-setsize")).toBe(String(RELEASES));
    await list().focus();
    await keys("Control+a");
    await page.getByRole("region", { name: /^3,?000 releases marked$/ }).waitFor();
  });

  it("goes to a release just made, from wherever the list was scrolled to", async () => {
    await fill();
    await eventually(() => options().first().getAttribute("aria-setsize")).toBe(String(RELEASES));
    await list().evaluate((list) => (list.scrollTop = 40_000));
    await keys("Control+n");
    await eventually(active).toEqual({ number: 1, seen: true });
  });

  it("draws few lines, each as high as its place, also when the interface is large", async () => {
    await fill();
    for (const size of ["normal", "largest"]) {
      if (size === "largest") {
        for (let steps = 0; steps < 2; steps += 1) {
          await command("Larger interface");
        }
      }
      const lines = await list().evaluate((list) =>
        [...list.querySelectorAll(".line")].map((line) => {
          const { top, bottom, height } = line.getBoundingClientRect();
          return { top, bottom, over: (line.firstElementChild?.scrollHeight ?? 0) - height };
        }),
      );
      expect(lines.length).toBeLessThan(60);
      lines.sort((a, b) => a.top - b.top);
      for (const [nth, { top, over }] of lines.entries()) {
        if (nth > 0) expect(top).toBeCloseTo(lines[nth - 1]?.bottom ?? NaN, 0);
        expect(over).toBeLessThanOrEqual(0);
      }
    }
  });

  it("shows the one release that is found after none was, wherever it was scrolled to", async () => {
    await fill();
    await eventually(() => options().first().getAttribute("aria-setsize")).toBe(String(RELEASES));
    await list().evaluate((list) => (list.scrollTop = 40_000));
    const search = page.getByRole("searchbox", { name: "Search" });
    for (const round of [1, 2, 3]) {
      await search.fill("nothing is called so");
      await eventually(() => options().count()).toBe(0);
      await search.fill(`Notice ${2000 + round * 100}`);
      await eventually(() => options().count()).toBe(1);
      expect(await options().first().isVisible()).toBe(true);
      expect(await list().evaluate((list) => list.scrollTop)).toBe(0);
    }
  });

  it("goes along with the next release, past the first page of rows and back", async () => {
    await fill();
    await eventually(() => options().first().getAttribute("aria-setsize")).toBe(String(RELEASES));
    await options().first().click();
    for (let step = 2; step <= 100; step += 1) {
      await keys("Alt+ArrowDown");
      await eventually(active).toEqual({ number: step, seen: true });
    }
    // A key that is held comes faster than the releases open.
    for (let step = 99; step >= 70; step -= 1) await keys("Alt+ArrowUp");
    await eventually(active).toEqual({ number: 70, seen: true });
    await list().focus();
    await keys("End");
    await eventually(active).toEqual({ number: RELEASES, seen: true });
    await keys("Home");
    await eventually(active).toEqual({ number: 1, seen: true });
    await keys("PageDown");
    await eventually(async () => (await active())?.number).toBeGreaterThan(5);
  });
});
