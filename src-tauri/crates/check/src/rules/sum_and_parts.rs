//! A sum of money and the parts that are given of it.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Figure, Kind},
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "sum-and-parts",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A sum or a count that disagrees with its parts: £12,000: £6,000 for one, £4,000 for two and £3,000 for three.",
    why: "Readers add up, and journalists always do.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "It cost £86 million. Of this sum, ⟦£50 million came from the fund and £46 million⟧ from the port.",
        ),
        fr("Près de 1 800 soldats, dont ⟦600 Sarvellois, 700 Norlandais et 900 Lusimondiens⟧."),
        ru("Спасатели вывезли 312 человек, в том числе ⟦90 детей и 250 взрослых⟧."),
        en(
            "The prize is ⟦£12,000⟧: £6,000 for the winner, £4,000 for the second and £3,000 for the third.",
        ),
        en(
            "It cost ⟦£118 million⟧, of which the port paid £80 million and the county £45 million.",
        ),
        de(
            "Der Preis beträgt ⟦12.000 Euro⟧: 6.000 Euro für den ersten, 4.000 Euro für den zweiten und 3.000 Euro für den dritten Platz.",
        ),
        fr(
            "Il a coûté ⟦9 millions⟧ d’euros, dont 6 millions pour la ville et 4 millions pour l’État.",
        ),
    ],
    passes: &[
        en(
            "It drew 1,800 soldiers, of whom 600 came by sea and 1,200 by air; 312 people, including 90 children.",
        ),
        fr("Près de 1 800 soldats, dont 600 Sarvellois, 700 Norlandais et 500 Lusimondiens."),
        en(
            "The prize is £12,000: £6,000 for the winner, £4,000 for the second and £2,000 for the third.",
        ),
        en("It cost £118 million, of which the port paid £80 million and the county £25 million."),
        en(
            "Tickets cost £12: £6 for children, £9 for pupils. It paid £12m: £6m now and 4 ships later.",
        ),
        en("Sales rose to £12m: £2m in May, £3m in June and £4m in July, up from £1m each."),
    ],
    check: Check::Block(check),
};

/// The words behind which some of what was counted is told, and whether all of it may be told twice.
fn parts_words(language: &str) -> &'static [(&'static str, bool)] {
    match language {
        "en" => &[("including", true), ("of whom", false), ("of which", false), ("of them", false)],
        "fr" => &[("dont", false), ("parmi lesquels", false)],
        "de" => &[("davon", false), ("darunter", true)],
        "es" => &[
            ("de los cuales", false),
            ("de las cuales", false),
            ("de ellos", false),
            ("de ellas", false),
        ],
        "ru" => &[("из них", false), ("из которых", false), ("в том числе", false)],
        _ => &[],
    }
}

/// How a sentence goes on with the parts of what the sentence before told.
fn again_words(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["of this sum", "of this", "of these", "of that", "of them", "of that sum"],
        "fr" => &["sur ce total", "sur cette somme", "de cette somme", "parmi eux"],
        "de" => &["davon", "von dieser summe", "von diesen"],
        "es" => &["de ellos", "de ellas", "de esa suma", "de esta cantidad", "de ese total"],
        "ru" => &["из них", "из этой суммы", "из этого"],
        _ => &[],
    }
}

/// "1,800 soldiers, of whom 600 …, 700 … and 900 …": parts that come to more than the whole.
fn counted(block: &Block, notes: &mut Notes) {
    let (parts_words, again_words) = (parts_words(block.primary()), again_words(block.primary()));
    for sentence in &block.sentences {
        let figures =
            &block.figures[block.figures.partition_point(|f| f.tokens.start < sentence.start)..];
        let figures = &figures[..figures.partition_point(|f| f.tokens.start < sentence.end)];
        let Some(first) = figures.first() else { continue };
        let again =
            again_words.iter().any(|words| block.phrase_at(sentence.start, words).is_some());
        let (whole, parts, twice) = if again {
            let before = block.figures.partition_point(|f| f.tokens.start < first.tokens.start);
            let Some(whole) = before.checked_sub(1).map(|at| &block.figures[at]) else { continue };
            (whole, figures, false)
        } else {
            let Some((joint, twice)) = (first.tokens.end..sentence.end).find_map(|at| {
                let known =
                    parts_words.iter().find(|(words, _)| block.phrase_at(at, words).is_some());
                known.map(|(_, twice)| (at, *twice))
            }) else {
                continue;
            };
            let split = figures.partition_point(|figure| figure.tokens.start < joint);
            (&figures[split - 1], &figures[split..], twice)
        };
        // What a semicolon parts is another matter.
        let stop = parts.first().map_or(sentence.end, |part| {
            (part.tokens.end..sentence.end)
                .find(|at| block.is_mark(*at, ';'))
                .unwrap_or(sentence.end)
        });
        let parts = &parts[..parts.partition_point(|part| part.tokens.start < stop)];
        let kind = |figure: &Figure| unit(block, figure).map(|(unit, _)| unit);
        let own = kind(whole);
        // Sums of money and their parts in one sentence are added up below.
        if own.is_some() && !again {
            continue;
        }
        let measured = |figure: &&Figure| {
            figure.percent.is_some()
                || kind(figure) != own
                || figure.counts.is_some_and(|at| block.tokens[at].sense.is(Class::Unit))
                || figure.value > whole.value
        };
        let joined = parts.windows(2).all(|two| two[1].tokens.start - two[0].tokens.end <= NEAR);
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        if parts.len() >= 2
            && joined
            && !parts.iter().any(|part| measured(&part))
            && sum > whole.value * 1.001
        {
            let last = &parts[parts.len() - 1];
            let end = last.counts.map_or(last.tokens.end, |noun| noun + 1);
            let span = block.span(block.figure_start(&parts[0])..end);
            let said = block.words(whole.tokens.clone());
            let note = notes.at(
                block,
                span,
                say!("These parts add up to {sum}, more than {said}.", sum, said),
            );
            if twice {
                note.weigh(Severity::Advice);
            }
        }
    }
}

