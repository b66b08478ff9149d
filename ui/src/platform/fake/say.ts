/** What the invented desk says, in the window's language: the sentences and catalogues are the program's own. */
import french from "../../../../src-tauri/crates/tongues/fr.po?raw";
import russian from "../../../../src-tauri/crates/tongues/ru.po?raw";
import { w } from "../../words";

type Filling = Record<string, string | number>;

const CATALOGUES: Record<string, Map<string, string>> = {
  fr: pairsOf(french),
  ru: pairsOf(russian),
};

/** A sentence of the program: its English, with what fills its places. */
export function say(english: string, filling: Filling = {}): string {
  const template = CATALOGUES[w.locale]?.get(english) ?? english;
  return template.replace(/\{(\w+)(\|[^}]*)?\}/g, (place, name: string, forms?: string) => {
    const value = filling[name];
    if (value === undefined) return place;
    return forms ? formOf(Number(value), forms.slice(1).split("|")) : String(value);
  });
}

/** The form of a word that goes with a number; French takes the singular for nought as well. */
function formOf(number: number, forms: string[]): string {
  const kinds = w.locale === "ru" ? ["one", "few", "many"] : ["one", "other"];
  const at = kinds.indexOf(new Intl.PluralRules(w.locale).select(number));
  return forms[at] ?? forms.at(-1) ?? "";
}

/** The pairs of a PO file that stand on one line each, as those of the program do. */
function pairsOf(file: string): Map<string, string> {
  const pairs = file.matchAll(/^msgid (".+")\nmsgstr (".+")$/gm);
  return new Map(
    [...pairs].map(([, english = "", said = ""]) => [
      JSON.parse(english) as string,
      JSON.parse(said) as string,
    ]),
  );
}
