import { describe, expect, test } from "vitest";

import { br, open, p, press, text, type, strong } from "./testing";
import { typographyOf } from "./typography";

/** Types on an empty line in a language, and reads the line. */
function typed(language: string, keys: string): string {
  const { editor, view } = open([p("")], { language });
  type(view, keys);
  return editor.text();
}

describe("quotation marks", () => {
  test.each([
    [
      "en-GB",
      `"Ready," he said. "It's 'calm' in the '90s."`,
      "“Ready,” he said. “It’s ‘calm’ in the ’90s.”",
    ],
    ["en-US", `("Ready")`, "(“Ready”)"],
    ["fr", `Il dit "l'eau" et "oui".`, "Il dit «\u00a0l’eau\u00a0» et «\u00a0oui\u00a0»."],
    ["fr-CA", `"a "b" c"`, "«\u00a0a “b” c\u00a0»"],
    ["de", `"Sie sagt 'ja'", so geht's`, "„Sie sagt ‚ja‘“, so geht’s"],
    ["de-CH", `"Sie sagt 'ja'"`, "«Sie sagt ‹ja›»"],
    ["ru", `"Чистая вода"`, "«Чистая вода»"],
    ["ru", `"a "b" c"`, "«a „b“ c»"],
    ["pl", `"tak"`, "„tak”"],
    ["sv", `"ja" 'nej'`, "”ja” ’nej’"],
    ["ar", `"نعم"`, "«نعم»"],
    ["ja", `"はい"`, "「はい」"],
    ["xx", `"x"`, "“x”"],
  ])("%s: %s", (language, keys, expected) => {
    expect(typed(language, keys)).toBe(expected);
  });

  test("open after a line break, a dash and a bracket", () => {
    const { editor, view } = open([p("One", br, "|")]);
    type(view, `"a" –"b" ["c"`);
    expect(editor.text()).toBe("One\n“a” –“b” [“c”");
  });

  test("follow the language of the text when it changes", () => {
    const { editor, view } = open([p("")]);
    type(view, `"a" `);
    editor.update({ language: "de" });
    type(view, `"b"`);
    expect(editor.text()).toBe("“a” „b“");
  });

  test("keep the marks around them", () => {
    const { editor, view } = open([p(text("bold|", strong))]);
    type(view, "'s");
    expect(editor.body().content).toEqual([p(text("bold’s", strong))]);
  });
});

describe("dashes", () => {
  test.each([
    ["en-GB", "Vestmark -- now", "Vestmark – now"],
    ["en-GB", "Vestmark - now", "Vestmark – now"],
    ["en-US", "Vestmark--now", "Vestmark—now"],
    ["en-GB", "Vestmark---now", "Vestmark—now"],
    ["ru", "Порт - это", "Порт — это"],
    ["en-GB", "ship-to-shore, 10-12", "ship-to-shore, 10-12"],
    ["en-GB", "- ", ""],
  ])("%s: %s", (language, keys, expected) => {
    expect(typed(language, keys)).toBe(expected);
  });
});

test.each(["Backspace", "Mod-z"])("%s right after brings back what was typed", (key) => {
  const { editor, view } = open([p("")]);
  type(view, `He said "`);
  press(view, key);
  expect(editor.text()).toBe(`He said "`);
  type(view, `x --`);
  press(view, key);
  expect(editor.text()).toBe(`He said "x --`);
});

test("a region without its own customs follows its language", () => {
  expect(typographyOf("fr-CA")).toEqual(typographyOf("fr"));
  expect(typographyOf("en-US").dash).toBe("—");
});
