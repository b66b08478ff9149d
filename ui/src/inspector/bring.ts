/**
 * Brings a shown page to what a newer one says by changing only what differs: its style, its pictures
 * and its place stay, and what a key changed is all that is laid out anew.
 */

/** Makes an element, with all that is in it, the same as another. */
export function bring(shown: Element, wanted: Element): void {
  for (const name of shown.getAttributeNames()) {
    if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  }
  for (const name of wanted.getAttributeNames()) {
    const value = wanted.getAttribute(name) ?? "";
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  const before = [...shown.childNodes];
  const after = [...wanted.childNodes];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && same(before[start], after[start])) start++;
  let end = 0;
  while (end < most - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  // What only reads differently is gone into; what was put in or taken out is drawn whole.
  if (old.length === fresh.length) {
    for (const [at, node] of old.entries()) {
      const other = fresh[at];
      if (other && !same(node, other)) become(node, other);
    }
    return;
  }
  const next = before[before.length - end] ?? null;
  for (const node of old) node.remove();
  for (const node of fresh) shown.insertBefore(shown.ownerDocument.importNode(node, true), next);
}

function become(node: ChildNode, other: ChildNode): void {
  if (isElement(node) && isElement(other) && node.localName === other.localName) {
    bring(node, other);
  } else if (node.nodeType === Node.TEXT_NODE && other.nodeType === Node.TEXT_NODE) {
    node.nodeValue = other.nodeValue;
  } else {
    node.replaceWith(node.ownerDocument?.importNode(other, true) ?? other);
  }
}

function same(one: ChildNode | undefined, other: ChildNode | undefined): boolean {
  return !!one && !!other && one.isEqualNode(other);
}

/** Told by its kind: a node of another document is of no class that is known here. */
function isElement(node: ChildNode): node is Element & ChildNode {
  return node.nodeType === Node.ELEMENT_NODE;
}
