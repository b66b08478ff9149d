/**
 * What differs between two texts, piece by piece and in each piece word by word. The one place for
 * it: history, conflicts and whatever else sets two texts beside each other.
 */
import { diffArrays } from "diff";

import type { Piece, Word } from "./pieces";

export interface Run {
  is: "same" | "gone" | "new";
  words: Word[];
}

export interface Compared {
  form: Piece["form"];
  label: string | null;
  runs: Run[];
}

/** Pieces that share this part of their words are one piece that was reworded. */
const ALIKE = 0.35;

/** Beyond so many edits two pieces have nothing to do with each other, and are shown whole. */
const MOST_EDITS = 2_000;

/** Both texts as one: what is only in the first is gone, what is only in the second is new. */
export function differences(before: Piece[], after: Piece[]): Compared[] {
  const whole = (piece: Piece, is: Run["is"]): Compared => ({
    form: piece.form,
    label: piece.label,
    runs: [{ is, words: piece.words }],
  });
  const compared: Compared[] = [];
  for (const { gone, come, same } of steps(before, after, keyOf)) {
    compared.push(...same.map((piece) => whole(piece, "same")));
    for (const step of reworded(gone, come)) {
      if (step.old && step.young) {
        const { form, label } = step.young;
        compared.push({ form, label, runs: runsOf(step.old.words, step.young.words) });
      } else if (step.old) compared.push(whole(step.old, "gone"));
      else if (step.young) compared.push(whole(step.young, "new"));
    }
  }
  return compared;
}

export function isSame({ runs }: Compared): boolean {
  return runs.every(({ is }) => is === "same");
}

/** How many words are gone and new; spaces and signs are none. */
export function wordCounts(compared: Compared[]): { gone: number; come: number } {
  const count = (kind: Run["is"]): number =>
    compared
      .flatMap(({ runs }) => runs)
      .filter(({ is }) => is === kind)
      .flatMap(({ words }) => words)
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
  return { gone: count("gone"), come: count("new") };
}

interface Step<T> {
  same: T[];
  gone: T[];
  come: T[];
}

/** What stays, and between it what went and what came. */
function steps<T>(before: T[], after: T[], keyOf: (one: T) => string): Step<T>[] {
  const comparator = (a: T, b: T): boolean => keyOf(a) === keyOf(b);
  const changes = diffArrays(before, after, { comparator, maxEditLength: MOST_EDITS });
  if (!changes) return [{ same: [], gone: before, come: after }];
  const steps: Step<T>[] = [];
  let step: Step<T> = { same: [], gone: [], come: [] };
  for (const { added, removed, value } of changes) {
    if (added) step.come.push(...value);
    else if (removed) step.gone.push(...value);
    else {
      steps.push(step);
      step = { same: value, gone: [], come: [] };
    }
  }
  return [...steps, step];
}

/** Of the pieces that went and came, in order: which are the same one in other words. */
function reworded(gone: Piece[], come: Piece[]): { old: Piece | null; young: Piece | null }[] {
  const pairs: { old: Piece | null; young: Piece | null }[] = [];
  const left = [...come];
  for (const old of gone) {
    const at = left.findIndex((young) => alike(old, young));
    if (at < 0) pairs.push({ old, young: null });
    else {
      // What stands before the partner came in between, and keeps its place.
      for (const young of left.splice(0, at)) pairs.push({ old: null, young });
      pairs.push({ old, young: left.shift() ?? null });
    }
  }
  return [...pairs, ...left.map((young) => ({ old: null, young }))];
}

function alike(one: Piece, other: Piece): boolean {
  // A headline is the headline, and a date the date, whatever it says.
  const single = ["headline", "subhead", "filing"].includes(one.form);
  if (single) return one.form === other.form && one.label === other.label;
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= ALIKE * Math.max(a.size, b.size) && shared > 0;
}

function lettersOf({ words }: Piece): Set<string> {
  return new Set(words.map(({ text }) => text).filter((text) => text.trim() !== ""));
}

/** Runs of words. A lone space between two changes belongs to them: they read as one. */
function runsOf(before: Word[], after: Word[]): Run[] {
  const runs: Run[] = [];
  const put = (is: Run["is"], words: Word[]): void => {
    if (words.length > 0) runs.push({ is, words });
  };
  let [gone, come]: [Word[], Word[]] = [[], []];
  const found = steps(before, after, ({ key }) => key);
  found.forEach((step, i) => {
    const between = i > 0 && i < found.length && gone.length + come.length > 0;
    const bridge = between && step.gone.length > 0 && step.come.length > 0 && isSpace(step.same);
    if (bridge && gone.length > 0 && come.length > 0) {
      gone = [...gone, ...step.same, ...step.gone];
      come = [...come, ...step.same, ...step.come];
      return;
    }
    put("gone", gone);
    put("new", come);
    put("same", step.same);
    [gone, come] = [step.gone, step.come];
  });
  put("gone", gone);
  put("new", come);
  return runs;
}

function isSpace(words: Word[]): boolean {
  return words.every(({ text }) => text.trim() === "");
}

function keyOf({ form, label, words }: Piece): string {
  return `${form} ${label ?? ""} ${words.map(({ key }) => key).join("")}`;
}
