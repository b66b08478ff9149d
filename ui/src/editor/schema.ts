// The schema: a mirror of the Rust `Body`, assembled from one file per node and mark.
//
// Invariant: names, attributes and the rank of the marks are those of the Rust model; the corpus in
// tests/corpora/bodies goes through both.

import { Schema, type MarkSpec, type NodeSpec } from "prosemirror-model";

import { comment } from "./marks/comment";
import { emphasis } from "./marks/emphasis";
import { link } from "./marks/link";
import { strong } from "./marks/strong";
import { subscript } from "./marks/subscript";
import { deletion, insertion } from "./marks/suggestion";
import { superscript } from "./marks/superscript";
import { unknownMark } from "./marks/unknown_mark";
import { bulletList } from "./nodes/bullet_list";
import { divider } from "./nodes/divider";
import { doc } from "./nodes/doc";
import { figure } from "./nodes/figure";
import { hardBreak } from "./nodes/hard_break";
import { heading } from "./nodes/heading";
import { listItem } from "./nodes/list_item";
import { orderedList } from "./nodes/ordered_list";
import { paragraph } from "./nodes/paragraph";
import { quotation } from "./nodes/quotation";
import { table, tableCell, tableHeader, tableRow } from "./nodes/table";
import { unknownBlock, unknownInline } from "./nodes/unknown";
import type { MarkPart, NodePart } from "./part";

/** The nodes, in the order in which ProseMirror prefers them where several would fit. */
export const nodeParts = {
  doc,
  paragraph,
  heading,
  bullet_list: bulletList,
  ordered_list: orderedList,
  list_item: listItem,
  quotation,
  table,
  table_row: tableRow,
  table_cell: tableCell,
  table_header: tableHeader,
  figure,
  divider,
  unknown_block: unknownBlock,
  text: { spec: { group: "inline" } },
  hard_break: hardBreak,
  unknown_inline: unknownInline,
} satisfies Record<string, NodePart>;

/** The marks by rank: the order in which they are written. */
export const markParts = {
  link,
  emphasis,
  strong,
  subscript,
  superscript,
  insertion,
  deletion,
  comment,
  unknown_mark: unknownMark,
} satisfies Record<string, MarkPart>;

export type NodeName = keyof typeof nodeParts;
export type MarkName = keyof typeof markParts;

export const schema = new Schema<NodeName, MarkName>({
  nodes: specs<NodeName, NodeSpec>(nodeParts),
  marks: specs<MarkName, MarkSpec>(markParts),
});

function specs<Name extends string, Spec>(parts: Record<Name, { spec: Spec }>): Record<Name, Spec> {
  const names = Object.keys(parts) as Name[];
  return Object.fromEntries(names.map((name) => [name, parts[name].spec])) as Record<Name, Spec>;
}
