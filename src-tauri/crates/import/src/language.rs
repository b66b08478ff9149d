//! Which language a text is written in, where its source does not say.

use dateline_model::{Content, Language, Sentence, say};
use whatlang::{Detector, Lang, Script};

use crate::Draft;

/// Below so many characters a guess is worth little.
const SHORTEST: usize = 60;

/// As many characters as decide it.
const SAMPLE: usize = 600;

/// The languages that are told apart: the fewer, the surer.
static KNOWN: [(Lang, &str, Sentence); 32] = [
    (Lang::Eng, "en-GB", Sentence::of("English")),
    (Lang::Ara, "ar", Sentence::of("Arabic")),
    (Lang::Aze, "az", Sentence::of("Azerbaijani")),
    (Lang::Bel, "be", Sentence::of("Belarusian")),
    (Lang::Bul, "bg", Sentence::of("Bulgarian")),
    (Lang::Ces, "cs", Sentence::of("Czech")),
    (Lang::Cmn, "zh", Sentence::of("Chinese")),
    (Lang::Dan, "da", Sentence::of("Danish")),
    (Lang::Deu, "de", Sentence::of("German")),
    (Lang::Ell, "el", Sentence::of("Greek")),
    (Lang::Fin, "fi", Sentence::of("Finnish")),
    (Lang::Fra, "fr", Sentence::of("French")),
    (Lang::Heb, "he", Sentence::of("Hebrew")),
    (Lang::Hin, "hi", Sentence::of("Hindi")),
    (Lang::Hun, "hu", Sentence::of("Hungarian")),
    (Lang::Hye, "hy", Sentence::of("Armenian")),
    (Lang::Ita, "it", Sentence::of("Italian")),
    (Lang::Jpn, "ja", Sentence::of("Japanese")),
    (Lang::Kat, "ka", Sentence::of("Georgian")),
    (Lang::Kor, "ko", Sentence::of("Korean")),
    (Lang::Nld, "nl", Sentence::of("Dutch")),
    (Lang::Nob, "nb", Sentence::of("Norwegian")),
    (Lang::Pes, "fa", Sentence::of("Persian")),
    (Lang::Pol, "pl", Sentence::of("Polish")),
    (Lang::Por, "pt", Sentence::of("Portuguese")),
    (Lang::Ron, "ro", Sentence::of("Romanian")),
    (Lang::Rus, "ru", Sentence::of("Russian")),
    (Lang::Spa, "es", Sentence::of("Spanish")),
    (Lang::Srp, "sr", Sentence::of("Serbian")),
    (Lang::Swe, "sv", Sentence::of("Swedish")),
    (Lang::Tur, "tr", Sentence::of("Turkish")),
    (Lang::Ukr, "uk", Sentence::of("Ukrainian")),
];

/// Sets a draft's language by its words, and says so where it is not English. A draft whose text is
/// short or mixed keeps the language that it has.
pub(crate) fn recognise(draft: &mut Draft) {
    let Some((language, name)) = of(&draft.content) else { return };
    if language.primary() != draft.content.language.primary() {
        draft.note(say!(
            "The language was recognised as {name} ({tag}).",
            name,
            tag = language.tag()
        ));
        draft.content.language = language;
    }
}

/// The language of a text, as far as its words tell: `None` for one that is short or mixed.
#[must_use]
pub fn language_of(text: &str) -> Option<Language> {
    told_by(&text.chars().take(SAMPLE).collect::<String>()).map(|(language, _)| language)
}

fn of(content: &Content) -> Option<(Language, &'static Sentence)> {
    let mut sample = content.headline.clone();
    for passage in content.body.passages() {
        sample.push('\n');
        sample.extend(passage.text.chars().take(SAMPLE));
        if sample.chars().count() >= SAMPLE {
            break;
        }
    }
    told_by(&sample)
}

fn told_by(sample: &str) -> Option<(Language, &'static Sentence)> {
    // Scripts without spaces say more with fewer characters.
    if sample.len() < SHORTEST {
        return None;
    }
    let detector = Detector::with_allowlist(KNOWN.iter().map(|(lang, ..)| *lang).collect());
    let info = detector.detect(sample)?;
    // In any other script a doubtful guess is nearer than English, whose direction and quotation
    // marks would be wrong for certain.
    if !info.is_reliable() && info.script() == Script::Latin {
        return None;
    }
    let (_, tag, name) = KNOWN.iter().find(|(lang, ..)| *lang == info.lang())?;
    Some((tag.parse().ok()?, name))
}

#[cfg(test)]
mod tests {
    use dateline_model::Body;

    use super::*;

    fn recognised(text: &str) -> (String, usize) {
        let mut draft = Draft::default();
        draft.content.body = Body::of_paragraphs([text]);
        recognise(&mut draft);
        (draft.content.language.tag().to_owned(), draft.notes.len())
    }

    #[test]
    fn longer_texts_tell_their_language_and_short_ones_keep_it() {
        for (text, tag) in [
            (
                "Le port de Vestmark a ouvert lundi son nouveau quai après trois ans de travaux.",
                "fr",
            ),
            ("Порт Вестмарк открыл ледовую навигацию. Первым в порт вошёл ледокол «Иней».", "ru"),
            ("افتتح ميناء فيستمارك رصيفه الجديد يوم الاثنين بعد ثلاث سنوات من العمل.", "ar"),
            (
                "ヴェストマーク港は月曜日に新しい岸壁を開きました。三年間の工事の後のことです。",
                "ja",
            ),
        ] {
            assert_eq!(recognised(text), (tag.to_owned(), 1), "{text}");
        }
        let english =
            "The Port of Vestmark opened its new quay on Monday after three years of work.";
        assert_eq!(recognised(english), ("en-GB".to_owned(), 0));
        assert_eq!(recognised("Quai ouvert"), ("en-GB".to_owned(), 0));
    }
}
