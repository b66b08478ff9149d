//! Words made of letters of two alphabets.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "mixed-alphabet",
    family: Family::Leftovers,
    severity: Severity::Error,
    what: "A word in which a Latin letter stands for a Cyrillic one, or the reverse.",
    why: "It looks right and is not: no search finds it, and no reader's voice can say it.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[ru("⟦Пoрт⟧ открыт."), en("The ⟦pоrt⟧ is open.")],
    passes: &[ru("Порт HELCOM и IT-центр открыты, Wi-Fi есть."), en("The port, αβγ and порт.")],
    check: Check::Block(check),
};

/// Letters that look alike, Latin and Cyrillic.
const ALIKE: [(char, char); 18] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
];

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.text().is_ascii() {
        return;
    }
    for (at, token) in block.tokens.iter().enumerate() {
        if token.kind != Kind::Word {
            continue;
        }
        let word = block.word(at);
        let cyrillic = word.chars().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count();
        let latin = word.chars().filter(char::is_ascii_alphabetic).count();
        if cyrillic == 0 || latin == 0 {
            continue;
        }
        let to_cyrillic = cyrillic >= latin;
        let right: String = word
            .chars()
            .map(|c| {
                let pair = ALIKE.iter().find(|(l, k)| if to_cyrillic { *l == c } else { *k == c });
                pair.map_or(c, |(l, k)| if to_cyrillic { *k } else { *l })
            })
            .collect();
        let note =
            notes.at(block, token.range(), say!("Letters of two alphabets stand in this word."));
        let whole =
            right.chars().filter(|c| c.is_alphabetic()).all(|c| c.is_ascii() != to_cyrillic);
        if whole {
            note.fix(right);
        }
    }
}
