/** What is done to a release outside its text, each with the act that leads back. */
import type { Content } from "../platform/bindings/Content";
import type { Stage } from "../platform/bindings/Stage";
import { w } from "../words";
import type { Deed } from "./undo.svelte";

export type Done =
  | { is: "filed"; section: [string, string] | null; added: string[]; removed: string[] }
  | { is: "moved"; to: Stage; why: string | null }
  | { is: "set"; before: Partial<Content>; after: Partial<Content> }
  | { is: "trashed" }
  | { is: "restored" };

/** Releases to which something was done, by number. */
export type DoneTo = { id: number; done: Done }[];

/** What can be done to a release outside its text, whether it is open or not. */
export interface Acts {
  file(section: string | null, add?: string[], remove?: string[]): Promise<void>;
  moveTo(stage: Stage, why?: string | null): Promise<void>;
  /** Takes the newest step in the workflow back. */
  takeBack(): Promise<void>;
  trash(): Promise<void>;
  restore(): Promise<void>;
  /** Gives slots other values if they still have these; throws a sentence when they do not. */
  setIf(these: Partial<Content>, others: Partial<Content>): Promise<void>;
}

export type Find = (id: number) => Acts;

/** What filing does to a release that is filed so far as it is. */
export function filing(
  before: { section: string; tags: string[] },
  section: string | null,
  add: string[],
  remove: string[],
): Done {
  const has = (tag: string) => before.tags.some((one) => one.toLowerCase() === tag.toLowerCase());
  const moves = section !== null && section !== before.section;
  return {
    is: "filed",
    section: moves ? [before.section, section] : null,
    added: add.filter((tag) => !has(tag)),
    removed: remove.filter(has),
  };
}

/** Whether slots still have these values. */
export function stillHas(content: Content, these: Partial<Content>): boolean {
  const slots = Object.keys(these) as (keyof Content)[];
  return slots.every((slot) => JSON.stringify(content[slot]) === JSON.stringify(these[slot]));
}

export function deedOf(all: DoneTo, find: Find): Deed {
  const [first] = all;
  const each = (act: (on: Acts, done: Done) => Promise<void>) => async () => {
    for (const { id, done } of all) await act(find(id), done);
  };
  const deed: Deed = {
    name: first ? nameOf(first.done, all.length) : "",
    back: each(goBack),
    again: each(goAgain),
    joined: (before) => {
      const done = first && goesOn(made.get(before), first);
      return done ? deedOf([{ id: first.id, done }], find) : null;
    },
  };
  made.set(deed, all);
  return deed;
}

/** Of which acts a deed was made. */
const made = new WeakMap<Deed, DoneTo>();

/** Slots that are set again soon are still being typed in: one deed, from the first value on. */
function goesOn(before: DoneTo | undefined, { id, done }: DoneTo[number]): Done | null {
  const [earlier] = before ?? [];
  if (earlier?.id !== id || earlier.done.is !== "set" || done.is !== "set") return null;
  if (slotsOf(earlier.done).join() !== slotsOf(done).join()) return null;
  return { ...done, before: earlier.done.before };
}

function goBack(on: Acts, done: Done): Promise<void> {
  switch (done.is) {
    case "filed":
      return on.file(done.section?.[0] ?? null, done.removed, done.added);
    case "moved":
      return on.takeBack();
    case "set":
      return on.setIf(done.after, done.before);
    case "trashed":
      return on.restore();
    case "restored":
      return on.trash();
  }
}

function goAgain(on: Acts, done: Done): Promise<void> {
  switch (done.is) {
    case "filed":
      return on.file(done.section?.[1] ?? null, done.added, done.removed);
    case "moved":
      return on.moveTo(done.to, done.why);
    case "set":
      return on.setIf(done.before, done.after);
    case "trashed":
      return on.trash();
    case "restored":
      return on.restore();
  }
}

function nameOf(done: Done, releases: number): string {
  const { undo, slots, stages, details } = w;
  switch (done.is) {
    case "filed":
      if (done.section) return details.section;
      return `${details.tags} (${[...done.added, ...done.removed].join(", ")})`;
    case "moved":
      return stages[done.to];
    case "set": {
      const others: Record<string, string> = {
        kind: details.kind,
        language: details.language,
        embargo: details.embargo,
        boilerplates: slots.boilerplate,
      };
      const named = { ...others, ...slots } as Record<string, string>;
      return slotsOf(done)
        .map((slot) => named[slot] ?? slot)
        .join(", ");
    }
    case "trashed":
      return undo.trashed(releases);
    case "restored":
      return undo.restored(releases);
  }
}

function slotsOf({ after }: Extract<Done, { is: "set" }>): string[] {
  return Object.keys(after);
}
