//! Spaces before punctuation.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "space-before-mark",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "A space before a comma, a full stop or another mark.",
    why: "The mark may begin the next line. French sets : ; ! ? with a space before them, and stays.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The port⟦ ,⟧ which is old, is open⟦ .⟧"),
        en("The port opens each year⟦ ,⟧and closes in autumn."),
        en("Is the port open⟦ ?⟧ It is⟦ :⟧ since May⟦ ;⟧ at last⟦ !⟧"),
        fr("Le port⟦ ,⟧ ancien, est ouvert⟦ .⟧"),
        de("Ist der Hafen offen⟦ ?⟧ Ja."),
        es("El puerto⟦ ,⟧ viejo, abre."),
        ru("Порт⟦ ,⟧ старый, открыт."),
    ],
    passes: &[
        fr("Le port est-il ouvert ? Oui : enfin ! Il l’est ; voilà."),
        en("He knows .NET and .5 per cent … :-) and so on ... yes. . . ."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for at in 2..block.tokens.len() {
        let Kind::Mark(mark) = block.tokens[at].kind else { continue };
        let wrong = match mark {
            ',' | '.' => true,
            ';' | ':' | '!' | '?' => block.primary() != "fr",
            _ => false,
        };
        let spaced = block.tokens[at - 1].kind == Kind::Space;
        let after_words = block.tokens[at - 2].is_wordlike()
            || matches!(block.tokens[at - 2].mark(), Some(')' | ']' | '”' | '»' | '"' | '%' | '’'));
        // .NET and .5 begin with their point; dots and faces are other signs.
        let alone = block.after(at).is_none_or(|next| {
            next.is_blank() || matches!(next.mark(), Some('”' | '"' | '»' | '’' | ')'))
        });
        // A comma begins no name, so it was glued to the wrong word.
        let glued = mark == ',' && block.after(at).is_some_and(|next| next.kind == Kind::Word);
        if wrong && spaced && after_words && (alone || glued) && !is_dots(block, at) {
            notes
                .at(
                    block,
                    block.span(at - 1..at + 1),
                    say!("No space stands before “{mark}”.", mark),
                )
                .fix_called(
                    say!("Remove the space"),
                    if glued { ", ".to_owned() } else { mark.to_string() },
                );
        }
    }
}

/// ". . ." is a way to write an ellipsis.
fn is_dots(block: &Block, at: usize) -> bool {
    block.is_mark(at, '.') && (block.is_mark(at + 2, '.') || at >= 2 && block.is_mark(at - 2, '.'))
}
