// @vitest-environment node
import { describe, expect, it } from "vitest";

import { complete } from "./completion";

const FILTERS = {
  tag: [{ value: "rescue" }, { value: "winter traffic" }, { value: "traffic" }],
  stage: [
    { value: "draft", hint: "Brouillon" },
    { value: "review", hint: "En relecture" },
  ],
  before: [{ value: "this-month", hint: "1 November 2026" }],
  section: [{ value: "News" }],
};

const offered = (text: string, caret = text.length): string[] =>
  complete(text, caret, FILTERS).offered.map(({ text }) => text);

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
    expect(offered("before:")).toEqual(["before:this-month "]);
  });

  it("says what a value means, and finds it by that", () => {
    expect(complete("stage:d", 7, FILTERS).offered).toEqual([
      { text: "stage:draft ", hint: "Brouillon" },
    ]);
    expect(offered("stage:brou")).toEqual(["stage:draft "]);
  });

  it("completes a name of several words inside its quotation marks", () => {
    expect(offered('tag:"winter tr')).toEqual(['tag:"winter traffic" ']);
  });

  it("completes the piece in which the caret stands and leaves the rest alone", () => {
    const text = "ferry tag:re stage:draft";
    const offered = [{ text: "tag:rescue ", hint: "" }];
    expect(complete(text, 12, FILTERS)).toEqual({ from: 6, to: 12, offered });
  });
});
