// Counting words and characters, cheaply: a block that did not change is not counted again.

import type { Node } from "prosemirror-model";

import { settledText } from "./settled";

/** A run of letters and figures, with what joins them into one word: apostrophes, hyphens, decimal points. */
const word = /[\p{L}\p{M}\p{N}]+(?:['’.,:/&@_\u2010\u2011-][\p{L}\p{M}\p{N}]+)*/gu;

/** Scripts without spaces between words are segmented by the engine. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const counted = new WeakMap<Node, number>();

/** The words of a document, or of what stands in a block: its text, and the captions of figures. */
export function countWords(doc: Node): number {
  let count = 0;
  doc.forEach((block) => (count += wordsOfBlock(block)));
  return count;
}

/** The words of a text. */
export function wordsIn(text: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0;
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text))
    if (isWordLike) count++;
  return count;
}

/** The characters of a text, as a reader counts them. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const segment of new Intl.Segmenter().segment(text)) if (segment.segment !== "\n") count++;
  return count;
}

function wordsOfBlock(block: Node): number {
  let count = counted.get(block);
  if (count === undefined) {
    if (block.isTextblock) count = wordsIn(settledText(block));
    else if (block.type.name === "figure") count = wordsIn(block.attrs["caption"] as string);
    else count = countWords(block);
    counted.set(block, count);
  }
  return count;
}
