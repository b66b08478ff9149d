/** What is planned on the invented desk, and what speakers have agreed to. */
import type { Commands } from "../bindings/commands";
import type { Planned, SignOff } from "../wire";
import { attempt } from "./answer";
import { refusal, type FakeDesk } from "./desk";
import { rowOf } from "./rows";
import { say } from "./say";

export function planningCommands(
  desk: FakeDesk,
): Pick<Commands, "plan" | "calendar" | "due" | "sign_offs" | "sign_off" | "wants_other_eyes"> {
  const consents = new Map<number, SignOff[]>();
  const calendar = (from: string, to: string): Planned[] =>
    desk
      .all()
      .filter(({ trashed }) => !trashed)
      .flatMap((release) => {
        const row = rowOf(release, []);
        const at = (time: string | null | undefined, what: Planned["what"]) =>
          row && time && new Date(time) >= new Date(from) && new Date(time) < new Date(to)
            ? [{ at: time, what, row }]
            : [];
        return [
          ...at(release.release_at, "release"),
          ...at(release.content.embargo?.until, "embargo"),
        ];
      })
      .sort((a, b) => a.at.localeCompare(b.at));
  return {
    plan: ({ id, at }) =>
      attempt(() => {
        const { release } = desk.kept(id);
        if (at && (release.stage === "released" || release.stage === "corrected")) {
          throw refusal(
            say("Release {id} is out already. Only what is still to be released can be planned.", {
              id,
            }),
          );
        }
        return desk.change(id, { release_at: at });
      }),
    calendar: ({ from, to }) => attempt(() => calendar(from, to)),
    due: () =>
      attempt(() =>
        calendar(new Date(0).toISOString(), desk.now().toISOString()).filter(
          ({ what }) => what === "release",
        ),
      ),
    sign_offs: ({ id }) => attempt(() => consents.get(id) ?? []),
    sign_off: ({ id, speaker, words }) =>
      attempt(() => {
        const consent = { speaker, words, by: desk.user, at: desk.now().toISOString() };
        const given = [...(consents.get(id) ?? []), consent];
        consents.set(id, given);
        return given;
      }),
    wants_other_eyes: ({ id }) => attempt(() => desk.approverRule === "warn" && desk.isOwn(id)),
  };
}
