/** The steps of a release through the house, each asking first for what it needs. */
import type { Slot } from "../platform/bindings/Slot";
import type { Stage } from "../platform/bindings/Stage";
import { faultOf } from "../platform/fault";
import { w } from "../words";
import type { Desk } from "./desk.svelte";

/**
 * Approves the open release. Whoever approves has a name, their own or the one that they have on this
 * computer; what is lacking is shown as a list; errors
 * of the checks stand only for a reason.
 */
export async function approve(desk: Desk, why: string | null = null): Promise<void> {
  if (desk.isNameless) {
    desk.dialog = { is: "name", then: () => void approve(desk, why) };
    return;
  }
  const { open } = desk;
  if (!open) return;
  const goOn = await desk.attempt(async () => {
    await open.queue.flush();
    // Whoever gives a reason has been asked before.
    const asks = why === null && (await desk.commands.wants_other_eyes({ id: open.id }));
    return !asks || (await desk.platform.ask(w.approve.ownWords));
  });
  if (goOn) await moveTo(desk, "approved", why);
}

/** Moves the open release to a stage. A withdrawal comes with its reason. */
export async function moveTo(desk: Desk, stage: Stage, why: string | null = null): Promise<void> {
  const { open } = desk;
  if (!open) return;
  try {
    await open.moveTo(stage, why);
    await desk.relist();
    const { notices } = desk;
    if (stage === "approved") {
      notices.say(w.notices.approved(open.release.approval?.by ?? desk.info.user));
    } else if (stage !== "corrected") {
      notices.say(w.notices[stage]);
    }
  } catch (thrown) {
    const { code, reasons } = faultOf(thrown);
    if (code === "errors") {
      desk.dialog = { is: "errors", reasons };
      return;
    }
    if (code !== "refused") {
      desk.notices.fault(thrown);
      return;
    }
    const title = stage === "approved" ? w.approve.refused : w.approve.refusedMove;
    desk.dialog = { is: "refused", title, reasons: reasons.map(reasonOf) };
  }
}

/** What is lacking comes as the name of a slot; any other reason is a sentence already. */
function reasonOf(reason: string): string {
  return reason in w.slots ? w.approve.lacks(w.slots[reason as Slot]) : reason;
}
