/** Sections and tags changed as a whole: whatever shows them follows, and each change has a way back. */
import type { Change, LabelSort } from "../platform";
import { w } from "../words";
import type { Desk } from "./desk.svelte";
import type { Deed } from "./undo.svelte";

/** A change, and the deed that takes it back. */
export interface Changed {
  change: Change;
  deed: Deed;
}

/** Gives a name another; a list that shows it goes on under the new one. */
export function rename(desk: Desk, sort: LabelSort, from: string, to: string): Promise<Changed> {
  return change(desk, sort, from, to.trim(), () => desk.commands.rename_label({ sort, from, to }));
}

export function merge(desk: Desk, sort: LabelSort, from: string, into: string): Promise<Changed> {
  return change(desk, sort, from, into, () => desk.commands.merge_labels({ sort, from, into }));
}

export function remove(desk: Desk, sort: LabelSort, name: string): Promise<Changed> {
  return change(desk, sort, name, null, () => desk.commands.remove_label({ sort, name }));
}

async function change(
  desk: Desk,
  sort: LabelSort,
  from: string,
  to: string | null,
  act: () => Promise<Change>,
): Promise<Changed> {
  const first = await act();
  let last = first;
  const deed: Deed = {
    name: w.undo.labels(from),
    back: async () => {
      await desk.commands.undo_label_change({ id: last.id });
      await desk.recount();
      // What was merged into is there before and after; only a name that is gone leads back.
      const names = sort === "tag" ? desk.counts.tags : desk.counts.sections;
      const stays = names.some(({ name }) => name === to);
      await follow(desk, sort, stays ? null : to, from);
    },
    again: async () => {
      last = await act();
      await follow(desk, sort, from, to);
    },
  };
  desk.undo.did(deed);
  await follow(desk, sort, from, to);
  return { change: first, deed };
}

/** A list that showed the one shows the other, or everything. */
async function follow(
  desk: Desk,
  sort: LabelSort,
  from: string | null,
  to: string | null,
): Promise<void> {
  const { list } = desk;
  if (list.shelf.is === sort && list.shelf.name === from) {
    list.shelf = to === null ? { is: "queue", queue: "all" } : { is: sort, name: to };
  }
  await desk.refresh();
}
