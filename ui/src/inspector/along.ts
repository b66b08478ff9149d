/**
 * Text and preview, scrolled along with each other. A place is told in passages: 3.5 is half-way from
 * the top of the fourth to the top of the fifth, however tall each is on either side. So it means the
 * same beside a phone's page and beside a plain text, in this window and in another.
 */

/** Something that is scrolled, with the passages that stand in it. */
export interface Scrolled {
  /** Where passages begin, in pixels from the top of the whole; -1 where one was not found. */
  tops: () => number[];
  height: () => number;
  view: () => number;
  at: () => number;
  to: (top: number) => void;
}

/** The passages of a text as its editor shows them. */
export const TEXT_BLOCKS = ".ProseMirror :is(p, h1, h2, h3, h4, h5, h6)";

/** How much of a passage has to be found again: enough to know it, too little to meet a line's end. */
const KNOWN_BY = 24;

const spare = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Where passages begin in a page, found by their words; what stands before them does not matter. */
export function topsIn(page: Document, texts: readonly string[]): number[] {
  const offset = page.defaultView?.scrollY ?? 0;
  const pre = page.body.firstElementChild;
  if (pre?.tagName === "PRE") return topsInText(pre, texts, offset);
  return topsOf(page.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, td"), texts, offset);
}

/** Where passages begin among blocks, in their order. */
export function topsOf(
  blocks: ArrayLike<Element>,
  texts: readonly string[],
  offset: number,
): number[] {
  let next = 0;
  return texts.map((text) => {
    const wanted = spare(text).slice(0, KNOWN_BY);
    if (!wanted) return -1;
    for (let at = next; at < blocks.length; at++) {
      const block = blocks[at];
      if (!block || !spare(block.textContent).includes(wanted)) continue;
      next = at + 1;
      return block.getBoundingClientRect().top + offset;
    }
    return -1;
  });
}

/** The same in a plain text, whose lines are all of one height. */
function topsInText(pre: Element, texts: readonly string[], offset: number): number[] {
  const { top, height } = pre.getBoundingClientRect();
  const lines = pre.textContent.split("\n");
  let next = 0;
  return texts.map((text) => {
    const wanted = spare(text).slice(0, KNOWN_BY);
    const found = wanted ? lines.findIndex((line, at) => at >= next && line.includes(wanted)) : -1;
    if (found < 0) return -1;
    next = found;
    return top + offset + (found / lines.length) * height;
  });
}

/** The place that is at the top of the view. */
export function placeOf(scrolled: Scrolled): number {
  const marks = marksOf(scrolled);
  const at = scrolled.at();
  for (let i = 1; i < marks.length; i++) {
    const [before, after] = [marks[i - 1], marks[i]];
    if (!before || !after || at >= after.top) continue;
    const share = (at - before.top) / Math.max(1, after.top - before.top);
    return before.place + share * (after.place - before.place);
  }
  return marks.at(-1)?.place ?? 0;
}

/** Brings a place to the top of the view. */
export function goTo(scrolled: Scrolled, place: number): void {
  const marks = marksOf(scrolled);
  for (let i = 1; i < marks.length; i++) {
    const [before, after] = [marks[i - 1], marks[i]];
    if (!before || !after || place >= after.place) continue;
    const share = (place - before.place) / Math.max(1e-6, after.place - before.place);
    scrolled.to(before.top + share * (after.top - before.top));
    return;
  }
  scrolled.to(marks.at(-1)?.top ?? 0);
}

/**
 * The passages that were found, between the very top, which is place -1, and the lowest that can be
 * scrolled to, which is the place behind the last. Passages lower than that are never at the top.
 */
function marksOf(scrolled: Scrolled): { place: number; top: number }[] {
  const tops = scrolled.tops();
  const lowest = Math.max(0, scrolled.height() - scrolled.view());
  const marks = [{ place: -1, top: 0 }];
  tops.forEach((top, place) => {
    const last = marks.at(-1);
    if (top >= 0 && top < lowest && last && top >= last.top) marks.push({ place, top });
  });
  marks.push({ place: tops.length, top: lowest });
  return marks;
}

/**
 * Whoever is being scrolled by hand leads, and the other follows; what follows is not taken for a
 * hand in its turn.
 */
export class Lead {
  #until = 0;

  /** A hand is on this side. */
  take(): void {
    this.#until = Date.now() + 600;
  }

  get holds(): boolean {
    return Date.now() < this.#until;
  }
}

/** What a hand does when it scrolls. */
export const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
