// What may stand in notes to editors: paragraphs and lists. What is pasted there is made so.

import { Fragment, Slice, type Node } from "prosemirror-model";

import { nodeType } from "./types";

/** A pasted slice with everything else turned into paragraphs; no word is left out. */
export function asNotes(slice: Slice): Slice {
  let plain = true;
  slice.content.forEach((node) => (plain &&= fits(node)));
  if (plain) return slice;
  const blocks: Node[] = [];
  slice.content.forEach((node) => blocks.push(...flattened(node)));
  return Slice.maxOpen(Fragment.from(blocks));
}

function fits(node: Node): boolean {
  return (
    node.isInline ||
    ["paragraph", "bullet_list", "ordered_list", "list_item", "unknown_block"].includes(
      node.type.name,
    )
  );
}

function flattened(node: Node): Node[] {
  if (fits(node)) return [node];
  const { schema } = node.type;
  const paragraph = (content: Fragment) => nodeType(schema, "paragraph").create(null, content);
  const said = (text: string) => (text ? [paragraph(Fragment.from(schema.text(text)))] : []);
  const children: Node[] = [];
  node.forEach((child) => children.push(child));
  switch (node.type.name) {
    case "heading":
      return [paragraph(node.content)];
    case "quotation": {
      const { speaker, position } = node.attrs as { speaker: string; position: string };
      const by = [speaker, position].filter(Boolean).join(", ");
      return [...children, ...said(by && `— ${by}`)];
    }
    case "figure": {
      const { caption, credit } = node.attrs as { caption: string; credit: string };
      return said([caption, credit].filter(Boolean).join(" "));
    }
    case "table":
      return [...said(node.attrs["caption"] as string), ...children.flatMap(flattened)];
    case "table_row":
      return said(children.map((cell) => cell.textBetween(0, cell.content.size, " ")).join(" | "));
    default:
      return [];
  }
}
