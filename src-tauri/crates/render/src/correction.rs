//! What a correction puts right, said from the difference of two texts: which parts of what readers
//! have are other now, and the words, where they are few.

use dateline_model::{Block, Body, Content};

/// Words of more than this many characters are named by their place alone.
const FEW: usize = 60;

/// How many pairs of blocks are compared.
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

/// The paragraphs that are other, by their number in the text that readers have. A list, a quotation,
/// a table and a picture count as one.
fn text(before: &Body, after: &Body, tongue: &Tongue) -> Vec<String> {
    let (old, new) = (shown(before), shown(after));
    let mut parts = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (a, b) in common(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        let pairs = (a - from).min(b - to);
        for at in (0..pairs).filter(|at| old[from + at] != new[to + at]) {
            let instead = tongue.instead(&words(old[from + at]), &words(new[to + at]));
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

/// The blocks that readers count: all but empty ones and lines between two parts of the text.
fn shown(body: &Body) -> Vec<&Block> {
    let blocks = body.0.iter();
    blocks
        .filter(|block| matches!(block, Block::Figure(_)) || !words(block).trim().is_empty())
        .collect()
}

/// All words of a block: its speaker, its caption and what stands for a picture among them.
fn words(block: &Block) -> String {
    Body(vec![block.clone()]).plain_text()
}

/// The blocks that both have, in order: the longest such row.
fn common(old: &[&Block], new: &[&Block]) -> Vec<(usize, usize)> {
    let (front, back) = ends(old, new);
    let (behind_old, behind_new) = (old.len() - back, new.len() - back);
    let between = longest(&old[front..behind_old], &new[front..behind_new]);
    let head = (0..front).map(|at| (at, at));
    let between = between.into_iter().map(|(a, b)| (front + a, front + b));
    let tail = (0..back).map(|at| (behind_old + at, behind_new + at));
    head.chain(between).chain(tail).collect()
}

fn longest(old: &[&Block], new: &[&Block]) -> Vec<(usize, usize)> {
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
    let (front, back) = ends(&old, &new);
    (old[front..old.len() - back].join(" "), new[front..new.len() - back].join(" "))
}

/// How many both begin with, and how many behind those both end with.
fn ends<T: PartialEq>(old: &[T], new: &[T]) -> (usize, usize) {
    let same = |(a, b): &(&T, &T)| a == b;
    let front = old.iter().zip(new).take_while(same).count();
    let (old, new) = (&old[front..], &new[front..]);
    (front, old.iter().rev().zip(new.iter().rev()).take_while(same).count())
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
    use dateline_model::{Contact, Figure, Inline, Marks, Table};

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

    /// What is said of a release whose second block is another.
    fn said_of(before: Block, after: Block) -> String {
        let with = |block| {
            let mut content = release("en", &["It is open."]);
            content.body.0.push(block);
            content
        };
        proposed_correction(&with(before), &with(after))
    }

    #[test]
    fn a_picture_is_named_with_the_words_that_stand_for_it() {
        let figure = |image: &str, alt: &str| {
            let (image, alt, caption) = (image.into(), alt.into(), "The new berth.".into());
            Block::Figure(Figure { image, alt, caption, credit: String::new() })
        };
        assert_eq!(
            said_of(figure("aa", "Quay"), figure("aa", "Pier")),
            "Corrects the second paragraph (“Pier”, not “Quay”)."
        );
        let other = said_of(figure("aa", "Quay"), figure("bb", "Quay"));
        assert_eq!(other, "Corrects the second paragraph.");
    }

    #[test]
    fn speakers_captions_and_links_are_part_of_the_text() {
        let quotation = |speaker: &str| Block::Quotation {
            speaker: speaker.into(),
            position: "Harbour master".into(),
            content: vec![Block::paragraph("We are ready.")],
        };
        assert_eq!(
            said_of(quotation("Ada Berg"), quotation("Bo Lind")),
            "Corrects the second paragraph (“Bo Lind”, not “Ada Berg”)."
        );
        let table = |caption: &str| Block::Table(Table { caption: caption.into(), rows: vec![] });
        assert_eq!(
            said_of(table("Calls in 2025"), table("Calls in 2026")),
            "Corrects the second paragraph (“2026”, not “2025”)."
        );
        let link = |to: &str| {
            let marks = Marks { link: Some(to.into()), ..Marks::default() };
            Block::Paragraph(vec![Inline::Text { text: "The tariff".into(), marks }])
        };
        assert_eq!(
            said_of(link("https://a.example"), link("https://b.example")),
            "Corrects the second paragraph."
        );
    }

    #[test]
    fn in_a_text_that_is_too_long_to_compare_only_what_differs_is_named() {
        let many = |first: &str, last: &str| {
            let middle = (0..2100).map(|n| format!("Line {n}."));
            let all: Vec<String> =
                [first.to_owned()].into_iter().chain(middle).chain([last.to_owned()]).collect();
            release("en", &all.iter().map(String::as_str).collect::<Vec<_>>())
        };
        assert_eq!(
            proposed_correction(&many("One.", "Two."), &many("1.", "2.")),
            "Corrects the lead (“1.”, not “One.”) and paragraph 2102 (“2.”, not “Two.”)."
        );
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