/// How many tokens may stand between two parts.
const NEAR: usize = 14;

/// A sum and its parts: fewer figures are nothing to add up.
const LEAST_FIGURES: usize = 3;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.figures.len() < LEAST_FIGURES {
        return;
    }
    counted(block, notes);
    let money: Vec<(&Figure, Unit, usize)> = block
        .figures
        .iter()
        .filter_map(|figure| unit(block, figure).map(|(unit, end)| (figure, unit, end)))
        .collect();
    let mut from = 0;
    for sentence in &block.sentences {
        let first = from
            + money[from..].partition_point(|(figure, ..)| figure.tokens.start < sentence.start);
        let last = first
            + money[first..].partition_point(|(figure, ..)| figure.tokens.start < sentence.end);
        from = last;
        let Some(((whole, unit, end), parts)) = money[first..last].split_first() else { continue };
        let exact = match joint(block, *end) {
            Some(exact) if parts.len() >= 2 => exact,
            _ => continue,
        };
        // A list of all the parts holds nothing else, and ends with the sentence.
        let behind =
            block.figures.partition_point(|figure| figure.tokens.start <= whole.tokens.start);
        let others = block.figures[behind..]
            .iter()
            .take_while(|figure| figure.tokens.start < sentence.end)
            .filter(|figure| {
                let part = |(part, ..): &(&Figure, Unit, usize)| part.tokens == figure.tokens;
                figure.value > 12.0 && !parts.iter().any(part)
            })
            .count();
        let alike = parts.iter().all(|(_, theirs, _)| theirs == unit);
        let sum: f64 = parts.iter().map(|(part, ..)| part.value).sum();
        let more = sum > whole.value * 1.001;
        let listed = exact && parts.len() >= 3 && (sum - whole.value).abs() > whole.value * 0.001;
        let changes = || {
            sentence.clone().any(|at| {
                matches!(block.lower(at), "up" | "from" | "rose" | "each" | "gegenüber" | "contre")
            })
        };
        if alike && others == 0 && (listed || more && !exact) && !changes() {
            let span = block.span(block.figure_start(whole)..*end);
            notes.at(block, span, say!("The parts that follow add up to {sum}.", sum));
        }
    }
}

/// What a sum is in: its currency's sign, and its word for a currency or for millions.
type Unit<'a> = (Option<char>, &'a str);

/// The unit of a sum of money, and the token behind it.
fn unit<'a>(block: &'a Block, figure: &Figure) -> Option<(Unit<'a>, usize)> {
    let end = figure.tokens.end;
    let spaced = block.tokens.get(end).is_some_and(|token| token.kind == Kind::Space);
    let word = block.lower(end + usize::from(spaced));
    let scale = ["million", "milliard", "billion", "mio", "mrd", "млн", "млрд", "тыс", "millones"]
        .iter()
        .any(|stem| word.starts_with(stem));
    let currency = ["euro", "dollar", "pound", "рубл", "kron", "franc"]
        .iter()
        .any(|stem| word.starts_with(stem));
    if let Some(sign) = block.currency_before(figure.tokens.start) {
        return Some(match scale && spaced {
            true => ((Some(sign), word), end + 2),
            false => ((Some(sign), ""), end),
        });
    }
    (spaced && (scale || currency)).then_some(((None, word.trim_end_matches('s')), end + 2))
}

/// Whether a list of parts follows: behind a colon all of them, behind "of which" some.
fn joint(block: &Block, end: usize) -> Option<bool> {
    let mut at = end;
    // "9 millions d’euros, dont", "9 Millionen Euro: ".
    for _ in 0..5 {
        match block.tokens.get(at)?.kind {
            Kind::Mark(':') => return Some(true),
            Kind::Mark(',') => {
                let next = block.lower(at + 2);
                let which = next == "of" && block.word(at + 4) == "which"
                    || next == "de" && matches!(block.word(at + 4), "los" | "las")
                    || next == "из" && block.word(at + 4).starts_with("котор");
                let some = which || matches!(next, "dont" | "davon" | "wovon");
                return some.then_some(false);
            }
            Kind::Word | Kind::Space | Kind::Mark('’' | '\'') => at += 1,
            _ => return None,
        }
    }
    None
}
