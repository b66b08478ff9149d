// @vitest-environment node
// How long a key takes on a long text with many findings, beside a bare ProseMirror view in the same
// run. Not part of the tests, for a busy machine makes it fail: run with DATELINE_BENCH=1.

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Finding } from "../host";
import { hasBrowser, openStage, type Stage } from "./stage";

const words = 5000;
const findingCount = 200;
const keyCount = 240;

/** Main-thread work for a key, in milliseconds, at the 95th percentile. */
const mostWork = 4;

/** The median of the work, as a multiple of the bare view's. */
const mostRatio = 1.2;

describe.skipIf(!hasBrowser || !process.env["DATELINE_BENCH"])("a key", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage.close());

  test("costs little more than in a bare view", { timeout: 300_000 }, async () => {
    const { body, findings } = longText();
    const work = new Map<string, number[]>();
    for (const kind of ["bare", "editor", "bare", "editor"]) {
      await stage.tab.evaluate(([body, findings, bare]) => window.page.show(body, findings, bare), [
        body,
        findings,
        kind === "bare",
      ] as const);
      await caretIntoTheMiddle(stage);
      work.set(kind, [...(work.get(kind) ?? []), ...(await workForKeys(stage))]);
    }
    const bare = work.get("bare") ?? [];
    const editor = work.get("editor") ?? [];
    for (const [kind, times] of work)
      console.log(
        `${kind.padEnd(7)} median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, most ${at(times, 1)} ms`,
      );
    console.log(`ratio   median ${(at(editor, 0.5) / at(bare, 0.5)).toFixed(2)}`);
    expect(at(editor, 0.95)).toBeLessThanOrEqual(mostWork);
    expect(at(editor, 0.5) / at(bare, 0.5)).toBeLessThanOrEqual(mostRatio);
  });
});

/** A text of as many words with as many findings spread over it. */
function longText(): { body: BodyJson; findings: Finding[] } {
  const sentence =
    "Crews from four countries practise the evacuation of a ferry in the outer roads of Vestmark today.";
  const perSentence = sentence.split(" ").length;
  const paragraphs = Math.ceil(words / (perSentence * 4));
  const paragraph = Array<string>(4).fill(sentence).join(" ");
  const findings = Array.from({ length: findingCount }, (_, i): Finding => {
    const nth = Math.floor(i / paragraphs);
    return {
      rule: "timing",
      severity: "warning",
      slot: "body",
      block: i % paragraphs,
      start: nth * (sentence.length + 1),
      end: nth * (sentence.length + 1) + 5,
      excerpt: "Crews",
      message: `Finding ${i}`,
      fixes: [],
    };
  });
  const block: NodeJson = { type: "paragraph", content: [{ type: "text", text: paragraph }] };
  return { body: { type: "doc", content: Array<NodeJson>(paragraphs).fill(block) }, findings };
}

async function caretIntoTheMiddle({ tab }: Stage): Promise<void> {
  const blocks = tab.locator(".surface").last().locator("p");
  await blocks.nth(Math.floor((await blocks.count()) / 2)).click();
  await tab.keyboard.press("End");
}

/**
 * Types, and reads for each key how long script, style and layout kept the main thread's processor
 * busy, in milliseconds. Processor time, not the clock's: what else the machine does is left out.
 */
async function workForKeys({ tab }: Stage): Promise<number[]> {
  const session = await tab.context().newCDPSession(tab);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const parts = new Set(["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"]);
  const soFar = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics
      .filter(({ name }) => parts.has(name))
      .reduce((sum, { value }) => sum + value * 1000, 0);
  };
  const text = "word after word ".repeat(Math.ceil(keyCount / 16)).slice(0, keyCount);
  const work: number[] = [];
  for (const key of text) {
    const before = await soFar();
    await tab.keyboard.press(key === " " ? "Space" : key);
    // Until what the key set off has been laid out and drawn.
    await tab.evaluate(() => new Promise(requestAnimationFrame));
    work.push((await soFar()) - before);
  }
  await session.detach();
  return work;
}

function at(times: number[], quantile: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? NaN;
  return Math.round(value * 100) / 100;
}
