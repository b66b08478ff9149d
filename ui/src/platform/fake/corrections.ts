/** Corrections on the invented desk: begun, described, tied to what was wrong. */
import type { Content } from "../bindings/Content";
import type { Release } from "../bindings/Release";
import type { Wrong } from "../bindings/Wrong";
import { refusal, type FakeDesk } from "./desk";
import { say } from "./say";
import { textOf } from "./text";

/** A draft with the words that are out. */
export function correctionOf(desk: FakeDesk, id: number): Release {
  const { content, section, tags, stage, reference } = desk.kept(id).release;
  if (stage !== "released" && stage !== "corrected") {
    throw refusal(
      say(
        "Release {id} is not out as it stands (stage: {stage}), so there is nothing to correct for readers. Change its text.",
        { id, stage: say(stage) },
      ),
    );
  }
  const correction = { of: id, reference: reference ?? "", what: "" };
  return desk.create({ ...content, kind: "correction", correction }, section, tags);
}

/** The release that a correction names, by its number or its reference. */
function original(desk: FakeDesk, { kind, correction }: Content): Release | null {
  if (kind !== "correction" || !correction) return null;
  const { of, reference } = correction;
  const known = desk.all();
  return (
    known.find((release) => release.id === of) ??
    known.find((release) => reference !== "" && release.reference === reference) ??
    null
  );
}

export function wrong(desk: FakeDesk, content: Content): Wrong | null {
  const found = original(desk, content);
  if (!found) return null;
  const exports = desk.exports.filter(({ release }) => release === found.id).reverse();
  return { id: found.id, headline: found.content.headline, exports };
}

/** The parts that differ, by their names alone. */
export function proposed(desk: FakeDesk, content: Content): string {
  const found = original(desk, content);
  if (!found) return "";
  const parts = [
    found.content.headline !== content.headline && "the headline",
    found.content.subhead !== content.subhead && "the subhead",
    textOf(found.content.body) !== textOf(content.body) && "the text",
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Corrects ${parts.join(" and ")}.` : "";
}
