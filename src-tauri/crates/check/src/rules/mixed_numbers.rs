//! Thousands parted in two ways in one release.

use dateline_model::say;

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    reading::Grouping,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "mixed-numbers",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "Thousands that are parted otherwise than in the rest of the release: 2,000 beside 3 500.",
    why: "The reader must not wonder whether 3.500 is three and a half.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("About 2,000 troops, 3,500 ships and ⟦4\u{a0}200⟧ crews came."),
        en("About 2,000 troops and ⟦3500⟧ ships came."),
        de("Rund 2.000 Schiffe und ⟦3 500⟧ Boote kamen."),
        fr("Environ 2 000 navires et ⟦3.500⟧ barques."),
    ],
    passes: &[
        en("About 2,000 troops came in 2018 with 3.5 tonnes and 900 boats; 1998 saw 4,000."),
        de("Rund 2.000 Schiffe im Jahr 2018."),
        es("El puerto invierte 800.000 euros. Teléfono gratuito: 900 555 014."),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let all: Vec<_> = copy
        .blocks
        .iter()
        .flat_map(|block| block.figures.iter().map(move |figure| (block, figure)))
        .filter(|(block, figure)| {
            figure.value >= 1000.0 && !super::telephone::is_dialled(block, figure.tokens.start)
        })
        .collect();
    let grouped: Vec<_> =
        all.iter().filter(|(_, figure)| figure.grouping != Grouping::None).collect();
    let count = |grouping| grouped.iter().filter(|(_, figure)| figure.grouping == grouping).count();
    let Some((_, first)) = grouped.first() else { return };
    let others = [Grouping::Comma, Grouping::Dot, Grouping::Space];
    let own = others
        .into_iter()
        .fold(first.grouping, |own, other| if count(other) > count(own) { other } else { own });
    let Some((shown, model)) = grouped.iter().find(|(_, figure)| figure.grouping == own) else {
        return;
    };
    for (block, figure) in &all {
        let bare = figure.grouping == Grouping::None;
        // A bare number of four digits is a year unless it counts something.
        let year =
            bare && figure.value < 2200.0 || figure.noun.is_none() || figure.value.fract() != 0.0;
        // Spanish, Russian and French part thousands from five digits on.
        let small = bare && figure.value < 10_000.0 && block.primary() != "en";
        if figure.grouping == own || bare && year || small {
            continue;
        }
        let like = shown.words(model.tokens.clone());
        let note = notes.at(
            block,
            block.span(figure.tokens.clone()),
            say!("Other numbers here are written like “{like}”.", like),
        );
        note.fix(written(figure.value, own)).see(shown, shown.span(model.tokens.clone()));
        if bare {
            note.weigh(Severity::Advice);
        }
    }
}

/// A whole number with its thousands parted.
fn written(value: f64, grouping: Grouping) -> String {
    let digits = format!("{value:.0}");
    let sign = match grouping {
        Grouping::Comma => ",",
        Grouping::Dot => ".",
        _ => "\u{a0}",
    };
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(sign)
}
