// That somebody has a comment on these words. What they say is kept by the desk, under the mark's id.

import type { MarkPart } from "../part";

export const comment: MarkPart = {
  spec: {
    attrs: { id: { validate: "string" } },
    inclusive: false,
    // Comments of several readers can stand on the same words.
    excludes: "",
    parseDOM: [
      {
        tag: "mark[data-thread]",
        getAttrs: ({ dataset }) => ({ id: dataset["thread"] ?? "" }),
      },
    ],
    toDOM: (mark) => ["mark", { class: "commented", "data-thread": mark.attrs["id"] as string }, 0],
  },
};
