// @vitest-environment node
import { describe, expect, it } from "vitest";

import { embargoChoices, readDate, readEmbargo } from "./dates";

const TODAY = new Date("2026-10-14T12:00:00Z");

describe("the invented desk", () => {
  it("reads dates as they are typed", () => {
    for (const typed of ["25 jul", "25 July 2026", "25.7.2026", "2026-07-25", "Saturday 25 july"]) {
      expect(readDate(typed, TODAY)).toBe("2026-07-25");
    }
    for (const typed of ["soon", "31 June 2026", ""]) expect(readDate(typed, TODAY)).toBeNull();
  });

  it("reads an embargo in its zone, and refuses what a clock change makes doubtful", () => {
    expect(readEmbargo("2026-10-15 00:01 Europe/Oslo").until).toBe("2026-10-14T22:01:00.000Z");
    expect(readEmbargo("2026-10-26 02:30 Europe/Oslo").until).toBe("2026-10-26T01:30:00.000Z");
    expect(() => readEmbargo("2026-10-25 02:30 Europe/Oslo")).toThrow(
      expect.objectContaining({ message: expect.stringContaining("happens twice") }) as Error,
    );
    expect(() => readEmbargo("2026-03-29 02:30 Europe/Oslo")).toThrow(
      expect.objectContaining({ message: expect.stringContaining("does not exist") }) as Error,
    );
  });

  it("proposes what may be meant by a time that a clock change spoils", () => {
    const choices = (text: string) => embargoChoices(text).map(({ moment }) => moment.until);
    expect(choices("2026-10-25 02:30 Europe/Oslo")).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
    expect(choices("2026-03-29 02:30 Europe/Oslo")).toEqual([
      "2026-03-29T00:59:00.000Z",
      "2026-03-29T01:00:00.000Z",
    ]);
  });
});
