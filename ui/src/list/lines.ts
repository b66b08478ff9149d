/** What stands in the list, from top to bottom: releases under the heading of their day or month. */
import type { Row } from "../platform";
import type { Stage } from "../platform/bindings/Stage";
import { daysBetween, dayOf, month } from "./when";

export type Line = { heading: string } | { row: Row; index: number };

export interface GroupNames {
  ahead: string;
  today: string;
  yesterday: string;
  thisWeek: string;
}

/** When a release is dated; without a date, or on the day of its last change, that change. */
export function momentOf({ date, modified }: Row): Date {
  const changed = new Date(modified);
  if (!date) return changed;
  const dated = new Date(`${date}T12:00`);
  return daysBetween(dated, changed) === 0 ? changed : dated;
}

/** The way through the house, in which a list by stages is sorted. */
const WAY: Stage[] = ["draft", "review", "approved", "released", "corrected", "withdrawn"];

/**
 * Puts a heading before each stage. Rows come in the order of stages and keep it; a release that has
 * fallen back since, as an edit of an approved one does, opens no earlier group further down.
 */
export function linesByStage(rows: readonly Row[], names: Record<Stage, string>): Line[] {
  let furthest = -1;
  return rows.flatMap((row, index): Line[] => {
    const at = WAY.indexOf(row.stage);
    if (at <= furthest) return [{ row, index }];
    furthest = at;
    return [{ heading: names[row.stage] }, { row, index }];
  });
}

/**
 * Puts a heading before each group. Rows come in the order of their days and keep it; a release
 * without a date stands on the day it was made and so never opens a later group than the one it
 * stands in. A search that is not sorted by time has no headings.
 */
export function linesOf(
  rows: readonly Row[],
  grouped: boolean,
  now: Date,
  locale: string,
  names: GroupNames,
): Line[] {
  if (!grouped) return rows.map((row, index) => ({ row, index }));
  const lines: Line[] = [];
  let last: string | null = null;
  let earliest = Infinity;
  let until = Infinity;
  for (const [index, row] of rows.entries()) {
    const at = momentOf(row).valueOf();
    if (at < until) {
      // Only the first of a day can open a group: a long list asks for few dates in words.
      earliest = Math.min(earliest, at);
      until = dayOf(new Date(earliest));
      const heading = groupOf(new Date(earliest), now, locale, names);
      if (heading !== last) lines.push({ heading });
      last = heading;
    }
    lines.push({ row, index });
  }
  return lines;
}

function groupOf(at: Date, now: Date, locale: string, names: GroupNames): string {
  const days = daysBetween(at, now);
  if (days < 0) return names.ahead;
  if (days === 0) return names.today;
  if (days === 1) return names.yesterday;
  if (days < 7) return names.thisWeek;
  return month(at, now, locale);
}
