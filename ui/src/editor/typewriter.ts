// The line with the caret stays at one height, as on a typewriter: the paper moves under it.

import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import type { EditorContext } from "./host";

/** Where the line stays, from the top of what is seen of the paper. */
const height = 0.42;

export function typewriter({ settings }: EditorContext): Plugin {
  let sheet: HTMLElement | null = null;
  return new Plugin({
    view: (view) => {
      sheet = scrolled(view.dom);
      return {};
    },
    props: {
      handleScrollToSelection(view) {
        if (!settings.typewriter || !sheet) return false;
        roll(view, sheet);
        return true;
      },
    },
  });
}

/** Moves the paper until the caret's line is where it stays. Smaller moves than a pixel are none. */
function roll(view: EditorView, sheet: HTMLElement): void {
  const { top, bottom } = view.coordsAtPos(view.state.selection.head);
  const seen = sheet.getBoundingClientRect();
  const away = (top + bottom) / 2 - (seen.top + seen.height * height);
  if (Math.abs(away) >= 1) sheet.scrollTop += away;
}

/** The element whose scrolling moves another. */
function scrolled(dom: HTMLElement): HTMLElement | null {
  let parent = dom.parentElement;
  while (parent && !/auto|scroll/.test(getComputedStyle(parent).overflowY)) {
    parent = parent.parentElement;
  }
  return parent;
}
