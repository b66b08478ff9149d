//! A sum of money and the parts that are given of it.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Figure, Kind},
    rule::{Check, Concern, Family, Rule, With, de, en, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "sum-and-parts",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A sum of money that disagrees with its parts: £12,000: £6,000 for one, £4,000 for two and £3,000 for three.",
    why: "Readers add up, and journalists always do.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
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

/// A sum and its parts: fewer figures are nothing to add up.
const LEAST_FIGURES: usize = 3;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.figures.len() < LEAST_FIGURES {
        return;
    }
    let money: Vec<(&Figure, String, usize)> = block
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
                let part = |(part, ..): &(&Figure, String, usize)| part.tokens == figure.tokens;
                figure.value > 12.0 && !parts.iter().any(part)
            })
            .count();
        let alike = parts.iter().all(|(_, theirs, _)| theirs == unit);
        let sum: f64 = parts.iter().map(|(part, ..)| part.value).sum();
        let more = sum > whole.value * 1.001;
        let listed = exact && parts.len() >= 3 && (sum - whole.value).abs() > whole.value * 0.001;
        let changes = || {
            sentence.clone().any(|at| {
                matches!(
                    block.lower(at).as_ref(),
                    "up" | "from" | "rose" | "each" | "gegenüber" | "contre"
                )
            })
        };
        if alike && others == 0 && (listed || more && !exact) && !changes() {
            let sign = block.currency_before(whole.tokens.start);
            let start = whole.tokens.start - usize::from(sign.is_some());
            let span = block.span(start..*end);
            notes.at(block, span, say!("The parts that follow add up to {sum}.", sum));
        }
    }
}

/// The unit of a sum of money, and the token behind it: its sign, and millions as they are written.
fn unit(block: &Block, figure: &Figure) -> Option<(String, usize)> {
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
            true => (format!("{sign} {word}"), end + 2),
            false => (sign.to_string(), end),
        });
    }
    let word = word.trim_end_matches('s').to_owned();
    (spaced && (scale || currency)).then_some((word, end + 2))
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
                let some = which || matches!(next.as_ref(), "dont" | "davon" | "wovon");
                return some.then_some(false);
            }
            Kind::Word | Kind::Space | Kind::Mark('’' | '\'') => at += 1,
            _ => return None,
        }
    }
    None
}
