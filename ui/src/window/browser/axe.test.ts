// @vitest-environment node
/** Every screen is without a violation of axe's rules, light, dark and in high contrast. */
import type Axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { hasBrowser } from "../../editor/browser/stage";
import { bringAxe, violations } from "./axe";
import { Stage } from "./stage";

/** What stands on a screen is the same in every look; of the others only the colours are new. */
const LOOKS: [string, BrowserContextOptions, Axe.RunOptions][] = [
  ["light", { colorScheme: "light" }, {}],
  ["dark", { colorScheme: "dark" }, { runOnly: ["color-contrast"] }],
  ["high contrast", { contrast: "more" }, { runOnly: ["color-contrast"] }],
  ["a narrow window", { viewport: { width: 1024, height: 700 } }, { runOnly: ["color-contrast"] }],
];

describe.skipIf(!hasBrowser)("every screen", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  }, 120_000);
  afterAll(() => stage.strike());

  it.each(LOOKS)("is accessible in %s", { timeout: 400_000 }, async (_, options, rules) => {
    const page = await stage.open(options);
    await bringAxe(page);
    const found: string[] = [];
    for (const [screen, show] of Object.entries(SCREENS)) {
      await show(page);
      await settled(page);
      for (const { id, nodes } of await violations(page, rules)) {
        found.push(`${screen}: ${id} at ${nodes[0]?.target.join(" ")}`);
      }
      await leave(page);
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
});

/** Closes what lies above the panes. */
async function leave(page: Page): Promise<void> {
  while (await page.locator(":is([role=dialog], [role=menu]):visible").count()) {
    await page.keyboard.press("Escape");
    await settled(page);
  }
}

/** When what was done is drawn. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))),
  );

const open = (page: Page, name: RegExp) => page.getByRole("option", { name }).first().click();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).click();
/** Where the window is narrow the inspector has to be called first. */
const inspect = async (page: Page, tab: RegExp) => {
  if ((await page.getByRole("complementary").count()) === 0) await press(page, "Inspector");
  await page.getByRole("tab", { name: tab }).click();
};

/** Each begins where the one before it ended. */
const SCREENS: Record<string, (page: Page) => Promise<unknown>> = {
  "nothing open": () => Promise.resolve(),
  release: (page) => open(page, /Clear Water 2026/),
  checks: (page) => inspect(page, /Checks/),
  history: (page) => inspect(page, /History/),
  details: (page) => inspect(page, /Details/),
  "plain text": async (page) => {
    await inspect(page, /Preview/);
    await page.getByRole("radio", { name: "Plain text" }).click();
  },
  "no inspector": (page) => press(page, "Close the inspector"),
  "focus on the text": async (page) => {
    await page.keyboard.press("Control+3");
    await page.keyboard.press("Control+Alt+F");
    await page.getByRole("button", { name: "Leave the focus on the text" }).waitFor();
  },
  "panes again": (page) => press(page, "Leave the focus on the text"),
  "embargo form": (page) => press(page, "Set an embargo"),
  "plan form": (page) => press(page, "Plan its release"),
  calendar: (page) =>
    page.locator(".filing").getByRole("button", { name: "Choose a day" }).first().click(),
  completion: (page) => page.getByLabel("Tags", { exact: true }).fill("e"),
  "find and replace": (page) => page.keyboard.press("Control+Shift+F"),
  "right to left": (page) => open(page, /ميناء/),
  withdrawn: (page) => open(page, /4\.4 million/),
  search: (page) => page.getByLabel("Search", { exact: true }).fill("harbour"),
  "search to be kept": (page) => press(page, "Save this search"),
  "a filter that makes no sense": (page) =>
    page.getByLabel("Search", { exact: true }).fill("stage:gone "),
  "empty search": (page) => page.getByLabel("Search", { exact: true }).fill("zzzz"),
  "search cleared": (page) => page.getByLabel("Search", { exact: true }).fill(""),
  "kind menu": (page) => press(page, "New release of another kind"),
  palette: (page) => page.keyboard.press("Control+K"),
  "cheat sheet": (page) => page.keyboard.press("F1"),
  settings: (page) => press(page, "Settings"),
  "house style": async (page) => {
    await page.keyboard.press("Control+K");
    await page.keyboard.type("House style");
    await page.keyboard.press("Enter");
    await page.getByText("A weekday that disagrees with the date beside it.").waitFor();
  },
  proof: async (page) => {
    await open(page, /Clear Water/);
    await page.keyboard.press("Control+Shift+P");
    await page.getByRole("dialog", { name: "Proof" }).waitFor();
  },
  "tags and sections": (page) => press(page, "Tags and sections: Tags"),
  "a tag to be merged": async (page) => {
    await press(page, "Tags and sections: Tags");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^rescue/ })
      .click();
    await page.getByLabel("Merge into", { exact: true }).fill("fer");
    await page.keyboard.press("Enter");
    await page.getByText("will stand under").waitFor();
  },
  sections: (page) => press(page, "Tags and sections: Sections"),
  plan: async (page) => {
    await page.evaluate(() => {
      const { desk } = window.fake;
      const waiting = desk.all().filter(({ stage, trashed }) => stage === "draft" && !trashed);
      for (const [hours, release] of [-3, 50].map((h, i) => [h, waiting[i]] as const)) {
        const at = new Date(desk.now().valueOf() + hours * 36e5).toISOString();
        if (release) desk.change(release.id, { release_at: at });
      }
      window.fake.changeOutside(waiting[0]?.id ?? 0, {});
    });
    await press(page, /^Planned/);
  },
  "an edition that has fallen behind": async (page) => {
    await page.evaluate(() => {
      const source = window.fake.desk
        .all()
        .find(({ content }) => content.headline.startsWith("Harbour and coast guard begin"));
      window.fake.changeOutside(source?.id ?? 0, { subhead: "Six hundred people take part" });
    });
    await page.getByLabel("Search", { exact: true }).fill("ميناء");
    await open(page, /ميناء/);
    await inspect(page, /Details/);
    await press(page, "What changed in the source");
    await page.getByText("Six hundred people take part").first().waitFor();
  },
  "a source to be chosen": async (page) => {
    await page.getByLabel("Search", { exact: true }).fill("");
    await open(page, /Winter timetable/);
    await inspect(page, /Details/);
    await press(page, "Is a translation of…");
  },
  people: async (page) => {
    await press(page, "Close the inspector");
    await press(page, "Library");
    await page.getByRole("tab", { name: "People" }).click();
  },
  places: async (page) => {
    await press(page, "Library");
    await page.getByRole("tab", { name: "Places" }).click();
  },
  contacts: (page) => press(page, "Library"),
  "about texts": async (page) => {
    await press(page, "Library");
    await page.getByRole("tab", { name: "About texts" }).click();
  },
  bulletin: (page) => press(page, /Weekly No\. 42/),
  "choice of releases": (page) => press(page, "Add releases"),
  "empty bulletin": (page) => press(page, "New bulletin"),
  trash: async (page) => {
    await press(page, /^Trash/);
    await page.getByRole("option").first().click();
  },
  untitled: async (page) => {
    await press(page, /^Drafts/);
    await open(page, /Untitled/);
  },
  name: (page) => press(page, "Approve"),
  refused: async (page) => {
    await press(page, "Approve");
    await page.getByLabel("Your name").fill("Marit Aasen");
    await page.keyboard.press("Enter");
    await page.getByText("still empty").first().waitFor();
  },
  export: (page) => press(page, "Export"),
  marked: async (page) => {
    await press(page, /^All releases/);
    await open(page, /Winter timetable/);
    await page.getByRole("option", { name: /Students/ }).click({ modifiers: ["Control"] });
  },
  review: async (page) => {
    await page.evaluate(() => (window.fake.files = ["/home/press/late-ferry.docx"]));
    await page.keyboard.press("Control+O");
    await page.getByRole("dialog", { name: "Before it becomes a draft" }).waitFor();
  },
  remarks: async (page) => {
    await open(page, /Winter timetable/);
    await page.keyboard.press("Control+Shift+5");
    await page.getByRole("button", { name: "Suggest changes" }).waitFor();
  },
  imported: async (page) => {
    await page.evaluate(() => {
      window.fake.files = ["/home/press/late-ferry.docx", "/home/press/early-ferry.docx"];
    });
    await page.keyboard.press("Control+O");
    await page.getByRole("dialog", { name: "Imported" }).waitFor();
  },
  "not saved": async (page) => {
    await page.evaluate(() => {
      const message = "The disk is full.";
      window.fake.refuseSaves = { code: "other", message, reasons: [] };
    });
    await page.getByLabel("Headline", { exact: true }).fill("Unsaved");
    await page.getByText("Not saved").first().waitFor();
    await page.evaluate(() => {
      window.fake.refuseSaves = null;
    });
  },
  conflict: async (page) => {
    await open(page, /Students/);
    await page.getByLabel("Subhead", { exact: true }).fill("Mine");
    await page.evaluate(() => {
      const release = window.fake.desk.all().find((r) => r.content.headline.startsWith("Students"));
      window.fake.changeOutside(release?.id ?? 0, { subhead: "Theirs" });
    });
    await page.getByText("Keep yours").waitFor();
  },
};
