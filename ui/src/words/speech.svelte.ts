/** The words of the interface in the language that is chosen. */
import { en, type Words } from "./en";
import { fr } from "./fr";
import { ru } from "./ru";

const CATALOGUES = { en, fr, ru } satisfies Record<string, Words>;

export type Tongue = keyof typeof CATALOGUES;

let words = $state.raw<Words>(en);

/** The catalogue: `w.editor.approve`. What shows a word follows when the language changes. */
export const w: Words = new Proxy({} as Words, {
  get: (_, group) => words[group as keyof Words],
});

/** Changes the language. Answers the tag that the window is in now. */
export function speak(tongue: Tongue | "system"): Tongue {
  const spoken = tongue === "system" ? systemTongue(navigator.languages) : tongue;
  words = CATALOGUES[spoken];
  return spoken;
}

/** The first of the system's languages that there is a catalogue for. */
export function systemTongue(wanted: readonly string[]): Tongue {
  const primaries = wanted.map((tag) => tag.split("-")[0] ?? "");
  return primaries.find((tag): tag is Tongue => tag in CATALOGUES) ?? "en";
}
