/** What the invented desk makes of a clip: its blocks and their words, without their looks. */
import type { Pasted } from "../bindings/Pasted";
import { refusal } from "./desk";
import { say } from "./say";

/** The most words of a paste. */
const LIMIT = 50_000;

export function readClip({ html, text }: { html: string; text: string }): Pasted {
  const content = html.trim() ? blocksOf(html) : text.split(/\n+/).flatMap(paragraph);
  const words = content.reduce((sum, block) => sum + wordsOf(block), 0);
  if (words > LIMIT) {
    throw refusal(
      say(
        "The clipboard holds {words} words; up to {limit} are pasted at once, and nothing was. Paste a part of them, or import the document as a file.",
        { words, limit: LIMIT },
      ),
    );
  }
  const looks = html.match(/\sstyle=|<font|class=/gi)?.length ?? 0;
  return {
    body: { type: "doc", content },
    footnotes: { type: "doc", content: [] },
    notes: looks > 0 ? [say("Left out: {things}.", { things: settings(looks) })] : [],
  };
}

const settings = (n: number): string =>
  say("{n} {n|font or colour setting|font and colour settings}", { n });

function blocksOf(html: string): NodeJson[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.children].flatMap((element): NodeJson[] => {
    if (element.matches("table")) return [tableOf(element)];
    const level = /^H([2-4])$/.exec(element.tagName)?.[1];
    if (level) return [{ ...textBlock("heading", element), attrs: { level: Number(level) } }];
    return element.matches("ul, ol") ? [...element.children].flatMap(blockOf) : blockOf(element);
  });
}

const blockOf = (element: Element): NodeJson[] => paragraph(element.textContent);

function paragraph(text: string): NodeJson[] {
  const words = text.replace(/\s+/g, " ").trim();
  return words ? [{ type: "paragraph", content: [{ type: "text", text: words }] }] : [];
}

function textBlock(type: string, element: Element): NodeJson {
  const [{ content = [] } = {}] = blockOf(element) as { content?: NodeJson[] }[];
  return content.length > 0 ? { type, content } : { type };
}

function wordsOf({ text, content = [] }: NodeJson): number {
  const own = text?.match(/\S+/g)?.length ?? 0;
  return content.reduce((sum, node) => sum + wordsOf(node), own);
}

function tableOf(table: Element): NodeJson {
  const cell = (element: Element): NodeJson => ({
    type: element.matches("th") ? "table_header" : "table_cell",
    attrs: { colspan: 1, rowspan: 1 },
    content: [textBlock("paragraph", element)],
  });
  const rows = [...table.querySelectorAll("tr")].map((row) => ({
    type: "table_row",
    content: [...row.children].map(cell),
  }));
  return { type: "table", attrs: { caption: "" }, content: rows };
}
