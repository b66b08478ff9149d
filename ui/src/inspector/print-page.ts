/**
 * A page as paper shows it: what its style says of print holds, and the margins of the sheet, which no
 * screen has, stand around it.
 */
const SHEET = `<style>
:root { color-scheme: only light }
html { background: #fff }
body { padding: 20mm 18mm }
</style>`;

export function printPage(page: string): string {
  return page
    .replaceAll(/@media\s+print\b/g, "@media all")
    .replaceAll(/\(prefers-color-scheme:\s*dark\)/g, "not all")
    .replace("</head>", `${SHEET}</head>`);
}
