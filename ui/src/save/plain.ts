/** A release as bare text, for when it cannot be saved and has to be carried out by hand. */
import type { Content } from "../platform/bindings/Content";
import { stands } from "../platform/stands";

export function plainTextOf(content: Content): string {
  const { headline, subhead, place, date, body, notes, boilerplates, contacts } = content;
  const parts = [
    headline,
    subhead,
    [place, date].filter(Boolean).join(", "),
    blocksOf(body),
    blocksOf(notes),
    ...boilerplates.map(({ title, text }) => [title, text].filter(Boolean).join("\n")),
    ...contacts.map(({ name, role, phone, email, hours }) =>
      [name, role, phone, email, hours].filter(Boolean).join(", "),
    ),
  ];
  return parts.filter(Boolean).join("\n\n") + "\n";
}

/** Blocks are separated by empty lines; what has words in attributes says those too. */
function blocksOf(node: BodyJson | NodeJson): string {
  const attrs = "attrs" in node ? Object.values(node.attrs ?? {}) : [];
  const said = attrs.filter((value): value is string => typeof value === "string" && value !== "");
  const inline = (node.content ?? []).every(({ type }) => type === "text" || type === "hard_break");
  if (inline) {
    const text = (node.content ?? [])
      .filter(stands)
      .map(({ text }) => text ?? "\n")
      .join("");
    return [text, ...said].filter(Boolean).join("\n");
  }
  return [...(node.content ?? []).map(blocksOf), ...said].filter(Boolean).join("\n\n");
}
