// Between the JSON that the desk keeps and the editor's document.
//
// Invariant: whatever comes in goes out again. What the schema knows becomes its node; what it does
// not know, or would refuse, is kept whole in an atom (nodes/unknown.ts) and comes back as it came.

import { Fragment, Mark, type Node, type NodeType } from "prosemirror-model";

import { schema, type MarkName, type NodeName } from "./schema";
import { markType, nodeType } from "./types";

/** The document of a body. Never fails: what cannot be shown is kept. */
export function documentOf(body: BodyJson): Node {
  const doc = nodeType(schema, "doc");
  return filled(doc, null, blocks(body.content ?? [], doc)) ?? doc.create(null, []);
}

/** The body of a document. An empty text is a body without blocks. */
export function bodyOf(doc: Node): BodyJson {
  const only = doc.childCount === 1 ? doc.firstChild : null;
  if (only?.type.name === "paragraph" && only.content.size === 0) return { type: "doc" };
  return { type: "doc", content: contentOf(doc) };
}

const blockNames = new Set<string>([
  "paragraph",
  "heading",
  "bullet_list",
  "ordered_list",
  "list_item",
  "quotation",
  "table",
  "table_row",
  "table_cell",
  "table_header",
  "figure",
  "divider",
] satisfies NodeName[]);

/** Whether a node of that name is a block of the model. */
export function isBlockName(name: string): boolean {
  return blockNames.has(name);
}

const markNames = new Set<string>([
  "link",
  "emphasis",
  "strong",
  "subscript",
  "superscript",
  "insertion",
  "deletion",
  "comment",
] satisfies MarkName[]);

function blocks(children: NodeJson[], parent: NodeType): Node[] {
  return children.map((json) => block(json, parent));
}

/** A block as its parent can hold it: its own node, or the atom that keeps it. */
function block(json: NodeJson, parent: NodeType): Node {
  const node = knownBlock(json);
  return node && parent.contentMatch.matchType(node.type) ? node : unknown("unknown_block", json);
}

function knownBlock(json: NodeJson): Node | null {
  if (!isBlockName(json.type)) return null;
  const type = nodeType(schema, json.type as NodeName);
  const children = json.content ?? [];
  const content = type.inlineContent ? line(children) : blocks(children, type);
  return content && filled(type, json.attrs ?? null, content);
}

/** The node, if the schema takes it. An item, cell or quotation without any text gets a line to write in. */
function filled(type: NodeType, attrs: NodeJson["attrs"] | null, content: Node[]): Node | null {
  const holdsParagraphs = type.contentMatch.matchType(nodeType(schema, "paragraph")) !== null;
  if (content.length === 0 && holdsParagraphs) content = [nodeType(schema, "paragraph").create()];
  try {
    const node = type.createChecked(attrs ?? null, Fragment.fromArray(content));
    node.check();
    return node;
  } catch {
    return null;
  }
}

/** The inline nodes of a text block; null when a block stands among them. */
function line(children: NodeJson[]): Node[] | null {
  const nodes: Node[] = [];
  for (const json of children) {
    if (isBlockName(json.type)) return null;
    if (json.type === "text" && json.text !== undefined) {
      if (json.text !== "") nodes.push(schema.text(json.text, marks(json.marks ?? [])));
    } else if (json.type === "hard_break") {
      nodes.push(nodeType(schema, "hard_break").create());
    } else {
      nodes.push(unknown("unknown_inline", json));
    }
  }
  return nodes;
}

function marks(list: NodeJson[]): readonly Mark[] {
  return list.reduce<readonly Mark[]>((set, json) => mark(json).addToSet(set), Mark.none);
}

function mark(json: NodeJson): Mark {
  if (markNames.has(json.type)) {
    const type = markType(schema, json.type as MarkName);
    const attrs = Object.keys(type.spec.attrs ?? {}).map(
      (key) => [key, json.attrs?.[key]] as const,
    );
    // A suggestion stays one however little is known of it; a link without an address is none.
    if (json.type !== "link")
      return type.create(
        Object.fromEntries(
          attrs.map(([key, value]) => [key, typeof value === "string" ? value : ""]),
        ),
      );
    if (attrs.every(([, value]) => typeof value === "string"))
      return type.create(Object.fromEntries(attrs));
  }
  return markType(schema, "unknown_mark").create({ json });
}

function unknown(name: "unknown_block" | "unknown_inline", json: NodeJson): Node {
  return nodeType(schema, name).create({ json });
}

function contentOf(node: Node): NodeJson[] {
  const content: NodeJson[] = [];
  node.forEach((child) => content.push(jsonOf(child)));
  return content;
}

/** Blocks that did not change since they were last asked for; a save reads those that did. */
const remembered = new WeakMap<Node, NodeJson>();

function jsonOf(node: Node): NodeJson {
  if (!node.isBlock) return readJson(node);
  let json = remembered.get(node);
  if (!json) remembered.set(node, (json = readJson(node)));
  return json;
}

function readJson(node: Node): NodeJson {
  switch (node.type.name as NodeName) {
    case "unknown_block":
    case "unknown_inline":
      return node.attrs["json"] as NodeJson;
    case "text":
      return node.marks.length > 0
        ? { type: "text", text: node.text ?? "", marks: node.marks.map(markJsonOf) }
        : { type: "text", text: node.text ?? "" };
    case "hard_break":
      // A break carries no marks, whatever the selection around it was given.
      return { type: "hard_break" };
    default: {
      const json: NodeJson = { type: node.type.name };
      const attrs = Object.entries(node.attrs).filter(([, value]) => value !== null);
      if (attrs.length > 0) json.attrs = Object.fromEntries(attrs);
      if (node.childCount > 0) json.content = contentOf(node);
      return json;
    }
  }
}

function markJsonOf(mark: Mark): NodeJson {
  if (mark.type.name === "unknown_mark") return mark.attrs["json"] as NodeJson;
  if (Object.keys(mark.attrs).length === 0) return { type: mark.type.name };
  return { type: mark.type.name, attrs: { ...mark.attrs } };
}
