// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Fault, Saved } from "../platform";
import { PAUSE, RETRIES, SaveQueue, type SaveState } from "./queue";

const FULL: Fault = { code: "other", message: "The disk is full.", reasons: [] };
const MOVED: Fault = { code: "conflict", message: "Changed elsewhere.", reasons: [] };

/** A desk with one release, whose saves finish when the test says so. */
class Bench {
  text = "";
  head = 1;
  saves: { base: number; text: string }[] = [];
  states: SaveState["is"][] = [];
  pending: { finish: () => void; refuse: (fault: Fault) => void }[] = [];
  slow = false;
  fault: Fault | null = null;
  mostAtOnce = 0;
  #atOnce = 0;

  queue = new SaveQueue<string>({
    base: 1,
    read: () => this.text,
    save: (base, text) => this.#save(base, text),
    onState: (state) => this.states.push(state.is),
    onSaved: () => undefined,
  });

  type(text: string): void {
    this.text += text;
    this.queue.touch();
  }

  async #save(base: number, text: string): Promise<Saved> {
    this.saves.push({ base, text });
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    try {
      if (this.slow) {
        await new Promise<void>((finish, refuse) => this.pending.push({ finish, refuse }));
      }
      if (this.fault) throw this.fault as unknown as Error;
      if (base !== this.head) throw MOVED as unknown as Error;
      this.head += 1;
      return {
        revision: this.head,
        modified: "2026-10-14T12:02:00Z",
        stage: "draft",
        approval: null,
      };
    } finally {
      this.#atOnce -= 1;
    }
  }
}

