// Changes that a second reader suggests: words to come in, and words to go out. They are marks, so
// that the text itself stays as it stands until somebody decides.

import type { MarkPart } from "../part";

export const insertion = suggestion("ins");
export const deletion = suggestion("del");

function suggestion(tag: "ins" | "del"): MarkPart {
  return {
    spec: {
      attrs: { id: { validate: "string" }, by: { validate: "string" }, at: { validate: "string" } },
      // What is written beside a suggestion is no part of it.
      inclusive: false,
      parseDOM: [
        {
          tag: `${tag}[data-suggestion]`,
          getAttrs: ({ dataset }) => ({
            id: dataset["suggestion"] ?? "",
            by: dataset["by"] ?? "",
            at: dataset["at"] ?? "",
          }),
        },
      ],
      toDOM: ({ attrs }) => {
        const { id, by, at } = attrs as { id: string; by: string; at: string };
        return [tag, { "data-suggestion": id, "data-by": by, "data-at": at, title: by }, 0];
      },
    },
  };
}
