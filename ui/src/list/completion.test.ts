// @vitest-environment node
import { describe, expect, it } from "vitest";

import { complete } from "./completion";

const FILTERS = {
  tag: ["rescue", "winter traffic", "traffic"],
  stage: ["draft", "review"],
  before: [],
  section: ["News"],
};

const offered = (text: string, caret = text.length): string[] =>
  complete(text, caret, FILTERS).offered;

describe("a search", () => {
  it("completes the name of a filter", () => {
    expect(offered("ta")).toEqual(["tag:"]);
    expect(offered("ferry se")).toEqual(["section:"]);
    expect(offered("-ta")).toEqual(["-tag:"]);
    expect(offered("t")).toEqual([]);
    expect(offered("harbour")).toEqual([]);
  });

  it("completes what a filter can be followed by, those that begin so first", () => {
    expect(offered("tag:")).toEqual(["tag:rescue ", 'tag:"winter traffic" ', "tag:traffic "]);
    expect(offered("tag:tr")).toEqual(["tag:traffic ", 'tag:"winter traffic" ']);
    expect(offered("Stage:d")).toEqual(["Stage:draft "]);
    expect(offered("tag:rescue")).toEqual([]);
    expect(offered("before:2026")).toEqual([]);
    expect(offered("nothing:x")).toEqual([]);
  });

  it("completes a name of several words inside its quotation marks", () => {
    expect(offered('tag:"winter tr')).toEqual(['tag:"winter traffic" ']);
  });

  it("completes the piece in which the caret stands and leaves the rest alone", () => {
    const text = "ferry tag:re stage:draft";
    expect(complete(text, 12, FILTERS)).toEqual({ from: 6, to: 12, offered: ["tag:rescue "] });
  });
});
