// What the schema has no place for: kept whole as it came, shown as a quiet labelled box.
//
// Invariant: the JSON in the attribute is never looked into or changed; it leaves as it came.

import type { NodePart } from "../part";
import type { EditorContext } from "../host";

/** A block from a later version, or one whose inner structure the schema refuses. */
export const unknownBlock: NodePart = {
  spec: {
    group: "block",
    atom: true,
    attrs: { json: { validate: isNode } },
    parseDOM: [{ tag: "div[data-unknown]", getAttrs: (dom) => parseJson(dom.dataset["unknown"]) }],
    toDOM: (node) => ["div", { "data-unknown": JSON.stringify(node.attrs["json"]) }],
  },
  view: (context) => (node) => ({ dom: box("div", node.attrs["json"] as NodeJson, context) }),
};

/** The same inside a line. */
export const unknownInline: NodePart = {
  spec: {
    group: "inline",
    inline: true,
    atom: true,
    attrs: { json: { validate: isNode } },
    parseDOM: [{ tag: "span[data-unknown]", getAttrs: (dom) => parseJson(dom.dataset["unknown"]) }],
    toDOM: (node) => ["span", { "data-unknown": JSON.stringify(node.attrs["json"]) }],
  },
  view: (context) => (node) => ({ dom: box("span", node.attrs["json"] as NodeJson, context) }),
};

/** Reads the JSON of a copied unknown; false refuses the element. */
export function parseJson(source: string | undefined): { json: NodeJson } | false {
  try {
    const json: unknown = JSON.parse(source ?? "");
    isNode(json);
    return { json: json as NodeJson };
  } catch {
    return false;
  }
}

/** Throws unless the value has the shape of a node. */
export function isNode(value: unknown): void {
  if (typeof value !== "object" || value === null || !("type" in value))
    throw new TypeError("An unknown node is an object with a type.");
}

function box(tag: "div" | "span", json: NodeJson, context: EditorContext): HTMLElement {
  const { words } = context.settings;
  const dom = document.createElement(tag);
  dom.className = tag === "div" ? "unknown unknown-block" : "unknown";
  dom.title = words.unknownHint;
  const label = document.createElement("span");
  label.className = "unknown-label";
  label.textContent = words.unknown(json.type);
  dom.append(label);
  const text = plainText(json);
  if (tag === "div" && text) {
    const excerpt = document.createElement("span");
    excerpt.className = "unknown-text";
    excerpt.textContent = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    dom.append(excerpt);
  }
  return dom;
}

function plainText(json: NodeJson): string {
  return json.text ?? (json.content ?? []).map(plainText).filter(Boolean).join(" ");
}