let bench: Bench;
beforeEach(() => {
  vi.useFakeTimers();
  bench = new Bench();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("autosave", () => {
  it("saves within a quarter of a second of the first key, with everything typed until then", async () => {
    bench.type("V");
    await vi.advanceTimersByTimeAsync(PAUSE - 10);
    bench.type("e");
    expect(bench.saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    expect(PAUSE).toBeLessThanOrEqual(250);
    expect(bench.saves).toEqual([{ base: 1, text: "Ve" }]);
    expect(bench.queue.state).toEqual({ is: "saved", at: new Date("2026-10-14T12:02:00Z") });
  });

  it("does not wait for a pause in the typing", async () => {
    for (let key = 0; key < 50; key += 1) {
      bench.type("x");
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(bench.saves.length).toBeGreaterThanOrEqual(8);
    const unsaved = bench.text.length - (bench.saves.at(-1)?.text.length ?? 0);
    expect(unsaved * 40).toBeLessThanOrEqual(250);
  });

  it("does nothing when nothing was typed", async () => {
    expect(await bench.queue.flush()).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(bench.saves).toEqual([]);
    expect(bench.queue.clean).toBe(true);
  });

  it("has one save under way, and saves what was typed meanwhile from the revision it made", async () => {
    bench.slow = true;
    bench.type("one");
    await vi.advanceTimersByTimeAsync(PAUSE);
    bench.type(" two");
    await vi.advanceTimersByTimeAsync(5 * PAUSE);
    expect(bench.saves).toHaveLength(1);
    bench.pending.shift()?.finish();
    await vi.advanceTimersByTimeAsync(PAUSE);
    bench.pending.shift()?.finish();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(bench.saves).toEqual([
      { base: 1, text: "one" },
      { base: 2, text: "one two" },
    ]);
    expect(bench.mostAtOnce).toBe(1);
    expect(bench.queue.clean).toBe(true);
  });
});

describe("flush", () => {
  it("saves at once and answers when all is on the desk", async () => {
    bench.type("now");
    expect(await bench.queue.flush()).toBe(true);
    expect(bench.saves).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10 * PAUSE);
    expect(bench.saves).toHaveLength(1);
  });

  it("waits for the save that is under way and adds what came after it", async () => {
    bench.slow = true;
    bench.type("a");
    await vi.advanceTimersByTimeAsync(PAUSE);
    bench.type("b");
    const flushed = bench.queue.flush();
    bench.slow = false;
    bench.pending.shift()?.finish();
    expect(await flushed).toBe(true);
    expect(bench.saves.map(({ text }) => text)).toEqual(["a", "ab"]);
  });

  it("called by several at once saves once", async () => {
    bench.type("a");
    const answers = await Promise.all([
      bench.queue.flush(),
      bench.queue.flush(),
      bench.queue.flush(),
    ]);
    expect(answers).toEqual([true, true, true]);
    expect(bench.saves).toHaveLength(1);
  });

  it("says no when the save fails", async () => {
    bench.fault = FULL;
    bench.type("kept");
    expect(await bench.queue.flush()).toBe(false);
    expect(bench.queue.clean).toBe(false);
  });
});

describe("a save that fails", () => {
  it("says why, keeps the text, and tries again until it succeeds", async () => {
    bench.fault = FULL;
    bench.type("kept");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(bench.queue.state).toEqual({ is: "failed", fault: FULL });
    await vi.advanceTimersByTimeAsync((RETRIES[0] ?? 0) + (RETRIES[1] ?? 0));
    expect(bench.saves).toHaveLength(3);
    bench.type(" and more");
    bench.fault = null;
    await vi.advanceTimersByTimeAsync(RETRIES[2] ?? 0);
    expect(bench.saves.at(-1)).toEqual({ base: 1, text: "kept and more" });
    expect(bench.queue.state.is).toBe("saved");
  });

  it("does not flicker between failed and saving while it is tried again", async () => {
    bench.fault = FULL;
    bench.type("x");
    await vi.advanceTimersByTimeAsync(PAUSE + 8_000);
    expect(bench.states.filter((state) => state === "saving")).toHaveLength(1);
  });

  it("does not lose a key typed while the failing save was under way", async () => {
    bench.slow = true;
    bench.type("a");
    await vi.advanceTimersByTimeAsync(PAUSE);
    bench.type("b");
    bench.slow = false;
    bench.pending.shift()?.refuse(FULL);
    await vi.advanceTimersByTimeAsync(RETRIES[0] ?? 0);
    expect(bench.saves.at(-1)?.text).toBe("ab");
    expect(bench.queue.clean).toBe(true);
  });

  it("keeps the text when it cannot even be read", async () => {
    let broken = true;
    const saves: string[] = [];
    const queue = new SaveQueue<string>({
      base: 1,
      read: () => {
        if (broken) throw new Error("The editor could not be read.");
        return "text";
      },
      save: (_, text) => {
        saves.push(text);
        return Promise.resolve({ revision: 2, modified: "", stage: "draft", approval: null });
      },
      onState: () => undefined,
      onSaved: () => undefined,
    });
    queue.touch();
    expect(await queue.flush()).toBe(false);
    expect(queue.state).toMatchObject({
      is: "failed",
      fault: { message: "The editor could not be read." },
    });
    broken = false;
    expect(await queue.flush()).toBe(true);
    expect(saves).toEqual(["text"]);
  });
});

describe("a conflict", () => {
  beforeEach(async () => {
    bench.head = 7;
    bench.type("mine");
    await vi.advanceTimersByTimeAsync(PAUSE);
  });

  it("stops saving until the editor decides", async () => {
    expect(bench.queue.state.is).toBe("conflict");
    bench.type(" and more");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bench.saves).toHaveLength(1);
    expect(await bench.queue.flush()).toBe(false);
  });

  it("saves mine on top of theirs", async () => {
    bench.type(", newest");
    expect(await bench.queue.keepMine(7)).toBe(true);
    expect(bench.saves.at(-1)).toEqual({ base: 7, text: "mine, newest" });
    expect(bench.queue.state.is).toBe("saved");
  });

  it("takes theirs and goes on from it", async () => {
    bench.queue.takeTheirs(7);
    expect(bench.queue.clean).toBe(true);
    bench.text = "theirs";
    bench.type(" continued");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(bench.saves.at(-1)).toEqual({ base: 7, text: "theirs continued" });
  });
});

describe("an act that makes a revision of its own", () => {
  it("runs after what was typed is saved, and the next save is made from its revision", async () => {
    const seen: number[] = [];
    bench.type("before");
    await bench.queue.alone(async (base) => {
      seen.push(base);
      bench.head = 9;
      return { revision: 9 };
    });
    expect(seen).toEqual([2]);
    bench.type(" after");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(bench.saves.map(({ base }) => base)).toEqual([1, 9]);
  });

  it("holds back the save of what is typed while it runs", async () => {
    let finish: () => void = () => undefined;
    const acting = bench.queue.alone(async () => {
      await new Promise<void>((then) => (finish = then));
      bench.head = 2;
      return { revision: 2 };
    });
    await vi.advanceTimersByTimeAsync(0);
    bench.type("meanwhile");
    await vi.advanceTimersByTimeAsync(5 * PAUSE);
    expect(bench.saves).toEqual([]);
    finish();
    await acting;
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(bench.saves).toEqual([{ base: 2, text: "meanwhile" }]);
  });

  it("does not run when the text could not be saved", async () => {
    bench.fault = FULL;
    bench.type("x");
    const act = vi.fn(() => Promise.resolve({ revision: 5 }));
    await expect(bench.queue.alone(act)).rejects.toMatchObject({ message: "The disk is full." });
    expect(act).not.toHaveBeenCalled();
  });

  it("leaves the queue as it was when it is refused", async () => {
    await expect(
      bench.queue.alone(() => Promise.reject(FULL as unknown as Error)),
    ).rejects.toMatchObject({ message: "The disk is full." });
    bench.type("x");
    expect(await bench.queue.flush()).toBe(true);
    expect(bench.saves).toEqual([{ base: 1, text: "x" }]);
  });
});
