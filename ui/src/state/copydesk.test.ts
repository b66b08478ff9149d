import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { FakePlatform } from "../platform/fake/platform";
import { bodyOf } from "../platform/fake/text";
import type { Finding } from "../platform";
import { accept, addWord, like, reopen, walk } from "./copydesk";
import { Desk, type Page } from "./desk.svelte";
import type { OpenRelease } from "./release.svelte";
import { approve } from "./workflow";

let platform: FakePlatform;
let desk: Desk;
let shown: Finding[];

beforeEach(async () => {
  vi.useFakeTimers();
  platform = new FakePlatform(() => new Date("2026-07-20T09:00:00Z"));
  desk = await Desk.at(platform);
  shown = [];
});
afterEach(() => vi.useRealTimers());

/** An open draft that lacks nothing, with these words, checked; its paper shows what it is asked to. */
async function draft(text: string): Promise<OpenRelease> {
  const complete = desk.list.rows.find((row) => row.stage === "approved");
  const { content } = platform.desk.kept(complete?.id ?? 0).release;
  const { id } = platform.desk.create({ ...content, embargo: null, body: bodyOf(text) });
  await desk.show(id);
  await vi.runOnlyPendingTimersAsync();
  desk.page = {
    ...{ focus: () => undefined, find: () => undefined, mend: () => true },
    show: (finding: Finding) => void shown.push(finding),
  } as unknown as Page;
  if (!desk.open) throw new Error("Nothing is open.");
  return desk.open;
}

const WRONG = "It opens on Monday, 25 July 2026.\n\nThe the harbuor. The harbuor is open.";

test("F8 walks the findings in the order of the page, round and back", async () => {
  const open = await draft(WRONG);
  const rules = open.findings.map(({ rule }) => rule);
  expect(rules).toEqual(["weekday-mismatch", "doubled-word", "spelling", "spelling"]);
  for (let i = 0; i < 5; i++) walk(desk, 1);
  walk(desk, -1);
  const places = shown.map(({ key }) => open.findings.findIndex((one) => one.key === key));
  expect(places.slice(0, 3)).toEqual([0, 1, 2]);
  expect(desk.pointed?.by).toBe("keys");
});

test("findings are alike when the same change mends them", async () => {
  const { findings } = await draft(WRONG);
  const spelling = findings.filter(({ rule }) => rule === "spelling");
  expect(like(findings, spelling[0] as Finding)).toEqual(spelling);
  expect(like(findings, findings[1] as Finding).length).toBe(1);
});

test("a word is added to the dictionary and is right from then on", async () => {
  const open = await draft("The harbuor is open.");
  await addWord(desk, open.findings[0] as Finding);
  expect(platform.desk.style.dictionary).toEqual(["harbuor"]);
  expect(open.findings).toEqual([]);
});

test("a finding stands for a reason, in the record, and is opened again", async () => {
  const open = await draft("The the quay.");
  await accept(desk, open.findings[0] as Finding, "So it is called.", false);
  expect(open.findings).toEqual([]);
  expect(open.acceptances[0]?.why).toBe("So it is called.");
  await reopen(desk, open.accepted[0]?.key ?? "");
  expect(open.findings.length).toBe(1);
  const told = platform.desk.events.filter(({ id }) => id === open.id).map(({ what }) => what);
  expect(told).toEqual(["accepted", "reopened"]);
});

test("what stands for good stands in every release", async () => {
  const open = await draft("The the quay.");
  await accept(desk, open.findings[0] as Finding, "So it is called.", true);
  expect((await draft("Then The the shore.")).findings.length).toBe(0);
  expect(open.findings).toEqual([]);
});

test("errors stop the approval until somebody says why they shall stand", async () => {
  const open = await draft(WRONG);
  desk.info = { ...desk.info, user: "Bo" };
  platform.desk.user = "Bo";
  await approve(desk);
  expect(desk.dialog?.is).toBe("errors");
  expect(open.release.stage).toBe("draft");
  await approve(desk, "The date is quoted.");
  expect(open.release.stage).toBe("approved");
  expect(platform.desk.events.at(-1)?.why).toBe("The date is quoted.");
});

test("a house style that changes outside is read at once", async () => {
  const open = await draft("The the quay.");
  expect(open.findings.length).toBe(1);
  platform.restyleOutside({ rules: { "doubled-word": { severity: "off" } } });
  await vi.runOnlyPendingTimersAsync();
  expect(open.findings).toEqual([]);
});
