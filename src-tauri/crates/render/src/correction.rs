//! What a correction puts right, said from the difference of two texts: which parts of what readers
//! have are other now, and the words, where they are few.

use dateline_model::{Block, Body, Content};

/// Words of more than this many characters are named by their place alone.
const FEW: usize = 60;

/// How many pairs of paragraphs are compared.
const MOST: usize = 4_000_000;

/// A sentence for the note of a correction: what `after` changes in `before`, and where in it, in the
/// language of `after`; empty where nothing differs. English stands in for a language without words.
pub fn proposed_correction(before: &Content, after: &Content) -> String {
    let tongue = Tongue::of(after.language.tag());
    let (before, after) = (before.settled(), after.settled());
    let mut parts = Vec::new();
    let mut line = |name: &str, old: &str, new: &str| {
        if old.trim() != new.trim() {
            parts.push(format!("{name}{}", tongue.instead(old, new)));
        }
    };
    line(tongue.headline, &before.headline, &after.headline);
    line(tongue.subhead, &before.subhead, &after.subhead);
    line(tongue.place, &before.place, &after.place);
    parts.extend(text(&before.body, &after.body, tongue));
    for (differs, name) in [
        (before.notes != after.notes, tongue.notes),
        (before.boilerplates != after.boilerplates, tongue.about),
        (before.contacts != after.contacts, tongue.contact),
    ] {
        if differs {
            parts.push(name.to_owned());
        }
    }
    match parts.pop() {
        None => String::new(),
        Some(only) if parts.is_empty() => format!("{}{only}.", tongue.corrects),
        Some(last) => format!("{}{}{}{last}.", tongue.corrects, parts.join(", "), tongue.and),
    }
}

/// The paragraphs that are other, by their number in the text that readers have.
fn text(before: &Body, after: &Body, tongue: &Tongue) -> Vec<String> {
    let (old, new) = (paragraphs(before), paragraphs(after));
    let mut parts = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (a, b) in common(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        let pairs = (a - from).min(b - to);
        for at in 0..pairs {
            let instead = tongue.instead(&old[from + at], &new[to + at]);
            parts.push(format!("{}{instead}", tongue.paragraph(from + at)));
        }
        for gone in from + pairs..a {
            parts.push(tongue.fill(tongue.gone, gone));
        }
        for _ in to + pairs..b {
            parts.push(match from + pairs {
                0 => tongue.added_first.to_owned(),
                behind => tongue.fill(tongue.added, behind - 1),
            });
        }
        (from, to) = (a + 1, b + 1);
    }
    parts
}

fn paragraphs(body: &Body) -> Vec<String> {
    // A picture has no words, but another picture is another text.
    let pictures = body.0.iter().filter(|block| matches!(block, Block::Figure { .. }));
    let pictures = pictures.map(|block| format!("{block:?}"));
    let words = body.passages().into_iter().map(|passage| passage.text);
    words.filter(|text| !text.trim().is_empty()).chain(pictures).collect()
}

