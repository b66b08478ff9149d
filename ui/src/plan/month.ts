/** The days of a month as a calendar shows them. */

/** The first day of the month that lies so many months from a day's own. */
export function addMonths(day: Date, months: number): Date {
  return new Date(day.getFullYear(), day.getMonth() + months, 1);
}

/** Whole weeks, Monday to Sunday, that hold every day of the month. */
export function daysOf(first: Date): Date[] {
  const [year, month] = [first.getFullYear(), first.getMonth()];
  const before = (new Date(year, month, 1).getDay() + 6) % 7;
  const length = new Date(year, month + 1, 0).getDate();
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks * 7 }, (_, at) => new Date(year, month, 1 - before + at));
}

/** `July 2026`. */
export function monthName(first: Date, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(first);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
