/** Releases of the invented desk as lines of its list. */
import type { Release } from "../bindings/Release";
import type { Row } from "../wire";
import { textOf } from "./text";

/** The line of a release, or nothing when a word of the search is not in it. */
export function rowOf(release: Release, words: string[]): Row | null {
  const { content, id, section, tags, stage, trashed, modified, reference, release_at } = release;
  const text = `${content.headline}\n${content.subhead}\n${textOf(content.body)}`;
  const lower = text.toLowerCase();
  if (!words.every((word) => lower.includes(word))) return null;
  const { snippet, marks } = words.length ? snippetOf(text, words) : { snippet: null, marks: [] };
  const { headline, kind, language, embargo, date } = content;
  return {
    ...{ id, headline, kind, language, section, tags, stage, trashed, embargo, date },
    ...{ modified, reference, snippet, marks, release_at },
    headline_marks: words.flatMap((word) => marksOf(content.headline, word)),
  };
}

function snippetOf(text: string, words: string[]): { snippet: string; marks: [number, number][] } {
  const at = Math.max(0, text.toLowerCase().indexOf(words[0] ?? "") - 40);
  const snippet = (at ? "…" : "") + text.slice(at, at + 150).replaceAll("\n", " ") + "…";
  return { snippet, marks: words.flatMap((word) => marksOf(snippet, word)) };
}

function marksOf(text: string, word: string): [number, number][] {
  const at = text.toLowerCase().indexOf(word);
  if (at < 0) return [];
  const start = [...text.slice(0, at)].length;
  return [[start, start + [...word].length]];
}
