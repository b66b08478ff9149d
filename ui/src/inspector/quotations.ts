/** The quotations of a body, each as its speaker would be asked for it. */

export interface Quotation {
  /** Empty when nobody is named. */
  speaker: string;
  /** The words, a paragraph a line. */
  words: string;
}

interface Node {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: Node[];
}

export function quotationsOf(body: BodyJson): Quotation[] {
  const found: Quotation[] = [];
  const walk = (node: Node): void => {
    if (node.type !== "quotation") {
      node.content?.forEach(walk);
      return;
    }
    const words = (node.content ?? []).map(textOf).filter(Boolean).join("\n");
    const speaker = node.attrs?.["speaker"];
    if (words) found.push({ speaker: typeof speaker === "string" ? speaker.trim() : "", words });
  };
  walk(body as Node);
  return found;
}

function textOf(node: Node): string {
  if (node.type === "hard_break") return " ";
  return node.text ?? (node.content ?? []).map(textOf).join("");
}
