/** Suggesting, commenting, and going from one remark to the next. */
import { w } from "../words";
import type { Desk } from "./desk.svelte";

/** Turns suggesting on or off. Whoever suggests has a name. */
export function toggleSuggesting(desk: Desk): void {
  if (!desk.suggesting && !desk.info.user) {
    desk.dialog = { is: "name", then: () => toggleSuggesting(desk) };
    return;
  }
  desk.suggesting = !desk.suggesting;
  desk.notices.say(desk.suggesting ? w.remarks.on : w.remarks.off);
}

/** Begins a comment on the selected words. */
export function beginComment(desk: Desk): void {
  if (!desk.info.user) {
    desk.dialog = { is: "name", then: () => beginComment(desk), takesFocus: true };
    return;
  }
  const words = desk.page?.selectedWords ?? "";
  if (!words.trim()) {
    desk.notices.say(w.remarks.selectFirst);
    return;
  }
  desk.commenting = words;
  desk.look.inspect("remarks");
}

/** Goes to the next or previous suggestion, round the end. */
export function stepSuggestion({ page, notices }: Desk, by: 1 | -1): void {
  const all = page?.suggestions ?? [];
  const at = all.findIndex(({ id }) => id === page?.caret.suggestion);
  const next = all[(at < 0 ? (by > 0 ? 0 : -1) : at + by + all.length) % all.length] ?? all.at(-1);
  if (next) page?.showRemark(next);
  else notices.say(w.remarks.none);
}

/** Decides on the suggestion at the caret, and goes on to the next. */
export function decideHere(desk: Desk, accept: boolean): void {
  const { page } = desk;
  const id = page?.caret.suggestion;
  if (!page || !id) {
    desk.notices.say(w.remarks.notHere);
    return;
  }
  const at = page.suggestions.findIndex((one) => one.id === id);
  page.decide(accept, [id]);
  const next = page.suggestions[at] ?? page.suggestions[0];
  if (next) page.showRemark(next);
  tell(desk, accept, 1);
}

/** Decides on every suggestion. */
export function decideAll(desk: Desk, accept: boolean): void {
  const number = desk.page?.suggestions.length ?? 0;
  desk.page?.decide(accept);
  tell(desk, accept, number);
}

/** Says how many were decided on, and how many are left. */
export function tell({ notices, page }: Desk, accept: boolean, number: number): void {
  const left = page?.suggestions.length ?? 0;
  const done = accept ? w.remarks.accepted(number) : w.remarks.rejected(number);
  notices.say(`${done} ${w.remarks.left(left)}`);
}
