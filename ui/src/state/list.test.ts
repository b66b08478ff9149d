// @vitest-environment node
import { describe, expect, it } from "vitest";

import type { Commands, Page, Question, Row } from "../platform";
import { ReleaseList } from "./list.svelte";

/** A desk with many releases, whose answers come when the test says so. */
class ManyReleases {
  asked: Question[] = [];
  slow = false;
  answers: (() => void)[] = [];
  #rows: Row[];

  constructor(count: number) {
    this.#rows = Array.from({ length: count }, (_, id) => ({ id, headline: `No. ${id}` }) as Row);
  }

  commands = {
    list: async ({ question }: { question: Question }): Promise<Page> => {
      this.asked.push(question);
      if (this.slow) await new Promise<void>((answer) => this.answers.push(answer));
      const rows = this.#rows.filter(({ headline }) => headline.includes(question.text));
      const from = Number(question.after ?? 0);
      const to = from + question.limit;
      return {
        rows: rows.slice(from, to),
        next: to < rows.length ? String(to) : null,
        total: rows.length,
        total_is_floor: false,
        remarks: [],
      };
    },
  } as unknown as Commands;
}

describe("the list", () => {
  it("comes in pages without a double or a gap", async () => {
    const list = new ReleaseList(new ManyReleases(250).commands);
    await list.load();
    expect(list.rows.length).toBeLessThan(250);
    await list.reach(249);
    expect(list.missing).toBe(0);
    expect(list.rows.map(({ id }) => id)).toEqual(Array.from({ length: 250 }, (_, i) => i));
  });

  it("fetches a page once, however often it is asked for", async () => {
    const desk = new ManyReleases(250);
    const list = new ReleaseList(desk.commands);
    await list.load();
    await Promise.all([list.reach(80), list.reach(70), list.reach(60)]);
    expect(desk.asked).toHaveLength(2);
  });

  it("shows the answer to the last question, whichever comes first", async () => {
    const desk = new ManyReleases(50);
    const list = new ReleaseList(desk.commands);
    desk.slow = true;
    const first = list.search("1");
    const second = list.search("12");
    desk.answers[1]?.();
    await second;
    desk.answers[0]?.();
    await first;
    expect(list.rows.map(({ id }) => id)).toEqual([12]);
  });

  it("drops the page of a question that is no longer asked", async () => {
    const desk = new ManyReleases(250);
    const list = new ReleaseList(desk.commands);
    await list.load();
    desk.slow = true;
    const more = list.reach(100);
    desk.slow = false;
    await list.search("24");
    desk.answers[0]?.();
    await more;
    expect(list.rows.every(({ headline }) => headline.includes("24"))).toBe(true);
  });

  it("never adds a page of one question to the rows of another", async () => {
    const desk = new ManyReleases(250);
    const list = new ReleaseList(desk.commands);
    await list.load();
    desk.slow = true;
    const search = list.search("24");
    const reached = list.reach(100);
    desk.answers.forEach((answer) => answer());
    await Promise.all([search, reached]);
    expect(list.rows.every(({ headline }) => headline.includes("24"))).toBe(true);
    expect(desk.asked).toHaveLength(2);
  });

  it("comes to a row far down in few pages, and says how many rows are still to come", async () => {
    const desk = new ManyReleases(9000);
    const list = new ReleaseList(desk.commands);
    await list.load();
    expect(list.rows.length + list.missing).toBe(9000);
    await list.reach(4000);
    expect(list.rows.length).toBeGreaterThan(4000);
    expect(list.rows.length + list.missing).toBe(9000);
    expect(desk.asked.length).toBeLessThan(8);
  });

  it("keeps its length while the same is asked anew, and begins small when another is", async () => {
    const desk = new ManyReleases(900);
    const list = new ReleaseList(desk.commands);
    await list.load();
    await list.reach(400);
    const { answers, rows } = list;
    await list.load();
    expect(list.answers).toBe(answers);
    expect(list.rows).toHaveLength(rows.length);
    await list.search("No");
    expect(list.answers).not.toBe(answers);
    expect(list.rows.length).toBeLessThan(rows.length);
  });

  it("changes a line where it stands", async () => {
    const list = new ReleaseList(new ManyReleases(5).commands);
    await list.load();
    list.patch(3, { headline: "Better" });
    expect(list.rows.map(({ headline }) => headline)).toEqual([
      ...["No. 0", "No. 1", "No. 2", "Better", "No. 4"],
    ]);
  });

  it("says why it could not be read, and recovers", async () => {
    const desk = new ManyReleases(5);
    let broken = true;
    const list = new ReleaseList({
      ...desk.commands,
      list: (a: { question: Question }) =>
        broken
          ? Promise.reject({ message: "The desk cannot be read." } as unknown as Error)
          : desk.commands.list(a),
    } as Commands);
    await list.load();
    expect(list.fault).toBe("The desk cannot be read.");
    broken = false;
    await list.load();
    expect(list.fault).toBeNull();
    expect(list.rows).toHaveLength(5);
  });
});
