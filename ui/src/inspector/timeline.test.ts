// @vitest-environment node
import { expect, it } from "vitest";

import type { Event, ExportRecord, RevisionInfo } from "../platform";
import { timeline } from "./timeline";

it("tells revisions, steps and exports in one line of time, the latest first", () => {
  const at = (minute: number) => ({ at: `2026-10-14T09:${String(minute).padStart(2, "0")}:00Z` });
  const moments = timeline(
    [at(20), at(5), at(1)] as RevisionInfo[],
    [at(10), at(20)] as Event[],
    [at(30)] as ExportRecord[],
  );
  expect(moments.map(({ sort, at }) => `${at.slice(14, 16)} ${sort}`)).toEqual([
    "30 export",
    "20 event",
    "20 revision",
    "10 event",
    "05 revision",
    "01 revision",
  ]);
});
