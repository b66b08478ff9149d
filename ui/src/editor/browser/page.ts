// The editor alone on a page, with a host that answers like the desk: for tests in a real browser.

import "@fontsource-variable/inter";
import "@fontsource-variable/source-serif-4";

import "../../look/index.css";

import { mount, unmount } from "svelte";

import type { EditorView } from "prosemirror-view";

import { BodyEditor, FindBar, Toolbar, englishWords, type EditorSettings, type Finding } from "..";
import { bareView } from "./bare";

/** What the page offers to tests. */
export interface Page {
  editor: BodyEditor;
  /** What the host was asked to say, oldest first. */
  said: { message: string; undo?: () => void }[];
  /** Where Tab left the editor to. */
  jumps: string[];
  /** Clips that the host was given to read. */
  clips: { html: string; text: string }[];
  /** What the next paste is read as; waits until it is set. */
  answer: ((pasted: { body: BodyJson; notes: string[]; footnotes?: BodyJson }) => void) | null;
  /** Footnotes that were put into the notes to editors. */
  footnotes: BodyJson[];
  open(settings: Partial<EditorSettings>): void;
  findBar(): void;
  /** Shows a text with findings, in the editor or in a bare view. */
  show(body: BodyJson, findings: Finding[], bare: boolean): void;
}

const page: Page = {
  editor: null as unknown as BodyEditor,
  said: [],
  jumps: [],
  clips: [],
  answer: null,
  footnotes: [],
  open,
  findBar,
  show,
};

declare global {
  interface Window {
    page: Page;
  }
}
window.page = page;

let toolbar: object | null = null;

function open(settings: Partial<EditorSettings>): void {
  if (toolbar) {
    void unmount(toolbar);
    page.editor.destroy();
  }
  const place = document.querySelector<HTMLElement>("#paper");
  const target = document.querySelector("#toolbar");
  if (!place || !target) throw new Error("The page has no place for the editor.");
  page.editor = new BodyEditor(
    place,
    {
      pictureUrl: (hash) => `data:image/svg+xml,${encodeURIComponent(picture(hash))}`,
      addPicture: async (file) => {
        const name = typeof file === "string" ? file : file.name;
        if (!name.endsWith(".png")) throw new Error(`${name} is not a picture.`);
        return { image: "a".repeat(64) };
      },
      paste: (clip) =>
        new Promise((resolve) => {
          page.clips.push(clip);
          page.answer = (pasted) => resolve({ footnotes: { type: "doc" }, ...pasted });
        }),
      keepFootnotes: (footnotes) => {
        page.footnotes.push(footnotes);
        return () => void page.footnotes.pop();
      },
      people: () => [
        { name: "Ane Solberg", position: "Harbour master of Vestmark" },
        { name: "Jon Ek", position: "Head of the traffic centre" },
        { name: "Élise Marchand", position: "Spokeswoman of the coast guard" },
      ],
      say: (message, undo) => page.said.push(undo ? { message, undo } : { message }),
      jumpOut: (direction) => page.jumps.push(direction),
    },
    {
      label: "Body",
      body: { type: "doc" },
      language: "en-GB",
      direction: "ltr",
      placeholder: "Write the release",
      kind: "body",
      editable: true,
      suggesting: false,
      spotlight: false,
      typewriter: false,
      author: "Bo Lind",
      words: englishWords,
      ...settings,
    },
  );
  toolbar = mount(Toolbar, { target, props: { editor: page.editor, words: englishWords } });
}

let bare: EditorView | null = null;

function show(body: BodyJson, findings: Finding[], asBare: boolean): void {
  bare?.destroy();
  bare = null;
  const place = document.querySelector<HTMLElement>("#paper");
  open({ body: asBare ? { type: "doc" } : body });
  if (!asBare || !place) page.editor.setFindings(findings);
  else bare = bareView(place, body, findings);
}

function findBar(): void {
  const target = document.querySelector("#toolbar");
  if (!target) return;
  const bar = mount(FindBar, {
    target,
    props: { editor: page.editor, words: englishWords, close: () => void unmount(bar) },
  });
}

function picture(hash: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300"><rect width="640" height="300" fill="#8aa4b8"/><rect y="180" width="640" height="120" fill="#4d6b80"/><path d="M180 180h260l-30 44H220z" fill="#e9e4da"/><text x="16" y="284" fill="#fff">${hash.slice(0, 8)}</text></svg>`;
}

open({});
