//! A measure that is given in two units, which disagree.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Figure, Kind},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "conversion",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A measure in two units that disagree: 14 feet, or about 43 metres.",
    why: "A point that slipped or a wrong unit shows in the conversion. What rounding explains is let pass.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Levels fell by ⟦14 feet, or about 43 metres⟧. The raft weighs ⟦4 kg (8.8 stone)⟧."),
        fr("Le quai mesure ⟦280 mètres (2,8 kilomètres)⟧."),
        de("Der Kai misst ⟦280 Meter (2,8 Kilometer)⟧."),
        es("El muelle mide ⟦280 metros (2,8 kilómetros)⟧."),
        ru("Операция длилась ⟦2 часа (90 минут)⟧."),
    ],
    passes: &[
        en(
            "Levels fell by 14 feet, or about 4 metres. The raft weighs 4 kg (8.8 lb), the ship 3 miles (5 km).",
        ),
        en(
            "It is 300 metres long (20 metres wide), 40 tonnes or about 12 people. Take 2 hours (30 minutes by bus, and a walk).",
        ),
        fr("Le quai mesure 280 mètres (0,28 kilomètre)."),
    ],
    check: Check::Block(check),
};

/// What is measured.
#[derive(Clone, Copy, PartialEq)]
enum Kinds {
    Length,
    Mass,
    Area,
    Volume,
    Time,
}

/// A unit by its beginning: what it measures, and how many of the kind's base units it is.
fn unit(word: &str) -> Option<(Kinds, f64)> {
    use Kinds::{Area, Length, Mass, Time, Volume};
    Some(match word {
        "mm" => (Length, 0.001),
        "cm" | "см" => (Length, 0.01),
        "m" | "м" => (Length, 1.0),
        "km" | "км" => (Length, 1000.0),
        "foot" | "feet" | "ft" | "pied" | "pieds" | "pies" => (Length, 0.3048),
        "inch" | "inches" | "in" => (Length, 0.0254),
        "yard" | "yards" => (Length, 0.9144),
        "mile" | "miles" | "meile" | "meilen" | "milla" | "millas" | "миль" | "мили" => {
            (Length, 1609.0)
        }
        "g" | "г" | "gram" | "grams" | "gramme" | "grammes" | "gramm" => (Mass, 0.001),
        "kg" | "кг" | "kilo" | "kilos" => (Mass, 1.0),
        "t" | "т" | "ton" | "tons" | "tonne" | "tonnes" | "tonnen" | "tonelada" | "toneladas" => {
            (Mass, 1000.0)
        }
        "lb" | "lbs" | "pound" | "pounds" | "libras" => (Mass, 0.4536),
        "ounce" | "ounces" | "oz" => (Mass, 0.02835),
        "stone" => (Mass, 6.35),
        "ha" | "га" | "hectare" | "hectares" | "hektar" | "hectárea" | "hectáreas" => {
            (Area, 10_000.0)
        }
        "acre" | "acres" => (Area, 4047.0),
        "l" | "л" | "litre" | "litres" | "liter" | "liters" | "litro" | "litros" => (Volume, 1.0),
        "gallon" | "gallons" => (Volume, 4.1),
        "second" | "seconds" | "seconde" | "secondes" | "sekunden" | "segundos" | "секунд" => {
            (Time, 1.0)
        }
        "minute" | "minutes" | "minuten" | "minuto" | "minutos" | "минут" | "минуты" => {
            (Time, 60.0)
        }
        "hour" | "hours" | "heure" | "heures" | "stunde" | "stunden" | "hora" | "horas" | "час"
        | "часа" | "часов" => (Time, 3600.0),
        "day" | "days" | "jour" | "jours" | "tag" | "tage" | "día" | "días" | "дней" | "дня" => {
            (Time, 86_400.0)
        }
        _ => return long_unit(word),
    })
}

