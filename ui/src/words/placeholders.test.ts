// @vitest-environment node
import { expect, it } from "vitest";

import { en } from "./en";
import { placeholdersIn } from "./placeholders";

const otherwise = { ...en.editor.placeholders, headline: "As the window says" };

it("speaks the language of the release, whatever the country", () => {
  expect(placeholdersIn("de-AT", otherwise).headline).toBe("Überschrift");
  expect(placeholdersIn("ar", otherwise).place).toBe("المكان");
  expect(placeholdersIn("en-US", otherwise).headline).toBe("Headline");
});

it("speaks the language of the window where it has no other", () => {
  expect(placeholdersIn("kk", otherwise)).toBe(otherwise);
  expect(placeholdersIn("", otherwise)).toBe(otherwise);
});

it("has words for each slot", () => {
  const slots = Object.keys(en.editor.placeholders).sort();
  for (const tag of ["de", "es", "ar", "fr", "ru"]) {
    const own = placeholdersIn(tag, otherwise);
    expect(Object.keys(own).sort()).toEqual(slots);
    expect(Object.values(own).every((words) => words.trim())).toBe(true);
  }
});
