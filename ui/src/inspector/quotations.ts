/** The quotations of a body, each as its speaker would be asked for it. */
import { stands } from "../platform/stands";

export interface Quotation {
  /** Empty when nobody is named. */
  speaker: string;
  /** The words, a paragraph a line. */
  words: string;
}

export function quotationsOf(body: BodyJson): Quotation[] {
  const found: Quotation[] = [];
  const walk = (node: BodyJson | NodeJson): void => {
    if (node.type !== "quotation") {
      node.content?.forEach(walk);
      return;
    }
    const words = (node.content ?? []).map(textOf).filter(Boolean).join("\n");
    const speaker = "attrs" in node ? node.attrs?.["speaker"] : null;
    if (words) found.push({ speaker: typeof speaker === "string" ? speaker.trim() : "", words });
  };
  walk(body);
  return found;
}

function textOf(node: NodeJson): string {
  if (!stands(node)) return "";
  if (node.type === "hard_break") return " ";
  return node.text ?? (node.content ?? []).map(textOf).join("");
}
