// @vitest-environment node
import { describe, expect, it } from "vitest";

import type { Row } from "../platform";
import { en } from "../words/en";
import { linesByStage, linesOf, type Line } from "./lines";
import { age } from "./when";

// A Thursday, at noon local time.
const NOW = new Date(2026, 9, 15, 12, 0);
const NAMES = { ahead: "Ahead", today: "Today", yesterday: "Yesterday", thisWeek: "This week" };

let last = 0;
function row(date: string | null, modified = new Date(2026, 9, 15, 9, 30).toISOString()): Row {
  return {
    id: ++last,
    headline: "",
    kind: "news",
    language: "en",
    section: "",
    tags: [],
    stage: "released",
    trashed: false,
    embargo: null,
    date,
    modified,
    reference: null,
    release_at: null,
    headline_marks: [],
    snippet: null,
    marks: [],
  };
}

const told = (lines: Line[]): string[] =>
  lines.map((line) => ("heading" in line ? line.heading : `row ${line.index}`));
const said = (rows: Row[], grouped = true): string[] =>
  told(linesOf(rows, grouped, NOW, "en-GB", NAMES));

describe("the list", () => {
  it("puts releases under their day, and under their month when it is past", () => {
    const dates = ["2026-10-15", "2026-10-14", "2026-10-10", "2026-09-28", "2025-12-01"];
    expect(said(dates.map((date) => row(date)))).toEqual([
      ...["Today", "row 0", "Yesterday", "row 1", "This week", "row 2"],
      ...["September", "row 3", "December 2025", "row 4"],
    ]);
  });

  it("says what is dated ahead of today", () => {
    expect(said([row("2026-10-20"), row("2026-10-15")])).toEqual([
      ...["Ahead", "row 0", "Today", "row 1"],
    ]);
  });

  it("keeps a draft without a date in the group in which it stands", () => {
    expect(said([row("2026-10-14"), row(null), row("2026-10-14")])).toEqual([
      ...["Yesterday", "row 0", "row 1", "row 2"],
    ]);
  });

  it("has the stages in the order of the workflow, also when one has fallen back since", () => {
    const stages = ["draft", "review", "approved", "draft", "approved", "released"] as const;
    const rows = stages.map((stage) => ({ ...row(null), stage }));
    const names = en.stages;
    expect(told(linesByStage(rows, names))).toEqual([
      ...["Draft", "row 0", "In review", "row 1", "Approved", "row 2", "row 3", "row 4"],
      ...["Released", "row 5"],
    ]);
  });

  it("has no headings where it is not sorted by time", () => {
    expect(said([row("2026-09-01"), row("2026-10-15")], false)).toEqual(["row 0", "row 1"]);
  });
});

describe("an age", () => {
  it("is the finer the nearer it is", () => {
    const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts);
    expect(age(at(2026, 9, 15, 9, 5), NOW, "en-GB")).toBe("09:05");
    expect(age(at(2026, 9, 12), NOW, "en-GB")).toBe("Mon");
    expect(age(at(2026, 9, 19), NOW, "en-GB")).toBe("Mon");
    expect(age(at(2026, 8, 28), NOW, "en-GB")).toBe("28 Sept");
    expect(age(at(2024, 8, 28), NOW, "en-GB")).toBe("28 Sept 2024");
  });

  it("counts days on the calendar, not in hours", () => {
    const justBefore = new Date(2026, 9, 14, 23, 59);
    const justAfter = new Date(2026, 9, 15, 0, 1);
    expect(age(justBefore, justAfter, "en-GB")).toBe("Wed");
  });
});
