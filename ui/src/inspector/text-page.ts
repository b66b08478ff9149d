/** A plain text as a page, word for word, so that it is shown in the same frame. */

// As large as lets 72 columns into the frame, within reason: a character is 0.6 of its size wide.
const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; background: light-dark(#fffefb, #262420); color: light-dark(#1f1c18, #ece7dd) }
pre { margin: 0; padding: 14px 10px; font: clamp(8px, (100vw - 20px) / 43.4, 13px)/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; unicode-bidi: plaintext }`;

export function textPage(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const scheme = document.documentElement.dataset["theme"] ?? "system";
  const forced = scheme === "system" ? "" : `:root { color-scheme: ${scheme} }`;
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}${forced}</style><pre>${escaped}</pre>`;
}
