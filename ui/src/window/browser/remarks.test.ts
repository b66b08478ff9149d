// @vitest-environment node
/** A second reader suggests and comments, the writer decides; a release is split and joined. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { eventually, hands, openEach } from "./hands";

describe.skipIf(!hasBrowser)("in a browser", { timeout: 150_000 }, () => {
  let page: Page;
  openEach(async (opened) => {
    page = opened;
    await page.evaluate(() => void (window.fake.desk.user = "Bo Lind"));
    await page.keyboard.press("Control+n");
    await eventually(focused).toBe("Headline");
    await page.keyboard.type("Quay opens");
    await page.getByLabel("Body", { exact: true }).click();
    await page.keyboard.type("It opens on Monday.");
    await eventually(bodyKept).toContain("Monday");
  });
  const { keys, button, body, focused, notices, command } = hands(() => page);
  const kept = (headline = "Quay opens") =>
    page.evaluate(
      (headline) =>
        window.fake.desk.all().find((release) => release.content.headline === headline) ?? null,
      headline,
    );
  const bodyKept = async () => JSON.stringify((await kept())?.content.body);
  const textKept = async () =>
    ((await kept())?.content.body.content ?? [])
      .map(({ content = [] }) => content.map(({ text }) => text).join(""))
      .join("\n");
  /** The name is asked for once. */
  const named = async () => {
    await page.getByLabel("Your name").fill("Bo Lind");
    await keys("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
  /** Selects the last word before the full stop. */
  const selectMonday = async () => {
    await body().click();
    await keys("Control+End", "ArrowLeft", "Control+Shift+ArrowLeft");
    // The browser tells the editor of its selection with the next frame.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  };

  it("suggests by typing, and accepts by key", async () => {
    await selectMonday();
    await keys("Control+Shift+e");
    await named();
    await selectMonday();
    await page.keyboard.type("Tuesday");
    await eventually(() => body().locator("del").innerText()).toBe("Monday");
    await eventually(() => body().locator("ins").innerText()).toBe("Tuesday");
    await eventually(bodyKept).toContain("insertion");
    // The page shows what stands.
    await keys("Control+Shift+1");
    const preview = page.frameLocator("iframe[title=Preview]");
    await eventually(() => preview.locator("body").innerText()).toContain("It opens on Monday.");

    await keys("Control+Shift+e");
    await keys("F9", "Control+Alt+Enter");
    await eventually(textKept).toBe("It opens on Tuesday.");
    await eventually(notices).toContain("Accepted. None is open any more.");
    await keys("Control+z");
    await eventually(bodyKept).toContain("deletion");
  });

  it("gives composed words to the release they were written in, however soon another opens", async () => {
    await keys("Control+Shift+e");
    await named();
    await body().click();
    await keys("Control+End");
    const method = await page.context().newCDPSession(page);
    await page.evaluate(() => {
      const next = () => window.fake.chooseMenu("release.next");
      document.addEventListener("compositionend", next, { once: true });
    });
    await method.send("Input.imeSetComposition", {
      ...{ text: " Café", selectionStart: 5, selectionEnd: 5 },
    });
    await method.send("Input.insertText", { text: " Café" });
    await eventually(() => page.getByLabel("Headline", { exact: true }).inputValue()).not.toBe(
      "Quay opens",
    );
    await eventually(bodyKept).toContain("Café");
  });

  it("rejects in the panel, where the focus goes on to what is left", async () => {
    await keys("Control+Shift+e");
    await named();
    await body().click();
    await keys("Control+Home");
    await page.keyboard.type("So ");
    await keys("Control+End");
    await page.keyboard.type(" Come.");
    await keys("Control+Shift+5");
    const cards = page.getByRole("list", { name: "Suggestions" }).getByRole("listitem");
    await eventually(() => cards.count()).toBe(2);
    await cards.first().getByRole("button", { name: "Reject" }).click();
    await eventually(() => cards.count()).toBe(1);
    await eventually(() =>
      page.evaluate(() => document.activeElement?.closest("[data-suggestion-card]") !== null),
    ).toBe(true);
    await cards.first().getByRole("button", { name: "Accept" }).click();
    await eventually(textKept).toBe("It opens on Monday. Come.");
  });

  it("says that only words can be suggested", async () => {
    await keys("Control+Shift+e");
    await named();
    await selectMonday();
    await keys("Control+b");
    await eventually(notices).toContain("Only words can be suggested");
    await eventually(textKept).toBe("It opens on Monday.");
  });

  it("exports nothing while a suggestion is open", async () => {
    await page.evaluate(() => {
      const release = window.fake.desk
        .all()
        .find(({ content }) => content.headline === "Quay opens");
      if (release) release.stage = "approved";
    });
    await keys("Control+Shift+e");
    await named();
    await body().click();
    await page.keyboard.type("Soon");
    await eventually(bodyKept).toContain("insertion");
    await keys("Control+e");
    await page.getByRole("dialog", { name: "Export" }).waitFor();
    await keys("Enter");
    await eventually(() => page.getByRole("dialog").last().innerText()).toContain(
      "a suggestion in it is still open",
    );
  });

  it("comments on words, answers and resolves", async () => {
    await selectMonday();
    await keys("Control+Alt+m");
    await named();
    await eventually(focused).toBe("Your comment");
    await page.keyboard.type("Is that certain?");
    await keys("Control+Enter");
    const threads = page.getByRole("list", { name: "Comments", exact: true });
    await eventually(() => threads.innerText()).toContain("Is that certain?");
    await eventually(() => body().locator("mark.commented").innerText()).toBe("Monday");
    expect(await textKept()).toBe("It opens on Monday.");

    await threads.getByRole("button", { name: "Answer" }).click();
    await page.keyboard.type("Yes, since this morning.");
    await keys("Control+Enter");
    await eventually(() => threads.innerText()).toContain("since this morning");
    await threads.getByRole("button", { name: "Resolve" }).click();
    await eventually(() => body().locator("mark.commented").count()).toBe(0);
    await page.getByText("1 resolved").click();
    const resolved = page.getByRole("list", { name: "Resolved comments" });
    await eventually(() => resolved.innerText()).toContain("Is that certain?");
  });

  it("splits at the caret, joins again, and takes both back", async () => {
    await body().click();
    await keys("Control+End", "Enter");
    await page.keyboard.type("## Ferry late");
    await keys("Enter");
    await page.keyboard.type("It came late.");
    await keys("ArrowUp", "Home");
    await eventually(textKept).toContain("late.");
    await command("Split at the caret");
    await eventually(async () =>
      JSON.stringify((await kept("Ferry late"))?.content.body),
    ).toContain("It came late.");
    await eventually(textKept).toBe("It opens on Monday.");
    await eventually(() => page.getByLabel("Headline", { exact: true }).inputValue()).toBe(
      "Ferry late",
    );
    await button("Undo").last().click();
    await eventually(textKept).toContain("Ferry late");
    await eventually(async () => (await kept("Ferry late"))?.trashed).toBe(true);
    await eventually(() => body().innerText()).toContain("Ferry late");

    await command("Join another release…");
    const dialog = page.getByRole("dialog", { name: "Join another release" });
    await dialog.getByRole("radio").first().check();
    await dialog.getByRole("button", { name: "Join" }).click();
    await eventually(notices).toContain("Both are one release now");
    await button("Undo").last().click();
    await eventually(textKept).toBe("It opens on Monday.\nFerry late\nIt came late.");
  });

  it("has split and join on the one stack of undo, and leaves what was written since", async () => {
    await body().click();
    await keys("Control+End", "Enter");
    await page.keyboard.type("It came late.");
    await keys("Home");
    await eventually(textKept).toContain("late.");
    await command("Split at the caret");
    await eventually(textKept).toBe("It opens on Monday.");
    // With the caret in a text that has nothing of its own to undo, and from outside of it.
    await body().click();
    await keys("Control+z");
    await eventually(textKept).toBe("It opens on Monday.\nIt came late.");
    await keys("Control+Shift+z");
    await eventually(textKept).toBe("It opens on Monday.");
    await keys("Control+1", "Control+z");
    await eventually(textKept).toBe("It opens on Monday.\nIt came late.");
    await keys("Control+Shift+z");
    await eventually(textKept).toBe("It opens on Monday.");

    await eventually(() => body().innerText()).toBe("It opens on Monday.");
    await body().click();
    await keys("Control+End");
    await page.keyboard.type(" At noon.");
    await eventually(textKept).toBe("It opens on Monday. At noon.");
    await keys("Control+1", "Control+z");
    await eventually(notices).toContain("cannot be undone");
    expect(await textKept()).toBe("It opens on Monday. At noon.");
  });

  it("looks a document over before it becomes a draft", async () => {
    await page.evaluate(() => (window.fake.files = ["/home/press/late-ferry.docx"]));
    await keys("Control+o");
    const dialog = page.getByRole("dialog", { name: "Before it becomes a draft" });
    const headline = dialog.getByLabel("Headline");
    await eventually(() => headline.inputValue()).toBe("late ferry");
    expect(await kept("late ferry")).toBeNull();
    await headline.fill("The ferry was late");
    await dialog.getByLabel("Place").fill("Vestmark");
    await dialog.getByLabel("Date", { exact: true }).fill("25 jul 2026");
    await keys("Enter");
    await dialog.getByRole("button", { name: "Make the draft" }).click();
    await eventually(async () => (await kept("The ferry was late"))?.content.place).toBe(
      "Vestmark",
    );
    expect((await kept("The ferry was late"))?.content.date).toBe("2026-07-25");
    await eventually(() => page.getByLabel("Headline", { exact: true }).inputValue()).toBe(
      "The ferry was late",
    );
  });
});
