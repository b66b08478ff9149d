/** What can be done about the findings of the open release: walk them, mend them, let them stand. */
import type { Finding } from "../platform";
import { w } from "../words";
import type { Desk } from "./desk.svelte";

/** Goes on to the next finding of the page, or back; after the last comes the first. */
export function walk(desk: Desk, by: 1 | -1): void {
  const findings = desk.open?.findings ?? [];
  if (findings.length === 0) {
    desk.notices.say(w.checks.none);
    return;
  }
  const last = findings.findIndex(({ key }) => key === desk.pointed?.finding.key);
  const at = last < 0 ? (by > 0 ? 0 : findings.length - 1) : last + by;
  const finding = findings.at(at % findings.length);
  if (finding) show(desk, finding, "keys");
}

/** Leads to a finding in the text; to the keys its card comes there, the panel has it already. */
export function show(desk: Desk, finding: Finding, by: "keys" | "panel" = "panel"): void {
  desk.look.over = false;
  desk.page?.show(finding);
  desk.pointed = { finding, box: boxOfFocus(), by };
}

/** Mends a finding; says so when its words are no longer there. */
export function mend(desk: Desk, finding: Finding, replacement: string): void {
  desk.pointed = null;
  if (!desk.page?.mend(finding, replacement)) desk.notices.say(w.checks.gone);
}

/** The findings that the same change mends: same rule, same words, same replacement. */
export function like(findings: readonly Finding[], finding: Finding): Finding[] {
  const [fix] = finding.fixes;
  if (!fix) return [];
  return findings.filter(
    (other) =>
      other.rule === finding.rule &&
      other.excerpt === finding.excerpt &&
      other.fixes[0]?.replacement === fix.replacement,
  );
}

/** Mends all findings like this one. The last comes first, so that no place moves before its turn. */
export function mendAll(desk: Desk, finding: Finding): void {
  const [fix] = finding.fixes;
  if (!fix) return;
  desk.pointed = null;
  const all = like(desk.open?.findings ?? [], finding).reverse();
  const mended = all.filter((one) => desk.page?.mend(one, fix.replacement)).length;
  desk.notices.say(mended > 0 ? w.checks.fixedAll(mended) : w.checks.gone);
}

/** Lets a finding stand in this release, or in the whole office for good. */
export async function accept(
  desk: Desk,
  { key, rule, excerpt }: Finding,
  why: string,
  forGood: boolean,
): Promise<void> {
  const { open } = desk;
  if (!open) return;
  desk.pointed = null;
  await desk.attempt(async () => {
    const finding = { key, rule, excerpt };
    await desk.commands.accept({ id: open.id, finding, why, forGood });
    await open.recheck();
  });
}

export async function reopen(desk: Desk, key: string): Promise<void> {
  const { open } = desk;
  if (!open) return;
  await desk.attempt(async () => {
    await desk.commands.take_acceptance_back({ id: open.id, key });
    await open.recheck();
  });
}

/** Adds the word of a finding to the house's own dictionary. */
export async function addWord(desk: Desk, { excerpt }: Finding): Promise<void> {
  desk.pointed = null;
  await desk.attempt(async () => {
    await desk.commands.accept_word({ word: excerpt });
    await desk.open?.recheck();
    desk.notices.say(w.checks.wordAdded(excerpt));
  });
}

/** Where on the screen the reader is: at the selected words, or at the field that has the focus. */
function boxOfFocus(): DOMRect {
  const selection = document.getSelection();
  const field = document.activeElement;
  const inField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  const range = !inField && selection?.rangeCount ? selection.getRangeAt(0) : null;
  const box = range?.getBoundingClientRect();
  if (box && (box.width > 0 || box.height > 0)) return box;
  return (field ?? document.body).getBoundingClientRect();
}
