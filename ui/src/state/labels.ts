/** Sections and tags changed as a whole: whatever shows them follows. */
import type { Change, LabelSort } from "../platform";
import type { Desk } from "./desk.svelte";

/** Gives a name another; a list that shows it goes on under the new one. */
export async function rename(
  desk: Desk,
  sort: LabelSort,
  from: string,
  to: string,
): Promise<Change> {
  const change = await desk.commands.rename_label({ sort, from, to });
  await follow(desk, sort, from, to.trim());
  return change;
}

export async function merge(
  desk: Desk,
  sort: LabelSort,
  from: string,
  into: string,
): Promise<Change> {
  const change = await desk.commands.merge_labels({ sort, from, into });
  await follow(desk, sort, from, into);
  return change;
}

export async function remove(desk: Desk, sort: LabelSort, name: string): Promise<Change> {
  const change = await desk.commands.remove_label({ sort, name });
  await follow(desk, sort, name, null);
  return change;
}

export async function undo(desk: Desk, { id }: Change): Promise<void> {
  await desk.commands.undo_label_change({ id });
  await desk.refresh();
}

async function follow(desk: Desk, sort: LabelSort, from: string, to: string | null): Promise<void> {
  const { list } = desk;
  if (list.shelf.is === sort && list.shelf.name === from) {
    list.shelf = to === null ? { is: "queue", queue: "all" } : { is: sort, name: to };
  }
  await desk.refresh();
}
