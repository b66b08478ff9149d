// Types of the schema by name, for parts: the schema is made of them, so they cannot import it.

import type { MarkType, NodeType, Schema } from "prosemirror-model";

import type { MarkName, NodeName } from "./schema";

/** The node type of that name. */
export function nodeType(schema: Schema, name: NodeName): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`The schema has no node “${name}”.`);
  return type;
}

/** The mark type of that name. */
export function markType(schema: Schema, name: MarkName): MarkType {
  const type = schema.marks[name];
  if (!type) throw new Error(`The schema has no mark “${name}”.`);
  return type;
}
