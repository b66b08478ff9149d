//! A word written twice in a row.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "doubled-word",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "The same word twice in a row.",
    why: "The eye skips it, the printer does not. Words that may stand twice (“that that”, “nous nous”, “die die”) are known by language.",
    // In a quotation the doubled word is the typist's, not the speaker's.
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The port ⟦of of⟧ Vestmark is open."),
        en("⟦The the⟧ port is open."),
        en("“It is ⟦the the⟧ port,” he said."),
        fr("Le port ⟦est est⟧ ouvert."),
        de("Der Hafen ⟦ist ist⟧ offen. ⟦Der Der⟧ Eintritt ist frei."),
        es("El puerto ⟦de de⟧ Vestmark."),
        ru("Порт ⟦был был⟧ открыт."),
    ],
    passes: &[
        en("He knew that that ship had had a very, very long run to Baden Baden."),
        en("It is 5 5 by count."),
        fr("Nous nous sommes vus."),
        de("Die, die die Rinne kennen, kamen."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for at in 2..block.tokens.len() {
        let (first, second) = (&block.tokens[at - 2], &block.tokens[at]);
        let pair = first.kind == Kind::Word
            && second.kind == Kind::Word
            && block.tokens[at - 1].is_blank();
        if !pair
            || first.end - first.start != second.end - second.start
            || second.sense.is(Class::Twice) && !both_begin(block, at)
        {
            continue;
        }
        // "Baden Baden": two capitals make a name.
        let named = second.shape != Shape::Lower && !second.sense.is(Class::Function);
        if named || block.lower(at - 2) != block.lower(at) || is_joined(block, at) {
            continue;
        }
        notes
            .at(
                block,
                block.span(at - 2..at + 1),
                say!("“{word}” stands twice.", word = block.word(at)),
            )
            .fix(block.word(at - 2));
    }
}

/// "Der Der Eintritt": two capitals at the start of a sentence are no pronoun and its article.
fn both_begin(block: &Block, second: usize) -> bool {
    let capital = |at: usize| block.tokens[at].shape == Shape::Capital;
    block.begins_sentence(second - 2) && capital(second - 2) && capital(second)
}

/// "day by day by day", "face-to-face to": a hyphen makes it another word.
fn is_joined(block: &Block, at: usize) -> bool {
    block.is_mark(at + 1, '-') || at >= 3 && block.is_mark(at - 3, '-')
}
