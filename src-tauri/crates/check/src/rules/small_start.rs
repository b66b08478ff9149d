//! Sentences that begin small, or in the middle.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Block, Copy, Place},
    notes::Notes,
    reading::{Kind, Shape, capitalised},
    rule::{Check, Concern, Example, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "small-start",
    family: Family::Sentences,
    severity: Severity::Error,
    what: "A sentence or paragraph that begins with a small letter.",
    why: "It is what is left of a sentence that was cut: the words before it are missing, or the full stop is one too many.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The opening was held⟦. and⟧ Colonel Berg spoke."),
        en("The exercise ended on 24 April 2026⟦. and⟧ Colonel Berg spoke."),
        en("The port opened on Monday.\n⟦which⟧ was a day later than planned by the office."),
        ru("Музей построен.\n⟦и⟧ откроется школа."),
        fr("La cérémonie a commencé⟦. et⟧ le colonel a parlé."),
        de("Die Feier begann⟦. und⟧ der Oberst sprach."),
        es("La ceremonia comenzó⟦. y⟧ el coronel habló."),
        ru("Церемония открылась⟦. и⟧ полковник выступил."),
    ],
    passes: &[
        en("Ships came approx. and left vs. the tide at 6 a.m. and so on. iPhone owners cheered."),
        en(
            "The berths are:\nnorth quay with two cranes and a shed,\nsouth quay with none of them at all.",
        ),
        en("“Why?” he asked. “It… was held. and then,” he broke off."),
        Example {
            text: "بدأت الأطقم تمرين الإنقاذ. ويشارك فيه نحو 600 شخص.\nوعلى مدى ثلاثة أيام ستتدرب الأطقم على إخلاء عبّارة ركاب.",
            language: "ar",
            date: "",
        },
        de("Das gilt z. B. am 3. und 4. Mai, d. h. bald, im 19. und 20. Jahrhundert."),
    ],
    check: Check::Release(check),
};

/// Shorter paragraphs are labels and list items.
const LEAST_WORDS: usize = 7;

/// Behind a whole sentence a conjunction begins no label, however few words follow.
const LEAST_AFTER_CONJUNCTION: usize = 3;

/// Conjunctions that go on with a sentence.
const CONJUNCTIONS: [&str; 15] = [
    "and", "but", "or", "et", "mais", "ou", "und", "aber", "oder", "y", "pero", "и", "а", "но",
    "или",
];

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    for (at, block) in copy.blocks.iter().enumerate() {
        for sentences in block.sentences.windows(2) {
            within(block, sentences[0].end, sentences[1].start, notes);
        }
        let follows = at.checked_sub(1).map(|before| &copy.blocks[before]);
        if block.slot == Slot::Body && matches!(block.place, Place::Paragraph | Place::Unknown) {
            paragraph(block, follows, notes);
        }
    }
}

/// Whether a word begins with a small letter; half of the scripts have no other.
fn is_small(block: &Block, at: usize) -> bool {
    let token = &block.tokens[at];
    token.kind == Kind::Word
        && token.shape == Shape::Lower
        && block.word(at).starts_with(char::is_lowercase)
}

/// A small letter after the end of a sentence.
fn within(block: &Block, end: usize, start: usize, notes: &mut Notes) {
    if !is_small(block, start) || !block.is_mark(end - 1, '.') {
        return;
    }
    let word = block.word(start);
    notes
        .at(block, block.span(end - 1..start + 1), say!("The sentence ends here, and the next begins with a small letter: either words are missing or the full stop is one too many."))
        .fix(format!(" {word}"))
        .fix(format!(". {}", capitalised(word)));
}

fn paragraph(block: &Block, before: Option<&Block>, notes: &mut Notes) {
    let Some(first) = block.tokens.first() else { return };
    let small = is_small(block, 0);
    // A list in plain text is introduced by a colon and goes on after commas.
    let listed = before.is_some_and(|before| {
        before.slot == block.slot
            && before.tokens.last().is_some_and(|last| {
                matches!(last.mark(), Some(':' | ',' | ';')) || last.is_wordlike()
            })
    });
    let first_of_all = before.is_none_or(|before| before.slot != block.slot);
    let address = block
        .tokens
        .get(1)
        .is_some_and(|next| matches!(next.mark(), Some('.' | '@' | ':' | '/' | ')' | '_')));
    let least = match CONJUNCTIONS.contains(&block.lower(0)) {
        true => LEAST_AFTER_CONJUNCTION,
        false => LEAST_WORDS,
    };
    let words = block.count_words(0..block.tokens.len());
    if small && !listed && !first_of_all && !address && words >= least {
        notes
            .at(
                block,
                first.range(),
                say!("The paragraph begins with a small letter: words before it may be missing."),
            )
            .fix(capitalised(block.word(0)));
    }
}
