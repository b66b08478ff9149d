/** Dates and embargoes of the invented desk: a small likeness of what the model does in Rust. */
import type { Embargo } from "../bindings/Embargo";
import type { Instant } from "../bindings/Instant";
import { refusal } from "./desk";
import { say } from "./say";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export function readDate(text: string, today: Date): string | null {
  const trimmed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = (trimmed.match(/\d+/g) ?? []).map(Number);
  const word = trimmed.match(/\p{L}{3,}/gu)?.find((w) => MONTHS.some((m) => w.startsWith(m)));
  const month = word ? MONTHS.findIndex((m) => word.startsWith(m)) + 1 : numbers[1];
  const [first, second, third] = numbers;
  const year = (word ? second : third) ?? today.getFullYear();
  return first && month ? day(year, month, first) : null;
}

export function longDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${date}T12:00:00Z`));
}

/** Reads `2026-10-15 00:01 Europe/Oslo`, with an offset after the time where it needs one. */
export function readEmbargo(text: string): Embargo {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)([+-]\d\d:\d\d)? (\S+)$/.exec(text.trim());
  const [, date, time, offset, zone] = parts ?? [];
  if (!date || !time || !zone) {
    throw refusal(
      say(
        "“{text}” is no embargo. Write it as 2018-10-11 00:01 Asia/Bishkek, with the zone, or as an instant such as 2018-10-11T00:01:00+06:00 Asia/Bishkek.",
        { text },
      ),
    );
  }
  if (offset) return { until: new Date(`${date}T${time}${offset}`).toISOString(), zone };
  const [only, other] = instantsOf(Date.parse(`${date}T${time}Z`), zone);
  if (only === undefined) {
    throw refusal(
      say(
        "{local} does not exist in {zone}: the clocks are put forward over it. Choose a time before or after the change.",
        { local: `${date} ${time}`, zone },
      ),
    );
  }
  if (other !== undefined) {
    throw refusal(
      say(
        "{local} happens twice in {zone}, because the clocks are put back: once at {first} and once at {second}. Write the one that you mean, offset included.",
        {
          ...{ local: `${date} ${time}`, zone },
          first: new Date(only).toISOString(),
          second: new Date(other).toISOString(),
        },
      ),
    );
  }
  return { until: new Date(only).toISOString(), zone };
}

/** The instants at which the clocks of a zone show a time, given as if it were UTC. */
function instantsOf(utc: number, zone: string): number[] {
  // The offset is the one of the day before or of the day after; on most days they are the same.
  const offsets = [-1, 1].map((days) => offsetOf(new Date(utc + days * 864e5), zone));
  return [...new Set(offsets.map((minutes) => utc - minutes * 6e4))]
    .filter((at) => at + offsetOf(new Date(at), zone) * 6e4 === utc)
    .sort((a, b) => a - b);
}

/** Both readings of a time that comes twice, or the nearest on both sides of one that never does. */
export function embargoChoices(text: string): Instant[] {
  const [, date, time, zone] = /^(\S+) (\S+) (\S+)$/.exec(text.trim()) ?? [];
  const utc = Date.parse(`${date}T${time}Z`);
  if (!zone || isNaN(utc)) return [];
  const near = (step: number): number[] => {
    for (let minutes = 1; minutes <= 1500; minutes++) {
      const [at] = instantsOf(utc + step * minutes * 6e4, zone);
      if (at !== undefined) return [at];
    }
    return [];
  };
  const exact = instantsOf(utc, zone);
  const meant = exact.length > 0 ? exact : [...near(-1), ...near(1)];
  return meant.map((at) => {
    const offset = offsetOf(new Date(at), zone);
    const local = new Date(at + offset * 6e4).toISOString().slice(0, 16).replace("T", " ");
    const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
    return {
      moment: { until: new Date(at).toISOString(), zone },
      local,
      zone: `${city}, UTC${offset < 0 ? "−" : "+"}${Math.abs(offset) / 60}`,
    };
  });
}

export function embargoLine({ until, zone }: Embargo, language: string): string {
  const at = new Date(until);
  const when = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hourCycle: "h23",
    timeZone: zone,
  }).format(at);
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return `Not for publication or broadcast before ${when} (${city})`;
}

function day(year: number, month: number, date: number): string | null {
  const said = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const read = new Date(`${said}T12:00:00Z`);
  return !isNaN(read.valueOf()) && read.toISOString().startsWith(said) ? said : null;
}

/** Minutes that a zone is ahead of UTC at an instant. */
function offsetOf(at: Date, zone: string): number {
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find((part) => part.type === "timeZoneName")?.value;
  const found = /([+-])(\d\d):(\d\d)/.exec(name ?? "");
  if (!found) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}
