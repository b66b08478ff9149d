/** Time zones as they are chosen, and an embargo as it stands in its own zone. */
import type { Embargo } from "../platform/bindings/Embargo";

export interface Zone {
  value: string;
  label: string;
}

let known: Zone[] | undefined;

/** Every zone of the system, by its IANA name: what readers know is the city in it. */
export function zones(): Zone[] {
  known ??= ["UTC", ...Intl.supportedValuesOf("timeZone")].map((name) => ({
    value: name,
    label: name.replaceAll("_", " "),
  }));
  return known;
}

/** The day (`2026-10-15`) and the time (`00:01`) of an embargo, on the clocks of its zone. */
export function localOf({ until, zone }: Embargo): { day: string; time: string } {
  // Swedish writes dates and times the way ISO 8601 does.
  const said = new Intl.DateTimeFormat("sv", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(until));
  const [day = "", time = ""] = said.split(" ");
  return { day, time };
}
