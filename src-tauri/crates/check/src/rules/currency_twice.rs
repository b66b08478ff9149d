//! Sums of money with their currency named twice.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "currency-twice",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A sum with a currency sign and the currency in words: $5 million dollars.",
    why: "Read aloud it says “five million dollars dollars”.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The crane cost ⟦$5 million dollars⟧ and the pier ⟦€3 euros⟧."),
        en("The budget is ⟦USD 12 million dollars⟧."),
        fr("La grue a coûté ⟦5 € euros⟧."),
        de("Der Kran kostete ⟦5 € Euro⟧."),
        ru("Кран стоил ⟦5 $ долларов⟧."),
    ],
    passes: &[en(
        "The crane cost $5 million (4.5 million euros) and the pier €3; $5 US dollars-worth of it.",
    )],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, token) in block.tokens.iter().enumerate() {
        // "USD 12 million dollars".
        let code = token.kind == Kind::Word
            && ["USD", "EUR", "GBP", "RUB", "CHF"].contains(&block.word(at))
            && block.tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Number);
        if !code && !matches!(token.kind, Kind::Mark('$' | '€' | '£' | '¥' | '₽')) {
            continue;
        }
        let after = code || block.after(at).is_some_and(|next| next.kind == Kind::Number);
        // $5 [million] dollars, or 5 € euros.
        let start = if after { at } else { number_before(block, at).unwrap_or(at) };
        let mut next = if code { at + 3 } else { at + 1 + usize::from(after) };
        let mut steps = 0;
        while block.tokens.get(next).is_some_and(|token| token.kind == Kind::Space) && steps < 2 {
            let Some(word) = block.tokens.get(next + 1) else { break };
            if word.kind == Kind::Word
                && word.sense.is(Class::Currency)
                && !block.is_mark(next + 2, '-')
            {
                if after || start < at {
                    notes.at(
                        block,
                        block.span(start..next + 2),
                        say!("The currency is named twice."),
                    );
                }
                break;
            }
            let scale = matches!(
                block.word(next + 1),
                "million"
                    | "billion"
                    | "thousand"
                    | "millions"
                    | "milliards"
                    | "Millionen"
                    | "Milliarden"
                    | "млн"
                    | "млрд"
                    | "millones"
            );
            if !scale {
                break;
            }
            next += 2;
            steps += 1;
        }
    }
}

fn number_before(block: &Block, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let number =
        if block.tokens[before].kind == Kind::Space { before.checked_sub(1)? } else { before };
    (block.tokens[number].kind == Kind::Number).then_some(number)
}
