/** The slots of the paper: which there are, what is still needed, and how the focus goes on. */
import { createContext } from "svelte";

import type { BodyEditor, Length } from "../editor";
import type { Finding } from "../platform";
import type { Profile } from "../platform/bindings/Profile";
import type { Slot } from "../platform/bindings/Slot";
import type { PlacedComment, PlacedSuggestion } from "../state/desk.svelte";
import type { EditedSlot, OpenRelease } from "../state/release.svelte";
import { w } from "../words";
import { placeholdersIn, type Placeholders } from "../words/placeholders";

interface Page {
  readonly open: OpenRelease;
  readonly profile: Profile;
  readonly paper: HTMLElement | undefined;
}

export class Slots {
  /** The editor that was written in last; the toolbar speaks of it. */
  editing = $state.raw<BodyEditor | null>(null);
  /** What is suggested and commented on, in the order of the page. */
  suggestions = $state.raw<readonly PlacedSuggestion[]>([]);
  commented = $state.raw<readonly PlacedComment[]>([]);
  caret = $state.raw<{ suggestion: string | null; thread: string | null }>({
    suggestion: null,
    thread: null,
  });
  /** How much of the text that was written in last is selected; null when nothing is. */
  selected = $state.raw<Length | null>(null);
  /** Whether the find bar is open. */
  searching = $state(false);
  #page: Page;
  #editors = new Map<EditedSlot, BodyEditor>();

  constructor(page: Page) {
    this.#page = page;
  }

  get open(): OpenRelease {
    return this.#page.open;
  }

  has(slot: Slot): boolean {
    return this.#page.profile.slots.includes(slot);
  }

  requires(slot: Slot): boolean {
    return this.#page.profile.required.includes(slot);
  }

  /** Whether approval waits for it. */
  lacks(slot: Slot): boolean {
    return this.open.lacking.includes(slot);
  }

  /** What an empty slot says, in the language of the release; also that approval waits for it. */
  placeholder(slot: keyof Placeholders & Slot): string {
    const { [slot]: words, required } = placeholdersIn(
      this.open.content.language,
      w.editor.placeholders,
    );
    return this.requires(slot) ? `${words} · ${required}` : words;
  }

  mounted(slot: EditedSlot, editor: BodyEditor): void {
    this.#editors.set(slot, editor);
    if (slot === "body") this.editing = editor;
  }

