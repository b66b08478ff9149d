/** Whether whoever wrote the last words may approve them: a rule of the office, kept in the desk. */
import type { Commands } from "../platform";

/** As the desk knows them: no rule, a question first, a refusal. */
export const APPROVER_RULES = ["off", "warn", "enforce"] as const;

export type ApproverRule = (typeof APPROVER_RULES)[number];

const KEY = "approver-is-not-writer";

export async function approverRule(commands: Commands): Promise<ApproverRule> {
  const kept = await commands.setting({ key: KEY });
  return APPROVER_RULES.find((rule) => rule === kept) ?? "off";
}

export async function setApproverRule(commands: Commands, rule: ApproverRule): Promise<void> {
  await commands.set_setting({ key: KEY, value: rule });
}
