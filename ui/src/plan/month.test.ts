import { describe, expect, it } from "vitest";

import { dayKey } from "../platform/day";
import { addMonths, daysOf, monthName } from "./month";

describe("a month", () => {
  it("is shown in whole weeks from Monday", () => {
    const days = daysOf(new Date(2026, 7, 1)).map(dayKey);
    expect(days).toHaveLength(42);
    expect([days[0], days[5], days.at(-1)]).toEqual(["2026-07-27", "2026-08-01", "2026-09-06"]);
    expect(daysOf(new Date(2027, 1, 1)).map(dayKey)).toHaveLength(28);
  });

  it("has every day once, clock changes or not", () => {
    for (let month = 0; month < 12; month += 1) {
      const days = daysOf(new Date(2026, month, 1)).map(dayKey);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it("is followed and named", () => {
    expect(dayKey(addMonths(new Date(2026, 11, 31), 1))).toBe("2027-01-01");
    expect(dayKey(addMonths(new Date(2026, 2, 31), -1))).toBe("2026-02-01");
    expect(monthName(new Date(2026, 6, 1), "fr")).toBe("Juillet 2026");
  });
});
