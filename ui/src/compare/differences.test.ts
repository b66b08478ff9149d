// @vitest-environment node
import { describe, expect, it } from "vitest";

import { emptyContent } from "../platform/fake/desk";
import { bodyOf } from "../platform/fake/text";
import type { Content } from "../platform/bindings/Content";
import { differences, isSame, wordCounts, type Compared } from "./differences";
import { piecesOf } from "./pieces";

const content = (change: Partial<Content>): Content => ({
  ...emptyContent("news", "en-GB"),
  ...change,
});

/** Each piece on a line: `[-gone-]`, `{+new+}`. */
function said(compared: Compared[]): string[] {
  return compared.map(({ runs }) =>
    runs
      .map(({ is, words }) => {
        const text = words.map(({ text }) => text).join("");
        return { same: text, gone: `[-${text}-]`, new: `{+${text}+}` }[is];
      })
      .join(""),
  );
}

const compare = (before: Partial<Content>, after: Partial<Content>): string[] =>
  said(
    differences(piecesOf(content(before), null), piecesOf(content(after), null)).filter(
      (compared) => !isSame(compared),
    ),
  );

describe("two texts", () => {
  it("are the same when nothing was changed", () => {
    const body = bodyOf("The pilot boat sails.\n\nIt is new.");
    expect(compare({ body }, { body })).toEqual([]);
  });

  it("differ in words, not in letters", () => {
    expect(
      compare(
        { body: bodyOf("The pilot boat sails on Monday.") },
        { body: bodyOf("The new pilot boat sails on Tuesday.") },
      ),
    ).toEqual(["The {+new +}pilot boat sails on [-Monday-]{+Tuesday+}."]);
  });

  it("show changed neighbours as one change", () => {
    expect(
      compare(
        { body: bodyOf("We thank the harbour master for the quick help.") },
        { body: bodyOf("We thank our fire brigade for the quick help.") },
      ),
    ).toEqual(["We thank [-the harbour master-]{+our fire brigade+} for the quick help."]);
  });

  it("keep their paragraphs beside each other when one comes in between", () => {
    expect(
      compare(
        { body: bodyOf("One boat.\n\nThree boats.") },
        { body: bodyOf("One boat.\n\nA word about ferries.\n\nThree boats.") },
      ),
    ).toEqual(["{+A word about ferries.+}"]);
  });

  it("show a paragraph that has nothing in common as gone and new", () => {
    expect(
      compare({ body: bodyOf("Herring quota raised.") }, { body: bodyOf("Museum shut today") }),
    ).toEqual(["[-Herring quota raised.-]", "{+Museum shut today+}"]);
  });

  it("differ in headline, place and date", () => {
    expect(
      compare(
        { headline: "Pilot boat named", place: "Vestmark", date: "2026-10-14" },
        { headline: "Pilot boat christened", place: "Holm", date: "2026-10-15" },
      ),
    ).toEqual([
      "Pilot boat [-named-]{+christened+}",
      "[-Vestmark-]{+Holm+}",
      "[-14-]{+15+} October 2026",
    ]);
  });

  it("differ in filing", () => {
    const before = piecesOf(content({}), { section: "News", tags: ["harbour"] });
    const after = piecesOf(content({}), { section: "News", tags: ["harbour", "rescue"] });
    expect(said(differences(before, after)).at(-1)).toBe("harbour{+, rescue+}");
  });

  it("differ when only the emphasis does", () => {
    const body = (marks: NodeJson[]): BodyJson => ({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "It sails " },
            { type: "text", text: "today", marks },
          ],
        },
      ],
    });
    expect(compare({ body: body([]) }, { body: body([{ type: "strong" }]) })).toEqual([
      "It sails [-today-]{+today+}",
    ]);
    // A comment stands on words without being part of them.
    const commented = body([{ type: "comment", attrs: { id: "a" } }]);
    expect(compare({ body: body([]) }, { body: commented })).toEqual([]);
  });
});

it("counts words, not signs", () => {
  const before = piecesOf(content({ body: bodyOf("The boat sails.") }), null);
  const after = piecesOf(content({ body: bodyOf("The new boat, sails!") }), null);
  expect(wordCounts(differences(before, after))).toEqual({ gone: 0, come: 1 });
});
