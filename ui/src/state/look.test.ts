// @vitest-environment node
import { describe, expect, it } from "vitest";

import { fitted } from "./look.svelte";

const widths = { rail: 212, list: 316, inspector: 400 };
const ALL = ["rail", "list", "inspector"] as const;

describe("the panes", () => {
  it("have their own widths where the paper has room", () => {
    expect(fitted(widths, ALL, 1440)).toEqual(widths);
  });

  it("give to the paper in proportion to what they have to give", () => {
    const { rail, list, inspector } = fitted(widths, ALL, 1280);
    expect(1280 - rail - list - inspector).toBeGreaterThanOrEqual(479);
    expect(rail).toBeGreaterThanOrEqual(168);
    expect(list).toBeGreaterThanOrEqual(260);
    expect(inspector).toBeGreaterThanOrEqual(320);
  });

  it("never get narrower than their least", () => {
    expect(fitted(widths, ALL, 700)).toEqual({ rail: 168, list: 260, inspector: 320 });
  });

  it("do not give for a pane that is not beside them", () => {
    expect(fitted(widths, ["list"], 800)).toMatchObject({ list: 316 });
  });
});
