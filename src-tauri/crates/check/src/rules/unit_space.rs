//! Units without their space, and a space before the English per cent sign.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "unit-space",
    family: Family::Figures,
    severity: Severity::Advice,
    what: "A unit that is glued to its number (5km), or an English per cent sign with a space before it.",
    why: "The International System of Units sets a space between number and unit; English alone sets none before %.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The fairway is ⟦5km⟧ long and ⟦12 %⟧ wider."),
        de("Die Rinne ist ⟦5km⟧ lang."),
        ru("Фарватер длиной ⟦5км⟧."),
        de("Die Brücke ist ⟦120m⟧ lang."),
    ],
    passes: &[
        en("The fairway is 5 km long, 12% wider, with 5G and 4K; it cost $5m."),
        de("Das sind 12 % mehr."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, token) in block.tokens.iter().enumerate() {
        match token.kind {
            Kind::Mixed => {
                let word = block.word(at);
                let digits = word
                    .bytes()
                    .take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
                    .count();
                let (number, unit) = word.split_at(digits);
                // In English one letter can stand for a million or a magnitude.
                let several =
                    unit.chars().nth(1).is_some() || block.primary() == "de" && unit == "m";
                if digits > 0
                    && several
                    && block.lexicon().sense(&unit.to_lowercase()).is(Class::Unit)
                {
                    notes
                        .at(block, token.range(), say!("A space stands between number and unit."))
                        .fix(format!("{number}\u{a0}{unit}"));
                }
            }
            Kind::Mark('%')
                if block.primary() == "en"
                    && at >= 2
                    && block.tokens[at - 1].kind == Kind::Space
                    && block.tokens[at - 2].kind == Kind::Number =>
            {
                let right = format!("{}%", block.word(at - 2));
                notes
                    .at(
                        block,
                        block.span(at - 2..at + 1),
                        say!("English sets no space before “%”."),
                    )
                    .fix(right);
            }
            _ => {}
        }
    }
}
