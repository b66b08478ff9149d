/** Bodies of the invented desk, written as plain paragraphs. */
import { stands } from "../stands";

/** `## ` makes a heading, `> ` a quotation (`speaker | position | words`), `- ` a list item. */
export function bodyOf(source: string): BodyJson {
  const blocks: NodeJson[] = [];
  for (const part of source.trim().split(/\n\s*\n/)) {
    const text = part.replace(/\s+/g, " ").trim();
    if (text.startsWith("## ")) {
      blocks.push({ type: "heading", attrs: { level: 2 }, content: inline(text.slice(3)) });
    } else if (text.startsWith("> ")) {
      const [speaker = "", position = "", words = ""] = text.slice(2).split(" | ");
      blocks.push({
        type: "quotation",
        attrs: { speaker, position },
        content: [{ type: "paragraph", content: inline(words) }],
      });
    } else if (text.startsWith("- ")) {
      const items = part.trim().split(/\n\s*- |^- /);
      blocks.push({
        type: "bullet_list",
        content: items
          .filter((item) => item.trim())
          .map((item) => ({
            type: "list_item",
            content: [{ type: "paragraph", content: inline(item.trim()) }],
          })),
      });
    } else if (text) {
      blocks.push({ type: "paragraph", content: inline(text) });
    }
  }
  return { type: "doc", content: blocks };
}

/** The plain text of a body, a passage a line. */
export function textOf(body: BodyJson): string {
  return passagesOf(body).join("\n");
}

/** The passages that findings count: every paragraph, heading and figure in document order. */
export function passagesOf(node: BodyJson | NodeJson): string[] {
  if (node.type === "paragraph" || node.type === "heading") return [inlineText(node)];
  if (node.type === "figure") return [String((node as NodeJson).attrs?.["caption"] ?? "")];
  return (node.content ?? []).flatMap(passagesOf);
}

/** How many suggestions are open in a text. */
export function suggestionsIn(...bodies: (BodyJson | NodeJson)[]): number {
  const ids = new Set<unknown>();
  const look = (node: BodyJson | NodeJson): void => {
    for (const { type, attrs } of "marks" in node ? (node.marks ?? []) : [])
      if (type === "insertion" || type === "deletion") ids.add(attrs?.["id"]);
    (node.content ?? []).forEach(look);
  };
  bodies.forEach(look);
  return ids.size;
}

function inlineText(node: BodyJson | NodeJson): string {
  return (node.content ?? [])
    .filter(stands)
    .map((child) => child.text ?? (child.type === "hard_break" ? "\n" : "\uFFFC"))
    .join("");
}

function inline(text: string): NodeJson[] {
  return text ? [{ type: "text", text }] : [];
}
