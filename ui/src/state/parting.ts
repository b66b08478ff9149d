/** Splitting the open release at the caret, and joining another one to it; both can be taken back. */
import { faultOf } from "../platform/fault";
import type { Content } from "../platform/bindings/Content";
import { w } from "../words";
import { stillHas } from "./deeds";
import type { Desk } from "./desk.svelte";
import type { Deed } from "./undo.svelte";

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
    const deed = partingOf(desk, w.parting.splitting, {
      id: open.id,
      before: { revision, beside: "trash" },
      after: { revision: open.release.revision, beside: "restore" },
      beside: { id: made.id, content: made.content },
      reads: open.release.content,
    });
    desk.undo.did(deed);
    await desk.relist();
    await desk.show(made.id);
    desk.notices.say(w.parting.split, () => void desk.takeBack(deed));
  });
}

/** Puts another release at the end of the open one. */
export async function joinTo(desk: Desk, other: number): Promise<void> {
  const { open } = desk;
  if (!open) return;
  await desk.attempt(async () => {
    await open.queue.flush();
    const { revision } = open.release;
    const { content } = await desk.commands.release({ id: other });
    await open.join(other);
    const deed = partingOf(desk, w.parting.joining, {
      id: open.id,
      before: { revision, beside: "restore" },
      after: { revision: open.release.revision, beside: "trash" },
      beside: { id: other, content },
      reads: open.release.content,
    });
    desk.undo.did(deed);
    await desk.relist();
    desk.notices.say(w.parting.joined, () => void desk.takeBack(deed));
  });
}

/** How a release reads on one side of a parting, and what becomes of the one beside it. */
interface Side {
  revision: number;
  beside: "trash" | "restore";
}

interface Parting {
  id: number;
  before: Side;
  after: Side;
  /** The release beside it, which reads the same all the time. */
  beside: { id: number; content: Content };
  /** How the release reads now, on the side where the deed has led. */
  reads: Content;
}

function partingOf(desk: Desk, name: string, { id, before, after, beside, reads }: Parting): Deed {
  const go = async (to: Side): Promise<void> => {
    await desk.flush();
    const [here, there] = await Promise.all([
      desk.commands.release({ id }),
      desk.commands.release({ id: beside.id }),
    ]);
    // What was written since would be gone from both; it is taken back by whoever wrote it.
    if (!stillHas(here.content, reads) || !stillHas(there.content, beside.content)) {
      throw faultOf(w.undo.changed);
    }
    const moved = await desk.commands.restore_revision({
      id,
      base: here.revision,
      revision: to.revision,
    });
    reads = moved.content;
    await desk.commands[to.beside]({ id: beside.id });
    await desk.open?.refresh();
    await desk.show(id);
  };
  return { name, inText: true, back: () => go(before), again: () => go(after) };
}
