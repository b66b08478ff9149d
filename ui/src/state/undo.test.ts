import { beforeEach, describe, expect, it } from "vitest";

import { FakePlatform } from "../platform/fake/platform";
import { Desk, type Page } from "./desk.svelte";
import { splitHere } from "./parting";
import type { OpenRelease } from "./release.svelte";
import { moveTo } from "./workflow";

let platform: FakePlatform;
let desk: Desk;

beforeEach(async () => {
  platform = new FakePlatform();
  platform.desk.user = "Marit Aasen";
  desk = await Desk.at(platform);
});

const kept = (id: number) => platform.desk.kept(id).release;
const idsOf = (stage: string): number[] =>
  desk.list.rows.filter((row) => row.stage === stage && row.headline).map(({ id }) => id);

async function opened(stage = "draft"): Promise<OpenRelease> {
  await desk.show(idsOf(stage)[0] ?? 0);
  if (!desk.open) throw new Error("Nothing is open.");
  return desk.open;
}

describe("undo outside the text", () => {
  it("takes tags back and gives them again", async () => {
    const open = await opened();
    const before = open.release.tags;
    await open.file(null, ["storm"]);
    expect(desk.undo.next).toBe("Tags (storm)");
    await desk.undoLast();
    expect(kept(open.id).tags).toEqual(before);
    expect(desk.undo.nextAgain).toBe("Tags (storm)");
    await desk.redoLast();
    expect(kept(open.id).tags).toContain("storm");
  });

  it("leaves a tag that a release had before", async () => {
    const [one = 0, other = 0] = desk.list.rows.map(({ id }) => id);
    platform.desk.change(one, { tags: ["rescue"] });
    platform.desk.change(other, { tags: [] });
    desk.marked = new Set([one, other]);
    await desk.tagMarked("rescue");
    await desk.undoLast();
    expect([kept(one).tags, kept(other).tags]).toEqual([["rescue"], []]);
  });

  it("takes a step in the workflow back, its approval with it", async () => {
    const open = await opened("review");
    await moveTo(desk, "approved", "The date stands as it was signed.");
    expect(kept(open.id).approval).not.toBeNull();
    await desk.undoLast();
    expect(kept(open.id)).toMatchObject({ stage: "review", approval: null });
    await desk.redoLast();
    expect(kept(open.id).stage).toBe("approved");
  });

  it("takes several out of the trash as one, although none of them is open", async () => {
    const ids = idsOf("released").slice(0, 3);
    desk.marked = new Set(ids);
    await desk.trash();
    expect(ids.map((id) => kept(id).trashed)).toEqual([true, true, true]);
    await desk.undoLast();
    expect(ids.map((id) => kept(id).trashed)).toEqual([false, false, false]);
    expect(desk.undo.next).toBeNull();
  });

  it("takes a slot back to what it was before the typing", async () => {
    const open = await opened();
    const { place } = open.content;
    for (const typed of ["H", "Ho", "Holm"]) open.set({ place: typed });
    open.set({ language: "fr" });
    await desk.undoLast();
    expect(open.content.language).not.toBe("fr");
    await desk.undoLast();
    expect(open.content.place).toBe(place);
    expect(kept(open.id).content.place).toBe(place);
  });

  it("takes a split back although the release was filed meanwhile, not when it was written in", async () => {
    const open = await opened();
    const text = (words: string): BodyJson => ({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
    });
    open.set({ body: text("It opens. It came late.") });
    desk.page = {
      parts: () => ({ before: text("It opens."), after: text("It came late.") }),
    } as Page;
    await splitHere(desk);
    expect(kept(open.id).content.body).toEqual(text("It opens."));
    await platform.commands.file({ id: open.id, section: null, add: ["storm"], remove: [] });
    await desk.undoLast();
    expect(kept(open.id).content.body).toEqual(text("It opens. It came late."));
    await platform.commands.file({ id: open.id, section: null, add: [], remove: ["storm"] });
    await desk.redoLast();
    expect(kept(open.id).content.body).toEqual(text("It opens."));
    platform.changeOutside(open.id, { subhead: "Written since" });
    await desk.undoLast();
    expect(kept(open.id).content.body).toEqual(text("It opens."));
    expect(desk.notices.shown.at(-1)).toMatchObject({ grave: true });
  });

  it("works on a release that was left meanwhile", async () => {
    const open = await opened();
    const { place } = open.content;
    open.set({ place: "Holm" });
    await opened("review");
    await desk.flush();
    expect(kept(open.id).content.place).toBe("Holm");
    await desk.undoLast();
    expect(kept(open.id).content.place).toBe(place);
  });

  it("leaves alone what somebody changed since, and says so", async () => {
    const open = await opened();
    open.set({ place: "Holm" });
    await desk.flush();
    platform.changeOutside(open.id, { place: "Vestmark" });
    await desk.refresh();
    await desk.undoLast();
    expect(kept(open.id).content.place).toBe("Vestmark");
    expect(desk.notices.shown.at(-1)).toMatchObject({ grave: true });
    expect(desk.undo.next).toBeNull();
  });

  it("is what a notice offers, wherever the deed stands by then", async () => {
    const [id = 0] = idsOf("released");
    desk.marked = new Set([id]);
    await desk.trash();
    const { undo } = desk.notices.shown.at(-1) ?? {};
    const open = await opened();
    await open.file(null, ["storm"]);
    undo?.();
    await expect.poll(() => kept(id).trashed).toBe(false);
    expect(desk.undo.next).toBe("Tags (storm)");
  });
});
