// @vitest-environment node
/** The desk around the text, by keyboard alone: what is done is found with Tab, as a person finds it. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { eventually, hands, openEach } from "./hands";

describe.skipIf(!hasBrowser)("the desk by keyboard", { timeout: 60_000 }, () => {
  let page: Page;
  openEach((opened) => void (page = opened));
  const { keys, notices, command } = hands(() => page);
  /** What has the focus, by its accessible name. */
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement as HTMLInputElement | null;
      const said = active?.ariaLabel ?? active?.labels?.[0]?.innerText ?? active?.innerText ?? "";
      return said.trim();
    });
  /** Goes with Tab, or another key, until something of that name has the focus. */
  const goTo = async (name: string | RegExp, key = "Tab") => {
    for (let steps = 0; steps < 80; steps += 1) {
      const here = await focused();
      if (typeof name === "string" ? here === name : name.test(here)) return;
      await keys(key);
    }
    throw new Error(`The keyboard does not lead to ${String(name)}.`);
  };
  const sit = async (name: string) => {
    await command("Switch the person");
    await goTo("Your name");
    await page.keyboard.type(name);
    await keys("Enter");
    await eventually(() => page.evaluate(() => window.fake.desk.user)).toBe(name);
  };
  /** Opens a release by searching for it. */
  const open = async (words: string) => {
    await keys("Control+f");
    await page.keyboard.type(words);
    await eventually(() => page.getByRole("option").count()).toBe(1);
    await keys("Enter", "Home", "Escape");
    await page.getByRole("article").waitFor();
  };
  const tagged = (tag: string) =>
    page.evaluate(
      (tag) => window.fake.desk.all().filter(({ tags }) => tags.includes(tag)).length,
      tag,
    );
  const dialog = () => page.getByRole("dialog").last();

  it("renames a tag, merges it with a count, and takes both back", async () => {
    const [rescue, ferries] = [await tagged("rescue"), await tagged("ferries")];
    await command("Tags and sections");
    await goTo("Find a name");
    await page.keyboard.type("resc");
    await goTo(/^rescue/);
    await keys("Enter");
    await goTo("Name");
    await keys("Control+a");
    await page.keyboard.type("sea rescue");
    await keys("Enter");
    await eventually(() => tagged("sea rescue")).toBe(rescue);
    await goTo("Merge into");
    await page.keyboard.type("sea rescue");
    await keys("Enter");
    await eventually(() => dialog().innerText()).toContain("cannot be merged into itself");
    await keys("Control+a");
    await page.keyboard.type("ferries");
    await keys("Enter");
    await eventually(() => dialog().innerText()).toContain(
      `“sea rescue” goes, and ${rescue} releases will stand under “ferries”.`,
    );
    await goTo("Merge");
    await keys("Enter");
    await eventually(() => tagged("sea rescue")).toBe(0);
    await goTo("Undo");
    await keys("Enter");
    await eventually(() => tagged("sea rescue")).toBe(rescue);
    expect(await tagged("ferries")).toBe(ferries);
    await keys("Escape", "Control+1", "Control+z");
    await eventually(() => tagged("rescue")).toBe(rescue);
  });

  it("takes a vocabulary from a file, and names the line that is broken", async () => {
    await page.evaluate(() => {
      window.fake.files = ["/home/press/tags.csv"];
      window.fake.texts.set("/home/press/tags.csv", "tag,tugs,#3f6fae\nshelf,x\nsection,News\n");
    });
    await command("Tags and sections");
    await goTo("Take names from a file…");
    await keys("Enter");
    await eventually(() => dialog().innerText()).toContain("1 new name; 1 known already.");
    expect(await dialog().innerText()).toContain("Line 2 was left out");
    expect(await dialog().innerText()).toContain("tugs");
  });

  it("makes the office’s key with Enter, when the passphrase is there twice", async () => {
    await command("Settings");
    await goTo("New passphrase");
    await page.keyboard.type("a lantern at sea");
    await keys("Enter", "Tab");
    await page.keyboard.type("a lantern at se");
    await keys("Enter");
    await eventually(() => dialog().innerText()).toContain("The two differ.");
    expect(await page.evaluate(() => window.fake.desk.signing.key)).toBeNull();
    await page.keyboard.type("a");
    await keys("Enter");
    await eventually(() => dialog().innerText()).toContain("The key was made.");
    expect(await page.getByRole("dialog", { name: "Settings" }).isVisible()).toBe(true);
  });

  it("has the words of one approved by another, where the office wants it so", async () => {
    await command("Settings");
    await goTo("Search the settings");
    await page.keyboard.type("approve");
    expect(await dialog().getByLabel("Theme").isVisible()).toBe(false);
    await goTo(/^May the writer of the last words/);
    await page.keyboard.type("No");
    await goTo("Save");
    await keys("Enter");

    await sit("Kari Nyman");
    await open("Invitation first ferry");
    await keys("Control+2", "Enter", "End");
    await page.keyboard.type(" at noon");
    await page
      .getByRole("status", { name: "Save state" })
      .filter({ hasText: /Saved \d/ })
      .waitFor();
    await keys("Control+Shift+a");
    await eventually(notices).toContain("Kari Nyman wrote its last words");
    await sit("Olav Brekke");
    await keys("Control+Shift+a");
    await page
      .getByText(/^Approved by Olav Brekke, /)
      .first()
      .waitFor();
  });

  it("keeps a search in the desk pane, and shows it again", async () => {
    await keys("Control+f");
    await page.keyboard.type("tag:ferries stage:released ");
    await eventually(() => page.getByRole("option").count()).toBeLessThan(9);
    const found = await page.getByRole("option").count();
    await command("Save this search");
    await goTo("Name of the search");
    await keys("Control+a");
    await page.keyboard.type("Ferries that sailed");
    await keys("Enter");
    await page.getByRole("button", { name: "Ferries that sailed", exact: true }).waitFor();
    await keys("Control+f", "Escape");
    await eventually(() => page.getByRole("option").count()).toBeGreaterThan(found);
    await page.getByRole("button", { name: /^All releases/ }).focus();
    await goTo("Ferries that sailed", "ArrowDown");
    await keys("Enter");
    await eventually(() => page.getByRole("option").count()).toBe(found);
    await keys("Control+f");
    await page.keyboard.type("embargoed:perhaps ");
    await eventually(() => page.getByRole("status").allInnerTexts()).toContainEqual(
      expect.stringContaining("embargoed: is yes or no, not “perhaps”."),
    );
  });

  it("plans a release, shows it in the calendar, and reminds when its time has come", async () => {
    await open("Invitation first ferry");
    await command("Plan its release");
    await eventually(focused).toBe("Day");
    await page.keyboard.type("1 aug 2020");
    await goTo("Set");
    await keys("Enter");
    await eventually(notices).toContain(
      "“Invitation: first ferry connects to shore power” was to be released",
    );
    await command("Planned releases");
    await eventually(() => dialog().innerText()).toContain("Overdue");
    // What leads elsewhere waits until the dialog is closed, and covers none of its buttons.
    expect(await page.getByRole("button", { name: "Show it" }).isVisible()).toBe(false);
    await goTo(/Invitation: first ferry/);
    await keys("Enter");
    await eventually(() => page.getByRole("article").innerText()).toContain("Invitation");
    await page.getByText("It was to be released on 1 August 2020").first().waitFor();
  });

  it("tells when a translation has fallen behind, and in which words", async () => {
    await open("Students of the maritime academy");
    await command("Details");
    await goTo("Translate");
    await keys("Enter");
    await page.getByRole("menuitem", { name: /^French/ }).waitFor();
    await goTo(/^French/, "ArrowDown");
    await keys("Enter");
    await page.getByText("This is the translation").waitFor();
    await page.evaluate(() => {
      const source = window.fake.desk
        .all()
        .find(({ content }) => content.language === "en-GB" && /Students/.test(content.headline));
      window.fake.changeOutside(source?.id ?? 0, { subhead: "Fifty students spent a watch" });
    });
    await goTo("What changed in the source");
    await keys("Enter");
    const languages = page.getByRole("region", { name: "Languages" });
    await eventually(() => languages.locator("ins").allInnerTexts()).toContainEqual(
      expect.stringContaining("Fifty"),
    );
    await goTo("It has caught up");
    await keys("Enter");
    await eventually(() => languages.innerText()).toContain("Follows its source");
  });

  it("notes that a speaker agreed, until the words change", async () => {
    await open("Clear Water 2026 stage:review");
    await command("Details");
    await goTo("Speaker has agreed: Marit Aasen");
    await keys("Enter");
    const quotations = page.getByRole("region", { name: "Quotations" });
    await eventually(() => quotations.innerText()).toContain("Agreed; noted by");
    await page.getByText("Nobody evacuates a town alone.").first().click();
    await keys("End");
    await page.keyboard.type(" Never.");
    await eventually(() => quotations.innerText()).toContain("The words have changed since");
  });

  it("moves several to a stage, and says why one stays", async () => {
    await keys("Control+f");
    await page.keyboard.type("stage:draft ");
    await eventually(() => page.getByRole("option").count()).toBe(2);
    await keys("Enter", "Control+a");
    await goTo("Change the stage");
    await keys("Enter");
    await page.getByRole("menuitem", { name: "Released" }).waitFor();
    await goTo("Released", "ArrowDown");
    await keys("Enter");
    await eventually(notices).toContain("2 releases stay where it was.");
  });

  it("keeps what a colleague did to the bulletin that is open", async () => {
    await page.getByRole("button", { name: /^All releases/ }).focus();
    await goTo(/Weekly No\. 42/, "ArrowDown");
    await keys("Enter");
    await page.getByLabel("Masthead", { exact: true }).waitFor();
    await page.evaluate(() => {
      const { desk } = window.fake;
      desk.bulletins = desk.bulletins.map((one) =>
        one.issue === "42" ? { ...one, introduction: "A colleague’s words." } : one,
      );
      const [item] = desk.bulletins.find(({ issue }) => issue === "42")?.items ?? [];
      if (item) desk.change(item, { stage: "withdrawn", withdrawal: "A wrong figure." });
    });
    await goTo("Masthead");
    await page.keyboard.type("The ");
    await page.getByText("This bulletin was changed elsewhere").waitFor();
    await goTo("Take the other", "Shift+Tab");
    await keys("Enter");
    await eventually(() => page.getByLabel("Introduction", { exact: true }).inputValue()).toBe(
      "A colleague’s words.",
    );
  });

  it("says at its place that an item of a bulletin was withdrawn", async () => {
    await page.evaluate(() => {
      const { desk } = window.fake;
      const [item] = desk.bulletins.find(({ issue }) => issue === "42")?.items ?? [];
      if (item) desk.change(item, { stage: "withdrawn", withdrawal: "A wrong figure." });
    });
    await page.getByRole("button", { name: /Weekly No\. 42/ }).focus();
    await keys("Enter");
    await eventually(() =>
      page.getByRole("list", { name: "Items" }).getByRole("listitem").first().innerText(),
    ).toContain("This release was withdrawn: A wrong figure.");
  });
});
