import { expect, it } from "vitest";

import { quotationsOf } from "./quotations";

const paragraph = (...texts: string[]) => ({
  type: "paragraph",
  content: texts.map((text) => ({ type: "text", text })),
});

it("finds every quotation with its speaker and its very words", () => {
  const body = {
    type: "doc",
    content: [
      paragraph("The fairway is open."),
      {
        type: "quotation",
        attrs: { speaker: " Anna Berg ", position: "Pilot" },
        content: [paragraph("It ", "holds."), paragraph("It will hold.")],
      },
      { type: "quotation", attrs: {}, content: [paragraph("Who said this?")] },
      { type: "quotation", attrs: { speaker: "Nobody" }, content: [{ type: "paragraph" }] },
    ],
  };
  expect(quotationsOf(body as BodyJson)).toEqual([
    { speaker: "Anna Berg", words: "It holds.\nIt will hold." },
    { speaker: "", words: "Who said this?" },
  ]);
});

it("leaves out what is only suggested", () => {
  const suggested = { type: "insertion", attrs: { id: "s1", by: "Bo", at: "" } };
  const line = paragraph("It holds.");
  line.content.push({ type: "text", text: " Forever.", marks: [suggested] } as never);
  const body = {
    type: "doc",
    content: [{ type: "quotation", attrs: { speaker: "Anna Berg" }, content: [line] }],
  };
  expect(quotationsOf(body as BodyJson)).toEqual([{ speaker: "Anna Berg", words: "It holds." }]);
});