/// The paragraphs that both have, in order: the longest such row.
fn common(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    // No release is so long that this matters; a file that is not one must not take all memory.
    if old.len().saturating_mul(new.len()) > MOST {
        return Vec::new();
    }
    let mut longest = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for (a, one) in old.iter().enumerate().rev() {
        for (b, other) in new.iter().enumerate().rev() {
            longest[a][b] = if one == other {
                longest[a + 1][b + 1] + 1
            } else {
                longest[a + 1][b].max(longest[a][b + 1])
            };
        }
    }
    let (mut a, mut b, mut row) = (0, 0, Vec::new());
    while a < old.len() && b < new.len() {
        if old[a] == new[b] {
            row.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[a + 1][b] >= longest[a][b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    row
}

/// The words that are other, without those that both begin and end with.
fn middle<'t>(old: &'t str, new: &'t str) -> (String, String) {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_whitespace().collect(), new.split_whitespace().collect());
    let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[front..], &new[front..]);
    let back = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    (old[..old.len() - back].join(" "), new[..new.len() - back].join(" "))
}

/// How a language says it.
struct Tongue {
    corrects: &'static str,
    and: &'static str,
    headline: &'static str,
    subhead: &'static str,
    place: &'static str,
    lead: &'static str,
    /// The ordinals from the second on, in the form that stands before the paragraph.
    ordinals: [&'static str; 9],
    /// `{n}` is the ordinal.
    paragraph: &'static str,
    /// The same by number, further down: `{n}`.
    numbered: &'static str,
    /// `{p}` is the paragraph.
    gone: &'static str,
    added: &'static str,
    added_first: &'static str,
    notes: &'static str,
    about: &'static str,
    contact: &'static str,
    /// `{new}` and `{old}`.
    instead: &'static str,
}

const ENGLISH: Tongue = Tongue {
    corrects: "Corrects ",
    and: " and ",
    headline: "the headline",
    subhead: "the subhead",
    place: "the place",
    lead: "the lead",
    ordinals: [
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ],
    paragraph: "the {n} paragraph",
    numbered: "paragraph {n}",
    gone: "{p} (taken out)",
    added: "the text after {p} (a paragraph was added)",
    added_first: "the beginning (a paragraph was added)",
    notes: "the notes to editors",
    about: "the text about the organisation",
    contact: "the contact",
    instead: " (“{new}”, not “{old}”)",
};

const FRENCH: Tongue = Tongue {
    corrects: "Corrige ",
    and: " et ",
    headline: "le titre",
    subhead: "le sous-titre",
    place: "le lieu",
    lead: "le chapô",
    ordinals: [
        "deuxième",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
    ],
    paragraph: "le {n} paragraphe",
    numbered: "le paragraphe {n}",
    gone: "{p} (supprimé)",
    added: "le texte après {p} (un paragraphe ajouté)",
    added_first: "le début (un paragraphe ajouté)",
    notes: "les notes aux rédactions",
    about: "le texte sur l’organisation",
    contact: "le contact",
    instead: " («\u{a0}{new}\u{a0}» et non «\u{a0}{old}\u{a0}»)",
};

const RUSSIAN: Tongue = Tongue {
    corrects: "Исправлено: ",
    and: ", ",
    headline: "заголовок",
    subhead: "подзаголовок",
    place: "место",
    lead: "первый абзац",
    ordinals: [
        "второй",
        "третий",
        "четвёртый",
        "пятый",
        "шестой",
        "седьмой",
        "восьмой",
        "девятый",
        "десятый",
    ],
    paragraph: "{n} абзац",
    numbered: "абзац {n}",
    gone: "{p} (снят)",
    added: "добавлен абзац (перед ним {p})",
    added_first: "добавлен абзац в начале",
    notes: "примечания для редакций",
    about: "текст об организации",
    contact: "контакты",
    instead: " («{new}» вместо «{old}»)",
};

impl Tongue {
    fn of(tag: &str) -> &'static Self {
        match tag.split('-').next() {
            Some("fr") => &FRENCH,
            Some("ru") => &RUSSIAN,
            _ => &ENGLISH,
        }
    }

    /// The words themselves, where they are few on both sides.
    fn instead(&self, old: &str, new: &str) -> String {
        let (old, new) = middle(old, new);
        let few = |words: &str| !words.is_empty() && words.chars().count() <= FEW;
        if !few(&old) || !few(&new) {
            return String::new();
        }
        crate::words::fill(self.instead, &[("new", &new), ("old", &old)])
    }

    fn paragraph(&self, at: usize) -> String {
        let number = (at + 1).to_string();
        match at {
            0 => self.lead.to_owned(),
            _ => match self.ordinals.get(at - 1) {
                Some(ordinal) => crate::words::fill(self.paragraph, &[("n", ordinal)]),
                None => crate::words::fill(self.numbered, &[("n", &number)]),
            },
        }
    }

    fn fill(&self, pattern: &str, at: usize) -> String {
        crate::words::fill(pattern, &[("p", &self.paragraph(at))])
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::Contact;

    use super::*;

    fn release(tag: &str, paragraphs: &[&str]) -> Content {
        Content {
            language: tag.parse().unwrap(),
            headline: "Fairway open".into(),
            body: Body(paragraphs.iter().map(|text| Block::paragraph(text)).collect()),
            ..Content::default()
        }
    }

    #[test]
    fn what_changed_is_named_with_its_place() {
        let before = release("en", &["It is open.", "It is 12 metres deep.", "Ships may enter."]);
        let said = |after: &Content| proposed_correction(&before, after);
        assert_eq!(said(&before), "");
        let one = release("en", &["It is open.", "It is 11 metres deep.", "Ships may enter."]);
        assert_eq!(said(&one), "Corrects the second paragraph (“11”, not “12”).");
        let mut more = release("en", &["It is open.", "Ships may enter.", "Pilots wait."]);
        more.headline = "Fairway open again".into();
        more.contacts.push(Contact::default());
        assert_eq!(
            said(&more),
            "Corrects the headline, the second paragraph (taken out), the text after the third \
             paragraph (a paragraph was added) and the contact."
        );
        let lead =
            release("en", &["Yes.", "It is open.", "It is 12 metres deep.", "Ships may enter."]);
        assert_eq!(said(&lead), "Corrects the beginning (a paragraph was added).");
    }

    #[test]
    fn it_is_said_in_the_language_of_the_correction() {
        let (a, b) = (["Il ouvre.", "Le 3 mai."], ["Il ouvre.", "Le 4 mai."]);
        assert_eq!(
            proposed_correction(&release("fr", &a), &release("fr", &b)),
            "Corrige le deuxième paragraphe («\u{a0}4\u{a0}» et non «\u{a0}3\u{a0}»)."
        );
        assert_eq!(
            proposed_correction(&release("ru", &a), &release("ru", &b)),
            "Исправлено: второй абзац («4» вместо «3»)."
        );
    }
}
