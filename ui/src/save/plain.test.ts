// @vitest-environment node
import { expect, it } from "vitest";

import { emptyContent } from "../platform/fake/desk";
import { plainTextOf } from "./plain";

const paragraph = (text: string): NodeJson => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});

it("carries every word of a release out", () => {
  const content = {
    ...emptyContent("news", "en"),
    headline: "Quay opens",
    subhead: "A day early",
    place: "Vestmark",
    date: "2026-07-25",
    body: {
      type: "doc" as const,
      content: [
        paragraph("The quay opens."),
        {
          type: "bullet_list",
          content: [{ type: "list_item", content: [paragraph("First"), paragraph("Second")] }],
        },
        {
          type: "quotation",
          attrs: { speaker: "Marit Aasen", position: "Harbour master" },
          content: [paragraph("At last.")],
        },
        { type: "figure", attrs: { image: "a1", alt: "A quay", caption: "The quay", credit: "" } },
      ],
    },
    contacts: [
      { id: 1, name: "Desk", role: "", phone: "+47 1", email: "", hours: "", valid_until: null },
    ],
  };
  expect(plainTextOf(content)).toBe(
    "Quay opens\n\nA day early\n\nVestmark, 2026-07-25\n\nThe quay opens.\n\nFirst\n\nSecond\n\n" +
      "At last.\n\nMarit Aasen\n\nHarbour master\n\na1\nA quay\nThe quay\n\nDesk, +47 1\n",
  );
});