/// Units of the metre and the gram in full, over the endings of five languages.
fn long_unit(word: &str) -> Option<(Kinds, f64)> {
    let stems = [
        ("centimet", Kinds::Length, 0.01),
        ("centimèt", Kinds::Length, 0.01),
        ("zentimet", Kinds::Length, 0.01),
        ("centímet", Kinds::Length, 0.01),
        ("сантимет", Kinds::Length, 0.01),
        ("kilomet", Kinds::Length, 1000.0),
        ("kilomèt", Kinds::Length, 1000.0),
        ("kilómet", Kinds::Length, 1000.0),
        ("километ", Kinds::Length, 1000.0),
        ("metre", Kinds::Length, 1.0),
        ("meter", Kinds::Length, 1.0),
        ("mètre", Kinds::Length, 1.0),
        ("metro", Kinds::Length, 1.0),
        ("метр", Kinds::Length, 1.0),
        ("kilogra", Kinds::Mass, 1.0),
        ("килограмм", Kinds::Mass, 1.0),
        ("тонн", Kinds::Mass, 1000.0),
        ("гектар", Kinds::Area, 10_000.0),
        ("литр", Kinds::Volume, 1.0),
    ];
    let known =
        stems.iter().find(|(stem, ..)| word.starts_with(stem) && word.len() <= stem.len() + 8);
    known.map(|(_, kind, worth)| (*kind, *worth))
}

/// How far one may be from the other, of the larger: tons and gallons are of several sizes.
const ROUNDING: f64 = 0.16;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for pair in block.figures.windows(2) {
        let [first, second] = pair else { continue };
        let Some((kind, worth)) = measured(block, first) else { continue };
        let Some((other, size)) = measured(block, second) else { continue };
        let end = second.tokens.end + 2;
        if kind != other
            || worth == size
            || !is_said_again(block, first.tokens.end + 2, second.tokens.start, end)
        {
            continue;
        }
        let meant = first.value * worth / size;
        let apart = (meant - second.value).abs();
        // "1 mile (2 km)" is rounded to a whole.
        let rounded = apart <= if second.value.fract() == 0.0 { 0.55 } else { 0.06 };
        if apart > ROUNDING * meant.max(second.value) && !rounded {
            let closed = usize::from(block.is_mark(end, ')'));
            let span = block.span(first.tokens.start..end + closed);
            let sum = (meant * 10.0).round() / 10.0;
            let unit = block.word(end - 1);
            notes.at(block, span, say!("By the first figure it is about {sum} {unit}.", sum, unit));
        }
    }
}

/// The unit behind a figure and a space.
fn measured(block: &Block, figure: &Figure) -> Option<(Kinds, f64)> {
    let at = figure.tokens.end;
    let spaced = block.tokens.get(at)?.kind == Kind::Space && figure.percent.is_none();
    let unit = unit(block.lower(at + 1)).filter(|_| spaced)?;
    // "4 t/h", "3 km²" are of another kind.
    let joined = block.tokens.get(at + 2).is_some_and(|next| {
        matches!(next.mark(), Some('/' | '²' | '³' | '-')) || next.kind == Kind::Mixed
    });
    (!joined).then_some(unit)
}

/// Whether only a bracket, or a word such as "or about", parts two measures of one thing.
fn is_said_again(block: &Block, from: usize, to: usize, end: usize) -> bool {
    let between: Vec<_> = (from..to).filter(|at| !block.tokens[*at].is_blank()).collect();
    let bracketed = matches!(between[..], [open] if block.is_mark(open, '('))
        || matches!(between[..], [open, about] if block.is_mark(open, '(') && is_about(block, about));
    if bracketed {
        return block.is_mark(end, ')');
    }
    let mut words = between.iter().filter(|at| !block.is_mark(**at, ',')).peekable();
    let or = words
        .next()
        .is_some_and(|at| matches!(block.word(*at), "or" | "soit" | "oder" | "также" | "или"));
    or && words.all(|at| is_about(block, *at))
}

fn is_about(block: &Block, at: usize) -> bool {
    matches!(
        block.word(at),
        "about"
            | "some"
            | "roughly"
            | "around"
            | "nearly"
            | "environ"
            | "etwa"
            | "rund"
            | "unos"
            | "около"
    )
}
