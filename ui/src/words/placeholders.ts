/**
 * What the empty slots of a page say: in the language of the release, because it stands where its text
 * will stand. Other languages have the words of the window.
 */
import { en, type Words } from "./en";
import { fr } from "./fr";
import { ru } from "./ru";

export type Placeholders = Words["editor"]["placeholders"];

const OWN: Record<string, Placeholders> = {
  en: en.editor.placeholders,
  fr: fr.editor.placeholders,
  ru: ru.editor.placeholders,
  de: {
    headline: "Überschrift",
    subhead: "Ein Satz unter der Überschrift",
    place: "Ort",
    date: "Datum",
    body: "Beginnen Sie mit dem Wichtigsten: wer, was, wann, wo",
    notes: "Was nur die Redaktionen wissen müssen; jeder Absatz erhält eine Nummer",
    correction: "Zum Beispiel: Berichtigt den Namen im dritten Absatz",
    required: "erforderlich",
  },
  es: {
    headline: "Titular",
    subhead: "Una frase bajo el titular",
    place: "Lugar",
    date: "Fecha",
    body: "Empiece por lo esencial: quién, qué, cuándo, dónde",
    notes: "Lo que solo las redacciones deben saber; cada párrafo lleva un número",
    correction: "Por ejemplo: corrige el nombre del tercer párrafo",
    required: "obligatorio",
  },
  ar: {
    headline: "العنوان",
    subhead: "جملة واحدة تحت العنوان",
    place: "المكان",
    date: "التاريخ",
    body: "ابدأ بالأهم: من، ماذا، متى، أين",
    notes: "ما ينبغي أن تعرفه هيئات التحرير وحدها؛ لكل فقرة رقم",
    correction: "مثلًا: تصحيح الاسم في الفقرة الثالثة",
    required: "مطلوب",
  },
};

/** The placeholders of a release in that language; `otherwise` where there are none. */
export function placeholdersIn(language: string, otherwise: Placeholders): Placeholders {
  return OWN[language.split("-")[0] ?? ""] ?? otherwise;
}
