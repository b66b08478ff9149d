// @vitest-environment node
/** What a press officer does, by the names that a person or a screen reader finds things by. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { eventually, hands, openEach } from "./hands";

describe.skipIf(!hasBrowser)("in a browser", { timeout: 60_000 }, () => {
  let page: Page;
  openEach((opened) => void (page = opened));
  const { keys, field, button, focused, saveState, command } = hands(() => page);
  /** What the desk keeps of the release with that headline. */
  const kept = (headline: string) =>
    page.evaluate((headline) => {
      const release = window.fake.desk.all().find((one) => one.content.headline === headline);
      return release && { ...release, text: JSON.stringify(release.content.body) };
    }, headline);

  it("writes, tags, previews, approves and exports a release by keyboard alone", async () => {
    await keys("Control+n");
    await eventually(focused).toBe("Headline");
    await page.keyboard.type("Harbour opens its third quay");
    await keys("Enter");
    await page.keyboard.type("A day earlier than planned");
    await keys("Enter");
    await page.keyboard.type("Vestmark");
    await keys("Enter");
    await page.keyboard.type("25 jul 2026");
    await keys("Enter");
    await eventually(focused).toBe("Body");
    await page.keyboard.type("The quay opens on Saturday.");
    await eventually(saveState).toMatch(/^Saved \d\d:\d\d$/);

    await keys("Control+t");
    await page.keyboard.type("resc");
    await keys("Enter");
    await eventually(async () => (await kept("Harbour opens its third quay"))?.tags).toEqual([
      "rescue",
    ]);

    const preview = page.frameLocator("iframe[title=Preview]");
    await eventually(() => preview.locator("body").innerText()).toContain(
      "25 July 2026 – The quay",
    );

    // Contacts are still lacking; the refusal lists them.
    await keys("Control+Shift+a");
    await field("Your name").waitFor();
    await page.keyboard.type("Marit Aasen");
    await keys("Enter");
    await eventually(() => page.getByRole("dialog").innerText()).toContain("Contacts: still empty");
    await keys("Escape");

    await button("Add a contact").focus();
    await keys("Enter", "Enter");
    await eventually(
      async () => (await kept("Harbour opens its third quay"))?.content.contacts.length,
    ).toBe(1);
    await keys("Control+Shift+a");
    await eventually(async () => (await kept("Harbour opens its third quay"))?.stage).toBe(
      "approved",
    );

    await keys("Control+e");
    await page.getByRole("dialog", { name: "Export" }).waitFor();
    await keys("Enter");
    await eventually(() => page.getByRole("dialog").innerText()).toContain("2 files written");
    await eventually(() => page.getByRole("dialog").innerText()).toContain(
      "harbour-opens-its-third-quay.html",
    );
  });

  it("keeps each release's text to itself, however fast one goes from one to the next", async () => {
    const options = page.getByRole("option");
    await options.nth(0).click();
    await field("Body").click();
    await keys("Control+End");
    await page.keyboard.type(" First.");
    await options.nth(1).click();
    await field("Body").click();
    await keys("Control+End");
    await page.keyboard.type(" Second.");
    for (const nth of [0, 2, 1, 3]) await options.nth(nth).click();
    const texts = () =>
      page.evaluate(() =>
        window.fake.desk
          .all()
          .slice(0, 4)
          .map(({ content }) => JSON.stringify(content.body).match(/First\.|Second\./g)),
      );
    await eventually(texts).toEqual([["First."], ["Second."], null, null]);
    await options.nth(0).click();
    await eventually(() => field("Body").innerText()).toContain("First.");
    await field("Body").click();
    await keys("Control+z");
    expect(await field("Body").innerText()).not.toContain("Second.");
  });

  it("walks the list with the keys, and Enter goes on to the text", async () => {
    await page.getByRole("listbox", { name: "Releases" }).focus();
    await keys("ArrowDown", "ArrowDown");
    await eventually(() => field("Headline").inputValue()).toContain("Statement on the reopening");
    await keys("End");
    await eventually(() => field("Headline").inputValue()).toContain("Ten years of container");
    await eventually(() =>
      page.getByRole("listbox", { name: "Releases" }).evaluate((list) => {
        const active = document.getElementById(list.getAttribute("aria-activedescendant") ?? "");
        const [inner, outer] = [active, list].map((one) => one?.getBoundingClientRect());
        return inner && outer && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
      }),
    ).toBe(true);
    await keys("Home", "Enter");
    await eventually(focused).toBe("Headline");
  });

  it("finds as one types, marks the hits, and says when there is nothing", async () => {
    await keys("Control+f");
    await eventually(focused).toBe("Search");
    await page.keyboard.type("shore");
    await eventually(() => page.locator("mark").first().innerText()).toBe("shore");
    await page.keyboard.type("zzz");
    await eventually(() => page.getByText("Nothing on this desk matches.").isVisible()).toBe(true);
    await button("Clear the search").last().click();
    await eventually(() => page.getByRole("option").count()).toBeGreaterThan(5);
  });

  it("completes filters as they are typed", async () => {
    await keys("Control+f");
    await page.keyboard.type("ta");
    await keys("Enter");
    await page.keyboard.type("wi");
    await keys("Enter");
    expect(await field("Search").inputValue()).toBe('tag:"winter traffic" ');
    await eventually(() => page.getByRole("option").count()).toBe(4);
    await keys("Enter");
    await eventually(focused).toBe("Releases");
  });

  it("says that the disk is full, keeps the text, hands it out, and saves when it can", async () => {
    await page.getByRole("option").first().click();
    await page.evaluate(() => {
      const message = "The disk is full.";
      window.fake.refuseSaves = { code: "other", message, reasons: [] };
    });
    await field("Headline").fill("Not to be lost");
    await eventually(saveState).toBe("Not saved: The disk is full.");
    await button("Copy the text").click();
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toContain(
      "Not to be lost",
    );
    await page.getByRole("option").nth(1).click();
    await eventually(saveState).toBe("“Not to be lost” is not saved: The disk is full.");
    await page.evaluate(() => {
      window.fake.refuseSaves = null;
    });
    await eventually(async () => (await kept("Not to be lost"))?.stage).toBeTruthy();
    await eventually(saveState).toMatch(/^Saved/);
  });

  it("shows both texts when a colleague wrote meanwhile, and keeps both", async () => {
    await page.getByRole("option").first().click();
    await field("Subhead").fill("Mine");
    await page.evaluate(() => {
      const [first] = window.fake.desk.all();
      window.fake.changeOutside(first?.id ?? 0, { subhead: "Theirs" });
    });
    await eventually(() => page.getByRole("region", { name: "Yours" }).innerText()).toContain(
      "Mine",
    );
    expect(await page.getByRole("region", { name: "The other" }).innerText()).toContain("Theirs");
    await button("Keep yours").click();
    await eventually(saveState).toMatch(/^Saved/);
    const history = await page.evaluate(() =>
      window.fake.desk
        .kept(window.fake.desk.all()[0]?.id ?? 0)
        .revisions.map(({ content }) => content.subhead),
    );
    expect(history.slice(-2)).toEqual(["Theirs", "Mine"]);
  });

  it("mends what a check found, and goes to where it is", async () => {
    await page
      .getByRole("option", { name: /Clear Water 2026/ })
      .first()
      .click();
    await page.getByRole("tab", { name: /Checks/ }).click();
    await page.getByRole("button", { name: /Day and date disagree/ }).click();
    await eventually(() => page.evaluate(() => getSelection()?.toString())).toBe(
      "Thursday, 14 October",
    );
    await button("Change to “Wednesday, 14 October”").click();
    await eventually(async () => page.getByText("Day and date disagree").count()).toBe(0);
    expect(await field("Body").innerText()).toContain("Wednesday, 14 October");
  });

  it("walks the findings by keyboard, lets one stand, and asks why an error shall", async () => {
    await page
      .getByRole("option", { name: /Clear Water 2026/ })
      .first()
      .click();
    await field("Body").click();
    const card = page.getByRole("region", { name: "Finding" });
    await eventually(async () => {
      await keys("F8");
      return card.getByText("Error.").count();
    }).toBe(1);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("Thursday, 14 October");
    await keys("Control+Shift+a");
    await field("Your name").fill("Marit Aasen");
    await keys("Enter");
    const stop = page.getByRole("dialog", { name: "The checks found errors" });
    await stop.waitFor();
    await keys("Escape");

    await keys("F8", "F8");
    await eventually(() => card.count()).toBe(1);
    await eventually(async () => {
      await keys("Alt+Enter");
      return card.evaluate((it) => it.contains(document.activeElement));
    }).toBe(true);
    await card.getByRole("button", { name: "Let it stand…" }).click();
    await field("Why may it stand?").fill("So it is signed.");
    await page.getByRole("button", { name: "Let it stand", exact: true }).click();
    await page.getByRole("tab", { name: /Checks/ }).click();
    await page.getByText("1 finding was accepted").waitFor();
  });

  it("proposes what a correction says, from words that were changed in the text alone", async () => {
    await page.getByRole("option", { name: /Winter timetable/ }).click();
    await command("Write a correction");
    const what = field("What changed, and where");
    await button("Propose from the changes").click();
    await page.getByText("The text is still the one that is out.").waitFor();
    await field("Body").click();
    await keys("Control+End");
    await page.keyboard.type(" They stay until Sunday.");
    await button("Propose from the changes").click();
    await eventually(() => what.inputValue()).toBe("Corrects the text.");
  });

  it("refuses an embargo that the clocks make doubtful", async () => {
    await page.getByRole("option").first().click();
    await button("Set an embargo").click();
    await eventually(focused).toBe("Day");
    await field("Day").fill("25 oct 2026");
    await field("Time").fill("02:30");
    await button("Set").click();
    await eventually(() => page.getByRole("alert").innerText()).toContain("happens twice");
    await field("Time").fill("00:01");
    await keys("Enter");
    await eventually(() => page.getByText(/Not for publication .* 25 October 2026/).count()).toBe(
      2,
    );
  });

  it("waits for the day that is still being read, and asks for one that is missing", async () => {
    await page.evaluate(() => {
      const { commands } = window.fake;
      const read = commands.read_date;
      commands.read_date = async (asked) => {
        await new Promise((then) => setTimeout(then, 300));
        return read(asked);
      };
    });
    await page.getByRole("option").first().click();
    await button("Plan its release").click();
    await button("Set").click();
    await eventually(() => page.getByRole("alert").innerText()).toContain("It has no day yet.");
    await field("Day").fill("25 oct 2032");
    await keys("Enter");
    await eventually(focused).toBe("Time");
    await field("Day").fill("26 oct 2032");
    await field("Time").focus();
    await keys("Enter");
    await page.getByRole("button", { name: /^26 October 2032/ }).waitFor();
  });

  it("says once why an export is refused", async () => {
    await page.getByRole("option", { name: /Students/ }).click();
    await page.getByRole("option", { name: /Winter timetable/ }).click({ modifiers: ["Control"] });
    const ids = await page.evaluate(() =>
      window.fake.desk
        .all()
        .filter(({ content }) => /^(Students|Winter timetable)/.test(content.headline))
        .map(({ id }) => {
          window.fake.desk.change(id, { stage: "draft" });
          return id;
        }),
    );
    expect(ids).toHaveLength(2);
    await keys("Control+e");
    await button("Choose a folder…").click();
    const alert = page.getByRole("dialog", { name: "Export" }).getByRole("alert");
    await eventually(async () =>
      (await alert.innerText()).match(/it is not approved/g),
    ).toHaveLength(2);
  });

  it("orders a bulletin by keyboard", async () => {
    await page.getByRole("button", { name: /Weekly No\. 42/ }).click();
    const items = page.getByRole("list", { name: "Items" }).getByRole("listitem");
    const names = () =>
      items.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")?.slice(3) ?? ""));
    await eventually(async () => (await names()).some((name) => name === "…")).toBe(false);
    const before = await names();
    await items.first().focus();
    await keys("Alt+ArrowDown");
    await eventually(names).toEqual([before[1], before[0], before[2]]);
    await eventually(() => items.nth(1).evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await keys("Delete");
    await eventually(() => items.count()).toBe(2);
    await eventually(saveState).toMatch(/^Saved/);
  });

  it("chooses releases for a bulletin over several searches, in the order of choosing", async () => {
    await page.getByRole("button", { name: "New bulletin" }).click();
    await page.getByRole("button", { name: "Add releases" }).first().click();
    const dialog = page.getByRole("dialog");
    const choice = (name: string) => dialog.getByRole("checkbox", { name });
    for (const [one, other] of [
      ["Winter timetable", "Quarterly figures: 4.4"],
      ["Quarterly figures: 4.4", "Winter timetable"],
    ] as const) {
      await dialog.getByRole("searchbox").fill(one);
      await eventually(() => choice(other).count()).toBe(0);
      await choice(one).check();
    }
    await dialog.getByRole("button", { name: "Add" }).click();
    const items = page.getByRole("list", { name: "Items" }).getByRole("listitem");
    await eventually(async () =>
      (await items.allInnerTexts()).map((item) => item.slice(0, 6)),
    ).toEqual(["Winter", "Quarte"]);
  });

  it("runs commands from the palette and lists their shortcuts", async () => {
    await page.getByRole("option").first().click();
    await keys("Control+k");
    await page.keyboard.type("duplic");
    await keys("Enter");
    await eventually(() => page.getByText("This is the copy.").isVisible()).toBe(true);
    await keys("F1");
    await eventually(() => page.getByRole("dialog").innerText()).toContain("Ctrl+K");
  });

  it("divides the window as one likes, by keyboard, and remembers it", async () => {
    const edge = page.getByRole("separator", { name: "Width of the list" });
    const width = async () => Number(await edge.getAttribute("aria-valuenow"));
    const before = await width();
    await edge.focus();
    await keys("ArrowRight", "ArrowRight");
    await eventually(width).toBe(before + 32);
    await keys("Control+Alt+d");
    await eventually(() => page.getByRole("navigation", { name: "Desk" }).count()).toBe(0);
    await eventually(() =>
      page.evaluate(() => JSON.parse(window.fake.desk.settings.get("window") ?? "{}") as unknown),
    ).toMatchObject({ open: { rail: false }, widths: { list: before + 32 } });
  });

  it("runs what the native menu says", async () => {
    await page.evaluate(() => window.fake.chooseMenu("app.settings"));
    await page.getByRole("dialog", { name: "Settings" }).waitFor();
  });

  it("writes from right to left where the language does", async () => {
    await page.getByRole("option", { name: /ميناء/ }).click();
    await eventually(() => field("Body").evaluate((body) => getComputedStyle(body).direction)).toBe(
      "rtl",
    );
    expect(await field("Headline").evaluate((one) => getComputedStyle(one).direction)).toBe("rtl");
  });
});
