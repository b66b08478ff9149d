/** What leaves the invented desk: through a gate like the real one's, onto the record. */
import type { Release } from "../bindings/Release";
import type { Exported, ExportOrder, Fault, Format } from "../wire";
import type { FakeDesk } from "./desk";
import { suggestionsIn } from "./text";
import { say } from "./say";

const ENDINGS: Record<Format, string> = {
  html: "html",
  fragment: "fragment.html",
  email: "email.html",
  eml: "eml",
  text: "txt",
  markdown: "md",
  json: "json",
};

/** Whether it may leave without a mark. */
export function isClear({ stage }: Release): boolean {
  return stage === "approved" || stage === "released" || stage === "corrected";
}

/** Writes releases into a folder, all of them or none. */
export function exported(desk: FakeDesk, ids: number[], order: ExportOrder): Exported {
  const releases = ids.map((id) => desk.kept(id).release);
  const { purpose, overrule, folder, passphrase } = order;
  desk.signing.unlock(passphrase);
  if (purpose === "final") hold(desk, releases, overrule);
  const at = desk.now().toISOString();
  const files = releases.flatMap((release) => {
    const draft = purpose === "draft" && !isClear(release);
    return order.formats.map((format) => {
      const path = `${folder}/${nameOf(release, draft)}.${ENDINGS[format]}`;
      desk.exports.push({
        ...{ release: release.id, revision: release.revision, bulletin: null, format, path },
        ...{ file_hash: "", draft, at, by: desk.user },
        overruled: isOpen(desk, release) ? overrule : null,
      });
      return path;
    });
  });
  return { files, remarks: [] };
}

/** Refuses what may not leave; errors and open suggestions may be overruled with a reason. */
function hold(desk: FakeDesk, releases: Release[], overrule: string | null): void {
  const unapproved = releases.filter((release) => !isClear(release));
  const unsettled = releases.filter((release) => isOpen(desk, release));
  if (unapproved.length > 0) {
    throw refused("refused", unapproved, ({ stage }) => [
      say("it is not approved (stage: {stage}). Approve it, or let it leave marked as a draft", {
        stage: say(stage),
      }),
    ]);
  }
  if (unsettled.length > 0 && !overrule) {
    throw refused("held", unsettled, (release) => [
      ...counted(
        suggestionsOf(release),
        "a suggestion in it is still open. Accept or reject it first",
        "{count} suggestions in it are still open. Accept or reject them first",
      ),
      ...counted(
        errorsOf(desk, release),
        "the checks found one error in it. Mend it",
        "the checks found {count} errors in it. Mend them",
      ),
    ]);
  }
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [say(count === 1 ? one : many, { count })];
}

/** That releases may not leave, with the reasons of each. */
function refused(
  code: Fault["code"],
  releases: Release[],
  why: (release: Release) => string[],
): Fault {
  const sentences = releases.map((release) =>
    say("{subject} (“{title}”) may not leave: {reasons}.", {
      subject: say("Release {id}", { id: release.id }),
      title: release.content.headline,
      reasons: why(release).join("; "),
    }),
  );
  return { code, message: sentences.join("\n"), reasons: releases.flatMap(why) };
}

/** The errors that still count: what is out is not looked into. */
function errorsOf(desk: FakeDesk, release: Release): number {
  if (release.stage !== "approved") return 0;
  const { open } = desk.review(release.id, release.content);
  const approval = desk.events.findLast(
    ({ id, to, what }) => id === release.id && what === "moved" && to === "approved",
  );
  return approval?.why ? 0 : open.filter(({ severity }) => severity === "error").length;
}

function suggestionsOf({ content, stage }: Release): number {
  return stage === "approved" ? suggestionsIn(content.body, content.notes) : 0;
}

function isOpen(desk: FakeDesk, release: Release): boolean {
  return errorsOf(desk, release) + suggestionsOf(release) > 0;
}

function nameOf({ content, reference, id }: Release, draft: boolean): string {
  const slug = content.headline
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "-")
    .slice(0, 60);
  return `${draft ? "DRAFT-" : ""}${(reference ?? String(id)).replace("/", "-")}-${slug}`;
}
