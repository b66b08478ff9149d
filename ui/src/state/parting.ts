/** Splitting the open release at the caret, and joining another one to it; both can be taken back. */
import { w } from "../words";
import type { Desk } from "./desk.svelte";

/** Makes two releases of the open one: what follows the caret becomes a draft of its own. */
export async function splitHere(desk: Desk): Promise<void> {
  const { open, page } = desk;
  const parts = page?.parts();
  if (!open || !parts) {
    desk.notices.say(w.parting.nowhere);
    return;
  }
  await desk.attempt(async () => {
    await open.queue.flush();
    const { revision } = open.release;
    const made = await open.split(parts.before, parts.after);
    await desk.relist();
    await desk.show(made.id);
    desk.notices.say(
      w.parting.split,
      () => void takeBack(desk, open.id, revision, () => desk.commands.trash({ id: made.id })),
    );
  });
}

/** Puts another release at the end of the open one. */
export async function joinTo(desk: Desk, other: number): Promise<void> {
  const { open } = desk;
  if (!open) return;
  await desk.attempt(async () => {
    await open.queue.flush();
    const { revision } = open.release;
    await open.join(other);
    await desk.relist();
    desk.notices.say(
      w.parting.joined,
      () => void takeBack(desk, open.id, revision, () => desk.commands.restore({ id: other })),
    );
  });
}

/** The release reads again as it did; what was made or put away beside it goes where it was. */
async function takeBack(
  desk: Desk,
  id: number,
  revision: number,
  beside: () => Promise<unknown>,
): Promise<void> {
  await desk.attempt(async () => {
    await desk.flush();
    const { revision: base } = await desk.commands.release({ id });
    await desk.commands.restore_revision({ id, base, revision });
    await beside();
    await desk.show(id);
    await desk.refresh();
  });
}
