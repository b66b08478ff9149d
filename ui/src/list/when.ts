/** When something happened, as a list says it: the nearer, the finer. */

const DAY = 86_400_000;

/** The midnight, in local time, at which the day of `at` began. */
export function dayOf(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).valueOf();
}

/** Days between two dates on the calendar; clock changes do not count. */
export function daysBetween(at: Date, now: Date): number {
  return Math.round((dayOf(now) - dayOf(at)) / DAY);
}

/** `14:02` today, `Mon` this week (before or after now), `28 Sep` this year, `28 Sep 2024` before. */
export function age(at: Date, now: Date, locale: string): string {
  const days = daysBetween(at, now);
  if (days === 0) return clock(at, locale);
  if (Math.abs(days) < 7) return format(at, locale, { weekday: "short" });
  if (at.getFullYear() === now.getFullYear()) {
    return format(at, locale, { day: "numeric", month: "short" });
  }
  return format(at, locale, { day: "numeric", month: "short", year: "numeric" });
}

export function clock(at: Date, locale: string): string {
  return format(at, locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function dayAndClock(at: Date, locale: string): string {
  return format(at, locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** A calendar day, given as `2026-07-25`. */
export function day(date: string, locale: string): string {
  return format(new Date(`${date}T12:00`), locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** A month as a heading: `September`, with the year when it is another one. */
export function month(at: Date, now: Date, locale: string): string {
  const year = at.getFullYear() === now.getFullYear() ? undefined : ("numeric" as const);
  const said = format(at, locale, { month: "long", year });
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and cheap to keep. */
function format(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale, options)));
  return made.format(at);
}
