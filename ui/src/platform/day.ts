/** `2026-07-25`, by the clock on the wall: a calendar day as the desk writes it. */
export function dayKey(day: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
