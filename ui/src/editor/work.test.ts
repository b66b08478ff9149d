// A key is work on the block that is written in, and on no other, however long the text is.

import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { caret, finding, open, p, quote, type, ul, li } from "./testing";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const long = [
  ...Array.from({ length: 100 }, (_, i) => p(`The the harbour opens on day ${i}.`)),
  ul(li(p("The the list."))),
  quote("Ada", "", p("The the words.")),
];
const written = 40;

/** Notes which blocks at the top are gone into; what they hold is not read otherwise. */
function watched(view: EditorView): Set<number> {
  const visited = new Set<number>();
  view.state.doc.forEach((block, _, index) => {
    const { content } = block;
    const children = content.content as readonly Node[];
    Object.defineProperty(content, "content", {
      get: () => {
        visited.add(index);
        return children;
      },
    });
  });
  return visited;
}

test("typing, resting and saving go into no block but the one written in", () => {
  const { editor, view } = open(long.with(written, p(`The the harbour${caret} opens.`)));
  editor.onSelection = () => {
    editor.length();
    editor.suggestions();
    editor.comments();
  };
  editor.onChange = () => undefined;
  editor.setFindings(long.slice(0, 100).map((_, block) => finding(block, 0, "The the")));
  type(view, "s");
  vi.runAllTimers();
  editor.body();

  const visited = watched(view);
  const touched = new Set<globalThis.Node>();
  const observer = new MutationObserver(() => undefined);
  observer.observe(view.dom, { subtree: true, childList: true, characterData: true });
  type(view, " are");
  for (const { target } of observer.takeRecords()) touched.add(target);
  vi.runAllTimers();
  const { content } = editor.body();

  expect(content?.[written]).toEqual(p("The the harbours are opens."));
  // The view compares the few that follow before it draws.
  expect([...visited].filter((at) => at < written || at > written + 5)).toEqual([]);
  const paragraph = view.dom.children[written];
  expect([...touched].filter((node) => !paragraph?.contains(node))).toEqual([]);
});

test("a text reads the same when its blocks are remembered", () => {
  const { editor, view } = open(long.with(written, p(`One${caret}`)));
  const before = editor.body();
  type(view, " two");
  const after = editor.body();
  expect(before.content?.[written]).toEqual(p("One"));
  expect(after.content?.[written]).toEqual(p("One two"));
  expect(after.content?.[3]).toBe(before.content?.[3]);
});
