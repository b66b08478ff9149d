//! Quotations that nobody says.

use dateline_model::{Block as Node, Body, Kind as ReleaseKind, Slot, say};

use crate::{
    Severity,
    copy::{Block, Copy, Place},
    lexicon::Class,
    notes::Notes,
    reading::Role,
    rule::{Check, Concern, Family, Rule, With, en, es, fr, release, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "quotation-speaker",
    family: Family::Quotations,
    severity: Severity::Warning,
    what: "A quotation without a speaker.",
    why: "A newsroom can use no words that are nobody's.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        release(
            r#"{"headline":"Fairway open","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The fairway opened."}]},{"type":"quotation","attrs":{"speaker":"","position":""},"content":[{"type":"paragraph","content":[{"type":"text","text":"We are glad."}]}]}]}}"#,
        ),
        en(
            "The port opened on Monday.\n⟦“It took us three long years of work, and now the ships are coming back to us.”⟧\nThe next survey is due in May.",
        ),
    ],
    passes: &[
        release(
            r#"{"headline":"Fairway open","body":{"type":"doc","content":[{"type":"quotation","attrs":{"speaker":"Anna Berg","position":""},"content":[{"type":"paragraph","content":[{"type":"text","text":"We are glad."}]}]}]}}"#,
        ),
        fr(
            "Le port ouvre.\n« Il ne s’agit pas d’ajouter une ligne de plus, a déclaré la ministre. Il s’agit de partir.\n« J’ai vu un port qui attendait ses navires depuis dix ans. »\nLe port ouvre lundi.",
        ),
        es(
            "El puerto abre.\n«No hemos ganado nosotras: han ganado los barcos —declaró la alcaldesa—. Ahora toca salir a la mar».\nEl puerto abre el lunes.",
        ),
        ru(
            "Порт открыт.\n«Однажды капитан строго спросил, кто здесь главный, — улыбается директор порта. — С тех пор я знаю ответ».\nПорт открыт.",
        ),
        en(
            "Berg said:\n“It took us three long years of work, and now the ships are coming back to us.”",
        ),
        en(
            "“It took us three long years of work, and now the ships are coming back to us.\n“We are glad of it and shall stay open every day of the winter,” Berg said.",
        ),
    ],
    check: Check::Release(check),
};

/// Shorter paragraphs in quotation marks are titles and slogans.
const LEAST_WORDS: usize = 8;

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    if let Some(content) = copy.content {
        for number in nameless(&content.body) {
            if let Some(block) = copy.body_block(number) {
                notes.at(block, 0..block.text().len(), say!("This quotation has no speaker."));
            }
        }
    }
    let speech = copy.content.is_some_and(|content| {
        matches!(content.kind, ReleaseKind::Statement | ReleaseKind::Interview)
    });
    if speech {
        return;
    }
    let prose: Vec<&Block> = copy
        .body()
        .filter(|block| {
            block.slot == Slot::Body && matches!(block.place, Place::Paragraph | Place::Unknown)
        })
        .collect();
    // A run of quoted paragraphs has one speaker: before it, within it or after it.
    let mut end = 0;
    for run in prose.chunk_by(|a, b| is_whole_quotation(a) == is_whole_quotation(b)) {
        let start = end;
        end += run.len();
        let before = start.checked_sub(1).map(|at| prose[at]);
        let around = before.into_iter().chain(prose.get(end).copied());
        let quoted = is_whole_quotation(run[0]) && start > 0;
        if !quoted || around.into_iter().any(names_speaker) || run.iter().any(|block| says(block)) {
            continue;
        }
        for block in
            run.iter().filter(|block| block.count_words(0..block.tokens.len()) >= LEAST_WORDS)
        {
            let message = say!("Nobody is named as the speaker of this quotation.");
            notes.at(block, 0..block.text().len(), message);
        }
    }
}

/// Whether the paragraph is nothing but a quotation, or a part of one that goes on.
fn is_whole_quotation(block: &Block) -> bool {
    let opens =
        block.quotes.first().is_some_and(|quote| quote.token == 0 && quote.role == Role::Open);
    opens && block.tokens.iter().all(|token| token.quoted || !token.is_wordlike())
}

fn names_speaker(block: &Block) -> bool {
    // A colon announces a speech, and a question its answer.
    let last = block.tokens.iter().rev().find(|token| !token.quoted);
    last.is_some_and(|last| matches!(last.mark(), Some(':' | '?'))) || says(block)
}

/// Whether a verb of saying stands in it; French, Spanish and Russian put it inside the marks as well,
/// behind a comma or a dash: « C’est vrai, a déclaré la ministre. Il pleut. »
fn says(block: &Block) -> bool {
    let inserted = |at: usize| {
        matches!(block.primary(), "fr" | "es" | "ru")
            && block.tokens[at.saturating_sub(INSERTED)..at]
                .iter()
                .any(|token| matches!(token.mark(), Some(',' | '–' | '—' | '-' | '?' | '!' | '…')))
    };
    block
        .tokens
        .iter()
        .enumerate()
        .any(|(at, token)| token.sense.is(Class::Said) && (!token.quoted || inserted(at)))
}

/// In how many tokens behind its mark such a verb stands: ", nous a-t-il déclaré".
const INSERTED: usize = 9;

/// The numbers of the first passages of quotations without a speaker.
fn nameless(body: &Body) -> Vec<usize> {
    let mut numbers = Vec::new();
    let mut next = 0;
    for block in &body.0 {
        if let Node::Quotation { speaker, .. } = block
            && speaker.trim().is_empty()
        {
            numbers.push(next);
        }
        next += block.passage_count();
    }
    numbers
}
