import { Slice } from "prosemirror-model";
import { expect, test } from "vitest";

import { bodyOf, documentOf } from "./body";
import { asNotes } from "./notes";
import { schema } from "./schema";
import { figure, h, li, p, quote, row, table, td, th, ul } from "./testing";

function flattened(...content: NodeJson[]): NodeJson[] {
  const slice = asNotes(new Slice(documentOf({ type: "doc", content }).content, 0, 0));
  return bodyOf(schema.node("doc", null, slice.content)).content ?? [];
}

test("paragraphs and lists stay as they are", () => {
  const blocks = [p("a"), ul(li(p("b"), ul(li(p("c")))))];
  expect(flattened(...blocks)).toEqual(blocks);
});

test("all else becomes paragraphs, without losing a word", () => {
  expect(
    flattened(
      h(2, "Head"),
      quote("Ane", "Master", p("a"), p("b")),
      table("Cap", row(th(p("A")), th(p("B"))), row(td(p("1"), p("2")), td(p("3")))),
      figure({ caption: "Pic", credit: "Me" }),
      { type: "divider" },
    ),
  ).toEqual([
    p("Head"),
    p("a"),
    p("b"),
    p("— Ane, Master"),
    p("Cap"),
    p("A | B"),
    p("1 2 | 3"),
    p("Pic Me"),
  ]);
});
