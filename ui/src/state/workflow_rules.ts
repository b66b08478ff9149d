/** The office's rules for what leaves the desk, which the desk keeps and the gate obeys. */
import type { Commands } from "../platform";

/**
 * Whether whoever wrote the last words may approve them, as the desk knows it: no rule, a question
 * first, a refusal.
 */
export const APPROVER_RULES = ["off", "warn", "enforce"] as const;

export type ApproverRule = (typeof APPROVER_RULES)[number];

const APPROVER = "approver-is-not-writer";
const ERRORS_STOP = "errors-stop";

export async function approverRule(commands: Commands): Promise<ApproverRule> {
  const kept = await commands.setting({ key: APPROVER });
  return APPROVER_RULES.find((rule) => rule === kept) ?? "off";
}

export async function setApproverRule(commands: Commands, rule: ApproverRule): Promise<void> {
  await commands.set_setting({ key: APPROVER, value: rule });
}

/** Whether errors that nobody gave a reason for hold an approved text back from its export. */
export async function errorsStop(commands: Commands): Promise<boolean> {
  return (await commands.setting({ key: ERRORS_STOP })) !== "off";
}

export async function setErrorsStop(commands: Commands, stop: boolean): Promise<void> {
  await commands.set_setting({ key: ERRORS_STOP, value: stop ? "on" : "off" });
}
