/** Scrolls the paper along with the preview, and the preview along with the paper. */
import {
  BY_HAND,
  goTo,
  Lead,
  placeOf,
  TEXT_BLOCKS,
  topsOf,
  type Scrolled,
} from "../inspector/along";
import type { Desk } from "../state/desk.svelte";

export function along(desk: Desk): (sheet: HTMLElement) => () => void {
  return (sheet) => {
    const lead = new Lead();
    const text: Scrolled = {
      tops: () => {
        const offset = sheet.scrollTop - sheet.getBoundingClientRect().top;
        return topsOf(sheet.querySelectorAll(TEXT_BLOCKS), desk.passages, offset);
      },
      height: () => sheet.scrollHeight,
      view: () => sheet.clientHeight,
      at: () => sheet.scrollTop,
      to: (top) => (sheet.scrollTop = top),
    };
    const take = (): void => lead.take();
    const tell = (): void => {
      if (lead.holds) desk.preview.scrolled({ place: placeOf(text), from: "text" });
    };
    for (const hand of BY_HAND) sheet.addEventListener(hand, take, { passive: true });
    sheet.addEventListener("scroll", tell, { passive: true });
    const stop = $effect.root(() => {
      $effect(() => {
        const { place, from } = desk.preview.scroll;
        if (from === "page" && !lead.holds) goTo(text, place);
      });
    });
    return () => {
      stop();
      for (const hand of BY_HAND) sheet.removeEventListener(hand, take);
      sheet.removeEventListener("scroll", tell);
    };
  };
}
