import { describe, expect, it } from "vitest";

import { bring } from "./bring";

const pageOf = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

const page = (title: string, ...blocks: string[]): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><style>p{}</style></head><body><header><h1>${title}</h1></header><main>${blocks.join("")}</main><footer>End</footer></body></html>`;

/** Brings one page to the next, and gives what became of it and the elements that stayed. */
function brought(before: string, after: string): { html: string; stayed: string[] } {
  const shown = pageOf(before);
  const had = new Set(shown.querySelectorAll("*"));
  bring(shown.documentElement, pageOf(after).documentElement);
  const stayed = [...shown.body.querySelectorAll("main > *")].filter((one) => had.has(one));
  return { html: shown.documentElement.outerHTML, stayed: stayed.map((one) => one.textContent) };
}

const numbered = Array.from({ length: 6 }, (_, i) => `<p>Paragraph ${i}</p>`);

describe("bring", () => {
  const cases: [string, string, string][] = [
    ["the same", page("A", ...numbered), page("A", ...numbered)],
    ["a letter more", page("A", ...numbered), page("A", ...numbered.with(3, "<p>Another</p>"))],
    ["a title too", page("A", ...numbered), page("B", ...numbered.with(3, "<p>Another</p>"))],
    ["one taken out", page("A", ...numbered), page("A", ...numbered.toSpliced(2, 1))],
    ["two put in", page("A", ...numbered), page("A", ...numbered.toSpliced(2, 0, "<h2>", "<hr>"))],
    ["another kind", page("A", "<p>One</p>"), page("A", "<h2>One</h2>")],
    ["marks within", page("A", "<p>a <b>b</b> c</p>"), page("A", "<p>a b <i>c</i></p>")],
    ["attributes", page("A", "<p id=a class=x>One</p>"), page("A", "<p id=b lang=fr>One</p>")],
    ["a comment", page("A", "<!-- one --><p>One</p>"), page("A", "<!-- two --><p>One</p>")],
    ["nothing at all", page("A", ...numbered), ""],
    ["from nothing", "", page("A", ...numbered)],
    ["another language", page("A"), page("A").replace('lang="en"', 'lang="ar" dir="rtl"')],
  ];
  it.each(cases)("makes a page what it should be: %s", (_, before, after) => {
    expect(brought(before, after).html).toBe(pageOf(after).documentElement.outerHTML);
  });

  it("leaves every other paragraph alone where one reads differently", () => {
    const shown = pageOf(page("A", ...numbered));
    const changed: MutationRecord[] = [];
    const watch = new MutationObserver(() => undefined);
    watch.observe(shown, { subtree: true, childList: true, attributes: true, characterData: true });
    const after = pageOf(page("A", ...numbered.with(3, "<p>Paragraph 3, and more</p>")));
    bring(shown.documentElement, after.documentElement);
    changed.push(...watch.takeRecords());
    expect(changed.map(({ type, target }) => [type, target.nodeValue])).toEqual([
      ["characterData", "Paragraph 3, and more"],
    ]);
  });

  it("keeps those around what is put in or taken out", () => {
    const without = numbered.toSpliced(2, 1);
    expect(brought(page("A", ...numbered), page("A", ...without)).stayed).toHaveLength(5);
    expect(brought(page("A", ...without), page("A", ...numbered)).stayed).toHaveLength(5);
  });
});
