/** What happened to a release, in one line of time: its revisions, its steps, what left the desk. */
import type { Event, ExportRecord, RevisionInfo } from "../platform";

export type Moment =
  | { sort: "revision"; at: string; revision: RevisionInfo }
  | { sort: "event"; at: string; event: Event }
  | { sort: "export"; at: string; record: ExportRecord };

/** The latest first; of what happened at one moment, the act before the words it was done to. */
export function timeline(
  revisions: RevisionInfo[],
  events: Event[],
  exports: ExportRecord[],
): Moment[] {
  const moments: Moment[] = [
    ...exports.map((record) => ({ sort: "export" as const, at: record.at, record })),
    ...events.map((event) => ({ sort: "event" as const, at: event.at, event })).reverse(),
    ...revisions.map((revision) => ({ sort: "revision" as const, at: revision.at, revision })),
  ];
  return moments.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