  unmounted(slot: EditedSlot, editor: BodyEditor): void {
    if (this.#editors.get(slot) === editor) this.#editors.delete(slot);
    if (this.editing === editor) this.editing = null;
  }

  /** Puts the focus into a slot. */
  focus(slot: Slot): void {
    const editor = slot === "body" || slot === "notes" ? this.#editors.get(slot) : undefined;
    if (editor) editor.focus("start");
    else this.#page.paper?.querySelector<HTMLElement>(`[data-slot=${slot}]`)?.focus();
  }

  /** The texts have changed: what is suggested and commented on in them is read again. */
  reread(caret: Slots["caret"]): void {
    const all = <T>(read: (editor: BodyEditor) => T[]) =>
      (["body", "notes"] as const).flatMap((slot) => {
        const editor = this.#editors.get(slot);
        return editor ? read(editor).map((one) => ({ ...one, slot })) : [];
      });
    this.suggestions = kept(
      this.suggestions,
      all((editor) => editor.suggestions()),
    );
    this.commented = kept(
      this.commented,
      all((editor) => editor.comments()),
    );
    if (caret.suggestion !== this.caret.suggestion || caret.thread !== this.caret.thread)
      this.caret = caret;
  }

  get selectedWords(): string {
    return this.editing?.selectedWords() ?? "";
  }

  comment(id: string): string | null {
    return this.editing?.comment(id) ?? null;
  }

  uncomment(id: string): void {
    for (const editor of this.#editors.values()) editor.uncomment(id);
  }

  decide(accept: boolean, ids?: readonly string[]): void {
    for (const [slot, editor] of this.#editors) {
      const here = this.suggestions.filter((one) => one.slot === slot);
      if (here.some(({ id }) => !ids || ids.includes(id))) editor.decide(accept, ids);
    }
  }

  /** Puts footnotes at the end of the notes to editors; null where this kind has none. */
  keepFootnotes(footnotes: BodyJson): (() => void) | null {
    return this.#editors.get("notes")?.append(footnotes) ?? null;
  }

  dropPictures(paths: readonly string[], x: number, y: number): boolean {
    return this.#editors.get("body")?.dropPictures(paths, x, y) ?? false;
  }

  showRemark(remark: PlacedSuggestion | PlacedComment): void {
    this.#editors.get(remark.slot)?.showRange(remark);
  }

  canRetrace(way: "undo" | "redo"): boolean {
    return this.editing?.can(way) ?? false;
  }

  parts(): { before: BodyJson; after: BodyJson } | null {
    return this.#editors.get("body")?.parts() ?? null;
  }

  /** Opens the find bar for the text that was written in last. */
  find(): void {
    this.searching = true;
  }

  /** Closes it, and goes on in the text. */
  endFind(): void {
    this.searching = false;
    this.editing?.focus();
  }

  /** Puts the focus into the slot after one, as Enter does. */
  next(slot: Slot): void {
    const { slots } = this.#page.profile;
    const next = slots[slots.indexOf(slot) + 1];
    if (next) this.focus(next);
  }

  /** Tab leaves an editor: the focus goes to what comes before or after it on the paper. */
  leave(editor: HTMLElement, direction: "back" | "forward"): void {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, textarea, select, [tabindex="0"], [contenteditable="true"]',
      ),
    ].filter(isTabStop);
    const inside = (one: HTMLElement) => editor.contains(one);
    const target =
      direction === "back" ? all[all.findIndex(inside) - 1] : all[all.findLastIndex(inside) + 1];
    target?.focus();
  }

  /** Shows where a finding is. */
  show(finding: Finding): void {
    const { slot } = finding;
    const editor = slot === "body" || slot === "notes" ? this.#editors.get(slot) : undefined;
    if (editor) {
      editor.showFinding(finding);
      return;
    }
    const field = this.#page.paper?.querySelector<HTMLElement>(`[data-slot=${slot}]`);
    field?.scrollIntoView({ block: "center" });
    field?.focus();
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
      const [start, end] = unitsOf(field.value, finding);
      field.setSelectionRange(start, end);
    }
  }

  /** Mends what a finding marks. False when the text has changed since it was found. */
  mend(finding: Finding, replacement: string): boolean {
    const { slot } = finding;
    if (slot === "body" || slot === "notes") {
      return this.#editors.get(slot)?.applyFix(finding, replacement) ?? false;
    }
    if (slot !== "headline" && slot !== "subhead" && slot !== "place") return false;
    const text = this.open.content[slot];
    const [start, end] = unitsOf(text, finding);
    if (text.slice(start, end) !== finding.excerpt) return false;
    this.open.set({ [slot]: text.slice(0, start) + replacement + text.slice(end) });
    return true;
  }
}

export const [useSlots, setSlots] = createContext<Slots>();

export function provideSlots(page: Page): Slots {
  return setSlots(new Slots(page));
}

/** The list before, where the new one says the same: then nothing is drawn anew. */
function kept<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** Unicode characters as UTF-16 units, which is what fields count in. */
function unitsOf(text: string, { start, end }: Finding): [number, number] {
  const characters = [...text];
  const units = (to: number) => characters.slice(0, to).join("").length;
  return [units(start), units(end)];
}

/**
 * An editable element is one although its `tabIndex` does not say so; the small fields inside it
 * (who said a quotation) are reached within the text.
 */
function isTabStop(element: HTMLElement): boolean {
  return (
    (element.tabIndex >= 0 || element.contentEditable === "true") &&
    !element.matches(':disabled, [inert] *, [contenteditable="true"] *') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
