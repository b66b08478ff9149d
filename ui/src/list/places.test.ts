// @vitest-environment node
import { describe, expect, it } from "vitest";

import type { Row } from "../platform";
import type { Line } from "./lines";
import { edgesOf, Heights, lineAt } from "./places";

const row = (snippet: string | null): Line => ({ row: { snippet } as Row, index: 0 });
const heights = new Heights(1);

describe("the places of lines", () => {
  it("follow one another without a gap, whatever the lines are", () => {
    const lines: Line[] = [{ heading: "Today" }, row(null), row("…the quay…"), row(null)];
    const edges = edgesOf(lines, heights);
    expect(edges).toHaveLength(lines.length + 1);
    for (const [nth, line] of lines.entries()) {
      expect((edges[nth + 1] ?? NaN) - (edges[nth] ?? NaN)).toBe(heights.of(line));
    }
  });

  it("are found again at every height", () => {
    const edges = edgesOf([{ heading: "Today" }, row(null), row("…the quay…")], heights);
    const [first = NaN, second = NaN, third = NaN, end = NaN] = edges;
    expect(lineAt(edges, -500)).toBe(0);
    expect(lineAt(edges, first)).toBe(0);
    expect(lineAt(edges, second - 1)).toBe(0);
    expect(lineAt(edges, second)).toBe(1);
    expect(lineAt(edges, third)).toBe(2);
    expect(lineAt(edges, end - 1)).toBe(2);
    expect(lineAt(edges, end)).toBe(3);
    expect(lineAt(edges, end + 500)).toBe(3);
    expect(lineAt([0], 10)).toBe(0);
  });

  it("are whole pixels at every size of the interface", () => {
    for (const scale of [0.925, 1, 1.125, 1.25]) {
      const { heading, row, found } = new Heights(scale);
      for (const height of [heading, row, found]) expect(Number.isInteger(height)).toBe(true);
    }
  });
});
