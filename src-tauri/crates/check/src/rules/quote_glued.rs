//! Quotation marks glued to the word outside them.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Family as Marks, Kind, Role, family},
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "quote-glued",
    family: Family::Quotations,
    severity: Severity::Error,
    what: "A quotation mark without a space between it and the word outside, as in “…, ”said Berg.",
    why: "It is the commonest damage of copied quotations, and it is printed as it stands.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("“We are open⟦, ”said⟧ Berg."),
        en("“We are open⟦,”said⟧ Berg."),
        en("Berg ⟦said“⟧We are open.”"),
        en("The \"Clear Water⟦\"drill⟧ began."),
        fr("« Nous ouvrons ⟦»dit⟧ Berg."),
        de("„Wir öffnen⟦“,sagte⟧ Berg."),
        ru("«Мы открыты⟦»сказал⟧ Берг."),
    ],
    passes: &[
        en("“Vestmark”’s port, the ‘Clear Water’-type drill, the “ABC”s of it, rock ’n’ roll."),
        de("„Wir öffnen“, sagte Berg von der „Anna“-Werft."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for quote in block.quotes.iter().filter(|quote| family(quote.mark) != Some(Marks::Single)) {
        let at = quote.token;
        match quote.role {
            Role::Close => closing(block, at, quote.mark, notes),
            Role::Open => opening(block, at, quote.mark, notes),
        }
    }
}

fn closing(block: &Block, at: usize, mark: char, notes: &mut Notes) {
    // The comma may stand on either side of the mark: ,”said and “,sagte.
    let comma_after = block.is_mark(at + 1, ',');
    let word = at + 1 + usize::from(comma_after);
    let Some(next) = block.tokens.get(word).filter(|token| token.kind == Kind::Word) else {
        return;
    };
    if next.end - next.start == 1 && block.word(word) == "s" {
        return;
    }
    let spaced = block.before(at).is_some_and(|token| token.kind == Kind::Space);
    let pad = at - usize::from(spaced);
    let french = block.primary() == "fr" && mark == '»';
    let comma_before = pad > 0 && block.is_mark(pad - 1, ',');
    let first = if french && !comma_before { at } else { pad - usize::from(comma_before) };
    let comma = if comma_before { "," } else { "" };
    let after = if comma_after { "," } else { "" };
    let right = format!("{comma}{mark}{after} {}", block.word(word));
    notes
        .at(
            block,
            block.span(first..word + 1),
            say!("The quotation mark is glued to the word after it."),
        )
        .fix(right);
}

fn opening(block: &Block, at: usize, mark: char, notes: &mut Notes) {
    let Some(before) = block.before(at).filter(|token| token.kind == Kind::Word) else { return };
    if before.end - before.start < 2 || block.after(at).is_none_or(|next| !next.is_wordlike()) {
        return;
    }
    let right = format!("{} {mark}", block.word(at - 1));
    notes
        .at(
            block,
            block.span(at - 1..at + 1),
            say!("The quotation mark is glued to the word before it."),
        )
        .fix(right);
}
