//! Shares of a whole that are more than the whole.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "shares",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "Shares in one sentence that exceed 100 per cent, or more than 100 per cent of a whole.",
    why: "A whole has a hundred hundredths. Growth may exceed them, and is left alone.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Of the cargo, ⟦55 per cent was grain, 38 per cent ore and 27 per cent⟧ timber."),
        en("The survey reached ⟦120 per cent of the⟧ members."),
        fr("La région en a payé ⟦60 % et l’État 50 %⟧."),
        fr("La cargaison : ⟦55 % de blé, 38 % de minerai et 27 %⟧ de bois."),
        de("Die Ladung: ⟦55 Prozent Korn, 38 Prozent Erz und 27 Prozent⟧ Holz."),
        es("La carga: ⟦55 % de trigo, 38 % de mineral y 27 %⟧ de madera."),
        en(
            "Of the households ⟦62 per cent have signed up, 28 per cent have not and 15 per cent⟧ do not know.",
        ),
        ru("Груз: ⟦55 % зерна, 38 % руды и 27 %⟧ леса."),
    ],
    passes: &[
        en("Of the cargo, 45 per cent was grain, 38 per cent ore and 17 per cent timber."),
        en("Trade rose by 55 per cent in May, 38 per cent in June and 27 per cent in July."),
        en(
            "Costs are 120 per cent of the plan? No: growth of 55 per cent for grain, 60 per cent for ore and 70 per cent for oil.",
        ),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let shares: Vec<_> =
        block.figures.iter().filter_map(|figure| Some((figure, figure.percent?))).collect();
    if shares.is_empty() {
        return;
    }
    for (figure, end) in &shares {
        let of = block.word(end + 1) == "of"
            && matches!(block.word(end + 3), "the" | "all" | "its" | "our");
        let people = block.words(end + 4..block.tokens.len().min(end + 10));
        let countable = [
            "members",
            "staff",
            "people",
            "employees",
            "voters",
            "pupils",
            "students",
            "residents",
            "households",
            "crews",
        ];
        if of && figure.value > 100.0 && countable.iter().any(|word| people.contains(word)) {
            notes.at(
                block,
                block.span(figure.tokens.start..end + 4),
                say!("More than 100 per cent of them there are not."),
            );
        }
    }
    let mut from = 0;
    for sentence in &block.sentences {
        let first = from
            + shares[from..].partition_point(|(figure, _)| figure.tokens.start < sentence.start);
        let last = first
            + shares[first..].partition_point(|(figure, _)| figure.tokens.start < sentence.end);
        from = last;
        let within = &shares[first..last];
        let sum: f64 = within.iter().map(|(figure, _)| figure.value).sum();
        let enough = within.len() >= 3 || within.len() == 2 && is_paid(block, sentence.clone());
        let shares_of_one = enough && within.iter().all(|(figure, _)| figure.value <= 100.0);
        if shares_of_one && (100.5..=160.0).contains(&sum) && !tells_change(block, sentence.clone())
        {
            let span = block.span(within[0].0.tokens.start..within[within.len() - 1].1);
            notes.at(block, span, say!("These shares add up to {sum} per cent.", sum));
        }
    }
}

/// Whether the shares are what several pay of one sum, so that two of them can be too much already.
fn is_paid(block: &Block, sentence: std::ops::Range<usize>) -> bool {
    const STEMS: [&str; 14] = [
        "paid",
        "pays",
        "financ",
        "fund",
        "payé",
        "paie",
        "zahl",
        "trägt",
        "finanz",
        "pagó",
        "paga",
        "sufrag",
        "оплат",
        "финанс",
    ];
    sentence.filter(|at| block.tokens[*at].kind == Kind::Word).any(|at| {
        let word = block.lower(at);
        STEMS.iter().any(|stem| word.starts_with(stem))
    })
}

/// Words that make a percentage a change, which may be of any size.
fn tells_change(block: &Block, sentence: std::ops::Range<usize>) -> bool {
    const STEMS: [&str; 44] = [
        "rose",
        "rise",
        "grew",
        "grow",
        "fell",
        "fall",
        "increas",
        "decreas",
        "declin",
        "drop",
        "up",
        "down",
        "more",
        "less",
        "higher",
        "lower",
        "compar",
        "each",
        "respectively",
        "faster",
        "cheaper",
        "respond",
        "agree",
        "said",
        "augment",
        "baiss",
        "hausse",
        "croi",
        "recul",
        "plus",
        "stieg",
        "gestieg",
        "wuchs",
        "sank",
        "fiel",
        "mehr",
        "weniger",
        "aument",
        "crec",
        "baj",
        "вырос",
        "рост",
        "снизи",
        "увелич",
    ];
    sentence.filter(|at| block.tokens[*at].kind == Kind::Word).any(|at| {
        let word = block.lower(at);
        // "up 5 per cent" and "went up" tell a change, "signed up" does not.
        if matches!(word, "up" | "down") {
            let number = block.tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Number);
            let before = at.checked_sub(2).map(|at| block.lower(at)).unwrap_or_default();
            let moves = ["is", "was", "are", "were", "went", "go", "goes", "been"];
            return number
                || moves.contains(&before)
                || matches!(block.lower(at + 2), "by" | "from" | "to");
        }
        STEMS
            .iter()
            .any(|stem| if stem.len() <= 4 { word == *stem } else { word.starts_with(stem) })
    })
}
