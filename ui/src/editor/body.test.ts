// The corpus of bodies through the schema and back: what comes in goes out again.

import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

import { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";

import { bodyOf, documentOf } from "./body";
import { passages, passageText } from "./passages";
import { schema } from "./schema";

const corpus = resolve(import.meta.dirname, "../../../tests/corpora");

const bodies = readdirSync(`${corpus}/bodies`).map((file) => ({
  name: file.replace(/\.json$/, ""),
  body: JSON.parse(readFileSync(`${corpus}/bodies/${file}`, "utf8")) as BodyJson,
}));

/** Bodies that ProseMirror cannot take as they are: what is unknown in them is kept in atoms. */
const kept = /^(unknown|refused)-|^empty$/;

describe.each(bodies)("$name", ({ name, body }) => {
  test("comes out as it went in", () => {
    const doc = documentOf(body);
    doc.check();
    expect(bodyOf(doc)).toEqual(body);
  });

  test.runIf(!kept.test(name))("is what ProseMirror itself reads", () => {
    const doc = Node.fromJSON(schema, body);
    doc.check();
    expect(documentOf(body).eq(doc)).toBe(true);
  });

  test.runIf(kept.test(name))("is refused by ProseMirror as it is", () => {
    expect(() => Node.fromJSON(schema, body).check()).toThrow();
  });

  // An empty body has no passage; the editor shows one line to write in.
  test.runIf(name !== "empty")("has the passages that the checks count", () => {
    const expected = JSON.parse(readFileSync(`${corpus}/passages.json`, "utf8")) as Record<
      string,
      string[]
    >;
    const texts = passages(documentOf(body)).map(({ node }) => passageText(node));
    const counted = expected[name] ?? [];
    expect(texts).toHaveLength(counted.length);
    texts.forEach((text, i) => {
      if (text !== null) expect(text).toBe(counted[i]);
    });
  });
});

describe("what the model and the schema read alike", () => {
  const roundTrip = (...content: NodeJson[]) => bodyOf(documentOf({ type: "doc", content }));

  test("marks are written by rank, whatever order they came in", () => {
    const body = roundTrip({
      type: "paragraph",
      content: [
        {
          type: "text",
          text: "x",
          marks: [
            { type: "strong" },
            { type: "link", attrs: { href: "https://vestmark.example" } },
          ],
        },
      ],
    });
    expect(body.content?.[0]?.content?.[0]?.marks?.map(({ type }) => type)).toEqual([
      "link",
      "strong",
    ]);
  });

  test("runs of text under the same marks become one", () => {
    const text = (text: string): NodeJson => ({ type: "text", text });
    const body = roundTrip({ type: "paragraph", content: [text("a"), text(""), text("b")] });
    expect(body.content?.[0]?.content).toEqual([text("ab")]);
  });

  test("an item, a cell and a quotation without text get a line to write in", () => {
    const body = roundTrip(
      { type: "bullet_list", content: [{ type: "list_item" }] },
      { type: "quotation", attrs: { speaker: "A", position: "" } },
    );
    expect(body.content?.[0]?.content?.[0]?.content).toEqual([{ type: "paragraph" }]);
    expect(body.content?.[1]?.content).toEqual([{ type: "paragraph" }]);
  });

  test("a list without items and a table without rows are kept as they came", () => {
    const body: NodeJson[] = [
      { type: "bullet_list" },
      { type: "table", attrs: { caption: "x" } },
      { type: "ordered_list", attrs: { start: -1 }, content: [{ type: "list_item" }] },
    ];
    expect(roundTrip(...body).content).toEqual(body);
  });

  test("names that only the schema uses are nothing special from outside", () => {
    const body: NodeJson[] = [
      { type: "unknown_block", attrs: { json: 1 } },
      { type: "doc", content: [{ type: "paragraph" }] },
      {
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "unknown_mark" }] }],
      },
    ];
    expect(roundTrip(...body).content).toEqual(body);
  });

  test("a table that would not fit in memory is kept, not drawn", () => {
    const cell = { type: "table_cell", attrs: { colspan: 1e9, rowspan: 1 } };
    const table: NodeJson = { type: "table", content: [{ type: "table_row", content: [cell] }] };
    expect(documentOf({ type: "doc", content: [table] }).firstChild?.type.name).toBe(
      "unknown_block",
    );
  });
});
