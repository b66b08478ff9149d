import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Fault } from "../platform";
import { FakePlatform } from "../platform/fake/platform";
import { PAUSE } from "../save/queue";
import { Desk } from "./desk.svelte";
import { REST, type OpenRelease } from "./release.svelte";
import { approve, moveTo } from "./workflow";

const FULL: Fault = { code: "other", message: "The disk is full.", reasons: [] };

let platform: FakePlatform;
let desk: Desk;

beforeEach(async () => {
  vi.useFakeTimers();
  platform = new FakePlatform();
  desk = await Desk.at(platform);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The release that is open, which the test has opened. */
function open(): OpenRelease {
  if (!desk.open) throw new Error("Nothing is open.");
  return desk.open;
}

const kept = (id: number) => platform.desk.kept(id).release;
const idOf = (stage: string): number => {
  const row = desk.list.rows.find((row) => row.stage === stage && row.headline);
  if (!row) throw new Error(`No release is in the stage ${stage}.`);
  return row.id;
};

describe("a window that closes", () => {
  it("has put its look on the desk, also when that changed a moment ago", async () => {
    desk.look.theme = "dark";
    desk.look.apply();
    await desk.settle();
    expect(platform.desk.settings.get("window")).toContain('"theme":"dark"');
  });
});

describe("an office that gets its name", () => {
  it("has its name on the window", async () => {
    await desk.setOffice({ ...desk.info.office, name: "Lifeboats of Nordhavn" });
    expect(document.title).toBe("Lifeboats of Nordhavn – Dateline");
  });
});

describe("what is typed", () => {
  it("is on the desk when another release is opened", async () => {
    const [first, second] = desk.list.rows;
    await desk.show(first?.id ?? 0);
    open().set({ headline: "Written a moment ago" });
    await desk.show(second?.id ?? 0);
    expect(open().id).toBe(second?.id);
    expect(kept(first?.id ?? 0).content.headline).toBe("Written a moment ago");
  });

  it("is shown in the list at once", async () => {
    const id = idOf("draft");
    await desk.show(id);
    open().set({ headline: "A better headline" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(desk.list.rows.find((row) => row.id === id)?.headline).toBe("A better headline");
  });

  it("is saved with each key, and told of elsewhere when the keys rest", async () => {
    await desk.show(idOf("draft"));
    const { told, release } = open();
    for (const headline of ["A", "A ", "A b"]) {
      open().set({ headline });
      await vi.advanceTimersByTimeAsync(2 * PAUSE);
    }
    expect(kept(open().id).content.headline).toBe("A b");
    expect(open().release.revision).not.toBe(release.revision);
    expect(open().told).toBe(told);
    await vi.advanceTimersByTimeAsync(REST);
    expect(open().told).toBe(told + 1);
    await open().file(null, ["quay"]);
    expect(open().told).toBe(told + 2);
  });

  it("is read from the editor at the moment of saving, and kept when the editor goes", async () => {
    const id = idOf("draft");
    await desk.show(id);
    const body = (text: string): BodyJson => ({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    });
    let text = body("First");
    const giveBack = open().lend("body", () => text);
    open().touch();
    text = body("Second");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(kept(id).content.body).toEqual(body("Second"));
    text = body("Third");
    open().touch();
    giveBack();
    await desk.flush();
    expect(kept(id).content.body).toEqual(body("Third"));
  });

  it("stays when it could not be saved and another release is opened, until it is saved", async () => {
    const first = idOf("draft");
    await desk.show(first);
    platform.refuseSaves = FULL;
    open().set({ headline: "Not to be lost" });
    await desk.show(idOf("released"));
    expect(desk.saving).toMatchObject({ state: { is: "failed" }, headline: "Not to be lost" });
    expect(desk.unsaved?.snapshot().headline).toBe("Not to be lost");

    await desk.show(first);
    expect(open().content.headline).toBe("Not to be lost");

    await desk.show(idOf("released"));
    platform.refuseSaves = null;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(kept(first).content.headline).toBe("Not to be lost");
    expect(desk.saving.state.is).toBe("saved");
    expect(desk.unsaved).toBeNull();
  });

  it("keeps the window open when it cannot be saved and the editor wants to stay", async () => {
    await desk.show(idOf("draft"));
    expect(await platform.close()).toBe(true);
    platform.refuseSaves = FULL;
    open().set({ headline: "Unsaved" });
    platform.answer = false;
    expect(await platform.close()).toBe(false);
    expect(platform.asked[0]?.message).toContain("The disk is full.");
  });
});

describe("the passages of the open text", () => {
  it("can be read when that makes an editor finish a change", async () => {
    await desk.show(idOf("draft"));
    const body: BodyJson = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "Composed" }] }],
    };
    open().lend("body", () => {
      open().touch();
      return body;
    });
    expect(desk.passages).toContain("Composed");
    expect(desk.saving.state.is).toBe("saving");
  });

  it("are not read for a window that is not there", async () => {
    const texts = vi.fn(() => ["Composed"]);
    desk.preview.show(null, texts);
    expect(texts).not.toHaveBeenCalled();
  });
});

describe("of several releases asked for in a row", () => {
  it("the last one is shown", async () => {
    const ids = desk.list.rows.slice(0, 5).map(({ id }) => id);
    await Promise.all(ids.map((id) => desk.show(id)));
    expect(open().id).toBe(ids.at(-1));
    expect(desk.cursor).toBe(ids.at(-1));
  });
});

