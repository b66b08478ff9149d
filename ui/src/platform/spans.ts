/** Times that a search names by their place in the calendar: `after:this-month`. */

/** The first day of each, in local time. Weeks begin on Monday. */
export const SPANS = {
  today: (now: Date) => day(now, 0),
  yesterday: (now: Date) => day(now, -1),
  tomorrow: (now: Date) => day(now, 1),
  "this-week": (now: Date) => day(now, -weekday(now)),
  "last-week": (now: Date) => day(now, -weekday(now) - 7),
  "this-month": (now: Date) => new Date(now.getFullYear(), now.getMonth(), 1),
  "last-month": (now: Date) => new Date(now.getFullYear(), now.getMonth() - 1, 1),
  "this-year": (now: Date) => new Date(now.getFullYear(), 0, 1),
  "last-year": (now: Date) => new Date(now.getFullYear() - 1, 0, 1),
} satisfies Record<string, (now: Date) => Date>;

export type Span = keyof typeof SPANS;

function day(now: Date, away: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + away);
}

/** Days since Monday. */
function weekday(now: Date): number {
  return (now.getDay() + 6) % 7;
}
