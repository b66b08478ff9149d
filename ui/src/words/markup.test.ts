// @vitest-environment node
import { parse, type AST } from "svelte/compiler";
import { describe, expect, it } from "vitest";

const sources = import.meta.glob<string>("../**/*.svelte", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What is the same in every language: the product's name, and how an address begins. */
const SHARED = new Set(["Dateline", "https://"]);

/** The attributes that are read out or shown. */
const SHOWN = /^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label)$/;

/** The words that a component says by itself, instead of asking the catalogue for them. */
function literals(source: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown, within?: string): void => {
    if (Array.isArray(node)) for (const each of node) walk(each, within);
    if (Array.isArray(node) || !node || typeof node !== "object") return;
    const { type, name } = node as { type?: string; name?: string };
    if (type === "StyleDirective" || (type === "Attribute" && !SHOWN.test(name ?? ""))) return;
    const here = type === "Attribute" ? name : within;
    if (type === "Text") {
      const words = (node as AST.Text).data.trim();
      if (/\p{L}/u.test(words) && !SHARED.has(words))
        found.push(here ? `${here}: ${words}` : words);
    }
    for (const part of Object.values(node)) walk(part, here);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

it("finds what is written into the markup", () => {
  const markup = `<p class="lead" style:width="{1}px">Dateline</p>
    {#if on}<button aria-label="Close {name}" title={words.close}>Save <b>{n}</b></button>{/if}`;
  expect(literals(markup)).toEqual(["aria-label: Close", "Save"]);
});

describe("the markup", () => {
  it.each(Object.entries(sources))("of %s has its words from the catalogue", (_, source) => {
    expect(literals(source)).toEqual([]);
  });
});
