// How long a text is, cheaply: a block that did not change is not counted again.

import type { Node } from "prosemirror-model";

import { settledText } from "./settled";

/** How long a text is. */
export interface Length {
  words: number;
  /** Spaces included, line breaks not. */
  characters: number;
}

/** A run of letters and figures, with what joins them into one word: apostrophes, hyphens, decimal points. */
const word = /[\p{L}\p{M}\p{N}]+(?:['’.,:/&@_\u2010\u2011-][\p{L}\p{M}\p{N}]+)*/gu;

/** Scripts without spaces between words are segmented by the engine. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Where each unit is a character by itself, as in most of what is written here. */
const simple = /^[\n\x20-\x7e\xa0-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u20ac\u2212]*$/;

const counted = new WeakMap<Node, Length>();

/** The length of a document, or of what stands in a block: its text, and the captions of figures. */
export function lengthOf(doc: Node): Length {
  const length = { words: 0, characters: 0 };
  doc.forEach((block) => {
    const { words, characters } = lengthOfBlock(block);
    length.words += words;
    length.characters += characters;
  });
  return length;
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
  if (simple.test(text)) return text.length - (text.match(/\n/g)?.length ?? 0);
  let count = 0;
  for (const segment of new Intl.Segmenter().segment(text)) if (segment.segment !== "\n") count++;
  return count;
}

/** The length of a text. */
export function lengthIn(text: string): Length {
  return { words: wordsIn(text), characters: charactersIn(text) };
}

function lengthOfBlock(block: Node): Length {
  let length = counted.get(block);
  if (!length) {
    if (block.isTextblock) length = lengthIn(settledText(block));
    else if (block.type.name === "figure") length = lengthIn(block.attrs["caption"] as string);
    else length = lengthOf(block);
    counted.set(block, length);
  }
  return length;
}