describe("an approval", () => {
  it("asks for a name once, and then approves", async () => {
    await desk.show(idOf("review"));
    await approve(desk, "The slip in it is a sample.");
    expect(desk.dialog?.is).toBe("name");
    await desk.setUser("Marit Aasen");
    if (desk.dialog?.is === "name") desk.dialog.then?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(open().release).toMatchObject({ stage: "approved", approval: { by: "Marit Aasen" } });
  });

  it("lists what is lacking", async () => {
    await desk.setUser("Marit Aasen");
    await desk.create("news");
    await approve(desk);
    const { dialog } = desk;
    expect(dialog?.is === "refused" && dialog.reasons).toContain("Headline: still empty");
    expect(open().release.stage).toBe("draft");
  });

  it("no longer holds when the text changes, and that is said", async () => {
    const id = idOf("approved");
    await desk.show(id);
    open().set({ headline: "Changed after all" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(open().release).toMatchObject({ stage: "draft", approval: null });
    expect(desk.notices.shown.at(-1)?.message).toContain("approval no longer holds");
    expect(desk.list.rows.find((row) => row.id === id)?.stage).toBe("draft");
  });
});

describe("filing", () => {
  it("saves the text first and goes on from the revision that it makes", async () => {
    const id = idOf("draft");
    await desk.show(id);
    open().set({ headline: "Before" });
    await open().file(null, ["rescue"]);
    open().set({ headline: "After" });
    await desk.flush();
    expect(open().saving.is).toBe("saved");
    expect(kept(id)).toMatchObject({ content: { headline: "After" } });
    expect(kept(id).tags).toContain("rescue");
  });
});

describe("a change from elsewhere", () => {
  it("is shown when nothing is unsaved here", async () => {
    const id = idOf("draft");
    await desk.show(id);
    const { edition } = open();
    platform.changeOutside(id, { headline: "From elsewhere" });
    await vi.advanceTimersByTimeAsync(0);
    expect(open().content.headline).toBe("From elsewhere");
    expect(open().edition).toBe(edition + 1);
    open().set({ subhead: "And on from there" });
    await desk.flush();
    expect(kept(id).content).toMatchObject({
      headline: "From elsewhere",
      subhead: "And on from there",
    });
  });

  it("meets what is unsaved here as a conflict, and mine can be kept", async () => {
    const id = idOf("draft");
    await desk.show(id);
    open().set({ headline: "Mine" });
    platform.changeOutside(id, { headline: "Theirs" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(open().saving.is).toBe("conflict");
    expect(open().content.headline).toBe("Mine");
    expect(kept(id).content.headline).toBe("Theirs");
    await open().keepMine(await desk.commands.release({ id }));
    expect(kept(id).content.headline).toBe("Mine");
    expect(headlines(id)).toEqual(["Theirs", "Mine"]);
  });

  it("or theirs can be taken, and mine is in the history", async () => {
    const id = idOf("draft");
    await desk.show(id);
    open().set({ headline: "Mine" });
    platform.changeOutside(id, { headline: "Theirs" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await open().takeTheirs(await desk.commands.release({ id }));
    expect(open().content.headline).toBe("Theirs");
    expect(open().saving.is).toBe("saved");
    expect(headlines(id)).toEqual(["Theirs", "Mine", "Theirs"]);
  });

  /** The last headlines in the history, the oldest first. */
  function headlines(id: number): string[] {
    return platform.desk
      .kept(id)
      .revisions.slice(1)
      .map(({ content }) => content.headline);
  }
});

describe("the workflow", () => {
  it("takes a release out of the house and back, with the reason", async () => {
    await desk.setUser("Marit Aasen");
    const id = idOf("approved");
    await desk.show(id);
    await moveTo(desk, "released");
    expect(kept(id).stage).toBe("released");
    await moveTo(desk, "withdrawn", "The wrong day.");
    expect(kept(id)).toMatchObject({ stage: "withdrawn", withdrawal: "The wrong day." });
  });

  it("moves the counts with it", async () => {
    const before = desk.counts.queues.review;
    await desk.show(idOf("draft"));
    await moveTo(desk, "review");
    expect(desk.counts.queues.review).toBe(before + 1);
  });
});

describe("the trash", () => {
  it("takes several releases at once and gives them back", async () => {
    const ids = desk.list.rows.slice(0, 3).map(({ id }) => id);
    desk.marked = new Set(ids);
    await desk.trash();
    expect(ids.every((id) => kept(id).trashed)).toBe(true);
    expect(desk.list.rows.some(({ id }) => ids.includes(id))).toBe(false);
    desk.notices.shown.at(-1)?.undo?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(ids.some((id) => kept(id).trashed)).toBe(false);
  });
});

describe("what is planned", () => {
  it("is reminded of once, also when the list was asked anew in between", async () => {
    const id = idOf("draft");
    await platform.commands.plan({ id, at: new Date(Date.now() - 60_000).toISOString() });
    await desk.relist();
    await desk.remind();
    const reminders = () => desk.notices.shown.filter(({ act }) => act !== null).length;
    expect(reminders()).toBe(1);
    await desk.remind();
    expect(reminders()).toBe(1);
  });
});
