/**
 * Where each line of the list stands. Lines have one of three heights, whatever they say, so that a
 * line has its place before it was ever drawn.
 */
import type { Line } from "./lines";

/** Pixels, at the normal size of the interface. */
const HEADING = 36;
const ROW = 81;
/** A release that was found by its text, with the passage: two lines more. */
const PASSAGE = 42;

/** The heights of lines in whole pixels: edges of lines are sharp, and their sums exact. */
export class Heights {
  readonly heading: number;
  readonly row: number;
  readonly found: number;

  constructor(scale: number) {
    this.heading = Math.round(HEADING * scale);
    this.row = Math.round(ROW * scale);
    this.found = Math.round((ROW + PASSAGE) * scale);
  }

  of(line: Line): number {
    if ("heading" in line) return this.heading;
    return line.row.snippet ? this.found : this.row;
  }
}

/** The upper edge of each line in pixels, and after the last one the lower edge of all. */
export function edgesOf(lines: readonly Line[], heights: Heights): number[] {
  const edges = [0];
  let edge = 0;
  for (const line of lines) edges.push((edge += heights.of(line)));
  return edges;
}

/** The line at a height: the first one above all, the number of lines below all. */
export function lineAt(edges: readonly number[], y: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle + 1] ?? Infinity) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}
