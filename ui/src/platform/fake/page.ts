/** A plain page and a plain text of a release, enough to look at beside the editor. */
import type { Content } from "../bindings/Content";
import type { Office } from "../bindings/Office";
import { embargoLine, longDate } from "./dates";
import { stands } from "../stands";
import { passagesOf } from "./text";

/** `look` is the theme that the page is in, or `email`; it stands in the page for whoever looks for it. */
export function pageOf(
  contents: Content[],
  office: Office,
  title: string,
  draft: boolean,
  look = "office",
): string {
  const [first] = contents;
  const language = first?.language ?? office.language;
  return `<!doctype html>
<html lang="${escape(language)}" dir="${/^(ar|he|fa|ur)/.test(language) ? "rtl" : "ltr"}">
<head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body data-look="${escape(look)}">${draft ? `<p class="mark">Draft. Not for publication.</p>` : ""}
<header>${escape(office.name)}</header>
<main>${contents.map(articleOf).join("<hr>")}</main></body></html>`;
}

export function plainTextOf(contents: Content[], draft: boolean, width: number): string {
  const parts = contents.flatMap((content) => [
    ...(content.embargo ? [embargoLine(content.embargo, content.language)] : []),
    content.headline.toUpperCase(),
    content.subhead,
    ...passagesOf(content.body).map((text, i) => (i ? text : dateline(content) + text)),
    "ENDS",
    ...content.contacts.map((c) => [c.name, c.role, c.phone, c.email].filter(Boolean).join(", ")),
  ]);
  const lines = [...(draft ? ["DRAFT. NOT FOR PUBLICATION."] : []), ...parts].filter(Boolean);
  return lines.map((line) => wrap(line, width)).join("\n\n") + "\n";
}

function articleOf(content: Content): string {
  const blocks = (content.body.content ?? []).map((node, i) => blockOf(node, i === 0 && content));
  return `<article lang="${escape(content.language)}">
${content.embargo ? `<p class="mark">${escape(embargoLine(content.embargo, content.language))}</p>` : ""}
<h1>${escape(content.headline)}</h1><p class="sub">${escape(content.subhead)}</p>
${blocks.join("\n")}
${content.boilerplates.map((b) => `<h2>${escape(b.title)}</h2><p>${escape(b.text)}</p>`).join("")}
${content.contacts.map((c) => `<address>${escape([c.name, c.phone, c.email].filter(Boolean).join(" · "))}</address>`).join("")}
</article>`;
}

function blockOf(node: NodeJson, first: Content | false): string {
  const inside = (node.content ?? []).map((child) => blockOf(child, false)).join("");
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case "text":
      return stands(node) ? escape(node.text ?? "") : "";
    case "hard_break":
      return "<br>";
    case "paragraph":
      return `<p>${first ? `<b>${escape(dateline(first))}</b>` : ""}${inside}</p>`;
    case "heading":
      return `<h2>${inside}</h2>`;
    case "bullet_list":
      return `<ul>${inside}</ul>`;
    case "ordered_list":
      return `<ol>${inside}</ol>`;
    case "list_item":
      return `<li>${inside}</li>`;
    case "quotation":
      return `<blockquote>${inside}<footer>${escape([attrs["speaker"], attrs["position"]].filter(Boolean).join(", "))}</footer></blockquote>`;
    case "table":
      return `<table>${inside}</table>`;
    case "table_row":
      return `<tr>${inside}</tr>`;
    case "table_header":
    case "table_cell":
      return `<td>${inside}</td>`;
    case "divider":
      return "<hr>";
    default:
      return inside;
  }
}

function dateline({ place, date, language }: Content): string {
  const said = [place, date && longDate(date, language)].filter(Boolean).join(", ");
  return said ? `${said} – ` : "";
}

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines.join("\n");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const STYLE = `
:root { color-scheme: light dark; font: 17px/1.6 Georgia, "Source Serif 4 Variable", serif }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem }
header, address, footer { font: 14px/1.5 system-ui, sans-serif; font-style: normal }
header { padding-bottom: 1rem; border-bottom: 1px solid #8886; margin-bottom: 1.5rem; font-weight: 600 }
h1 { font-size: 1.9rem; line-height: 1.15; text-wrap: balance } h2 { font-size: 1.2rem }
.sub { font-size: 1.15rem; opacity: .8 } b { font-variant-caps: all-small-caps; letter-spacing: .04em }
.mark { background: #b3261e; color: #fff; padding: .4rem .8rem; font: 600 14px/1.4 system-ui, sans-serif }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8886; font-style: italic }
td { padding: .2rem .8rem .2rem 0 }`;
