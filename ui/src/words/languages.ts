/** Languages of releases: their names, their direction, and those that are offered first. */

/** What an office that writes for the world is likely to need; any other tag is kept as it is. */
export const OFFERED = [
  "en-GB",
  "en-US",
  "fr",
  "de",
  "es",
  "it",
  "pt",
  "nl",
  "nb",
  "sv",
  "da",
  "fi",
  "pl",
  "ru",
  "uk",
  "kk",
  "ky",
  "tr",
  "ar",
  "fa",
  "he",
  "zh-Hans",
  "ja",
];

const RTL = new Set(["ar", "he", "fa", "ur", "ps", "yi", "dv", "ug", "sd", "ckb"]);

export function languageName(tag: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return tag;
  }
}

export function directionOf(tag: string): "ltr" | "rtl" {
  const [primary = "", script = ""] = tag.split("-");
  if (script === "Latn" || script === "Cyrl") return "ltr";
  return RTL.has(primary) || script === "Arab" || script === "Hebr" ? "rtl" : "ltr";
}
