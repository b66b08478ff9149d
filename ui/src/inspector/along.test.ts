import { describe, expect, it } from "vitest";

import { goTo, placeOf, topsIn, type Scrolled } from "./along";

/** Passages at these tops in so tall a whole, seen through a window of 100. */
function column(tops: number[], height: number): Scrolled & { top: number } {
  const scrolled = {
    top: 0,
    tops: () => tops,
    height: () => height,
    view: () => 100,
    at: () => scrolled.top,
    to: (top: number) => (scrolled.top = top),
  };
  return scrolled;
}

describe("a place", () => {
  it("is the same passage on both sides, however tall each is", () => {
    const text = column([50, 150, 350], 900);
    const page = column([200, 800, 1000], 3000);
    for (const [at, beside] of [
      [0, 0],
      [50, 200],
      [100, 500],
      [150, 800],
      [250, 900],
      [350, 1000],
      [800, 2900],
    ] as const) {
      text.top = at;
      goTo(page, placeOf(text));
      expect(page.top).toBeCloseTo(beside);
      goTo(text, placeOf(page));
      expect(text.top).toBeCloseTo(at);
    }
  });

  it("leaves out passages that one side does not have", () => {
    const text = column([50, 150, 250], 900);
    const page = column([100, -1, 500], 2000);
    text.top = 150;
    goTo(page, placeOf(text));
    expect(page.top).toBeCloseTo(300);
  });

  it("is the end where the other is at its end", () => {
    const text = column([50, 150, 860], 900);
    const page = column([100, 300, 1900], 2000);
    text.top = 800;
    goTo(page, placeOf(text));
    expect(page.top).toBe(1900);
  });
});

describe("passages in a page", () => {
  it("are found by their words, in order, behind a dateline too", () => {
    const page = new DOMParser().parseFromString(
      `<main><h1>Open</h1><p>Vestmark, 2 March – The harbour is open.</p><p>The  harbour</p></main>`,
      "text/html",
    );
    const found = topsIn(page, ["The harbour is open.", "Nowhere to be seen", "The harbour"]);
    expect(found.map((top) => top >= 0)).toEqual([true, false, true]);
  });
});
