/** Find and replace across the invented desk's releases. */
import type { Content } from "../bindings/Content";
import type { Find } from "../bindings/Find";
import type { Hit } from "../bindings/Hit";
import type { Slot } from "../bindings/Slot";

const AROUND = 40;

/** Every hit in reading order; with words to put in, the content that has them in the chosen. */
export function sweep(
  find: Find,
  content: Content,
  put: { with: string; chosen: Set<number> } | null = null,
): { hits: Hit[]; content: Content } {
  const hits: Hit[] = [];
  const text = find.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const whole = find.whole_word ? [`(?<![\\p{L}\\p{N}])`, `(?![\\p{L}\\p{N}])`] : ["", ""];
  const pattern = new RegExp(whole.join(text), find.match_case ? "gu" : "giu");
  const line = (slot: Slot, line: string): string =>
    find.text
      ? line.replace(pattern, (found: string, at: number) => {
          const before = line.slice(Math.max(0, at - AROUND), at);
          const after = line.slice(at + found.length, at + found.length + AROUND);
          hits.push({ slot, before, found, after });
          return put?.chosen.has(hits.length - 1) ? put.with : found;
        })
      : line;
  const body = (slot: Slot, body: BodyJson): BodyJson => ({
    ...body,
    content: body.content?.map((node) => walk(slot, node)) ?? [],
  });
  const walk = (slot: Slot, node: NodeJson): NodeJson => ({
    ...node,
    ...(node.text !== undefined && { text: line(slot, node.text) }),
    ...(node.content && { content: node.content.map((child) => walk(slot, child)) }),
  });
  const changed = {
    ...content,
    headline: line("headline", content.headline),
    subhead: line("subhead", content.subhead),
    place: line("place", content.place),
    body: body("body", content.body),
    notes: body("notes", content.notes),
  };
  return { hits, content: changed };
}
