/** What happened to a release outside its words, as the desk's record tells it. */
import { dayAndClock } from "../list/when";
import type { Event } from "../platform";
import { w } from "../words";

export function saidOf({ what, to, why }: Event): string {
  const { happened } = w.details;
  if (what === "moved") return happened.moved(w.stages[to]);
  if (what === "planned" && !why) return happened.unplanned;
  return happened[what];
}

/** Why it happened; a plan notes its time instead of a reason. */
export function reasonOf({ what, why }: Event): string {
  if (what === "planned" && why) return w.plan.waits(dayAndClock(new Date(why), w.locale));
  return why ?? "";
}
