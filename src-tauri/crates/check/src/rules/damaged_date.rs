//! Dates in which a key slipped, a letter stands for a figure, or a figure for a letter.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, year_of},
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape, capitalised},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "damaged-date",
    family: Family::Dates,
    severity: Severity::Error,
    what: "A day, month or year with a slipped key in it: 20`8, 2O19, 12 Nov3mber, 20 18.",
    why: "A date that cannot be read makes the whole release useless for an archive.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("On October 10, ⟦20`8⟧ the exercise began."),
        en("It was founded in ⟦2O19⟧ and closed in ⟦20l7⟧."),
        en("The port closed on 12 ⟦Nov3mber⟧ 2024."),
        en("The port closed on 12 ⟦Novmber⟧ 2024."),
        en("The port was closed from 3 ⟦Febuary⟧ to ⟦Septembr⟧ 20 this year."),
        en("The port closed on ⟦l2⟧ March and ⟦3O⟧ June."),
        en("On 10 October ⟦20 18⟧ the exercise began."),
        en("On 10 October ⟦20018⟧ and 3 May ⟦218⟧ it met."),
        fr("Le port a fermé le 12 ⟦ju1n⟧ 2024, puis le 3 mai ⟦2O24⟧."),
        de("Der Hafen schloss am 12. ⟦Okt0ber⟧ 2024."),
        es("El puerto cerró el 12 de ⟦n0viembre⟧ de 2024."),
        ru("Порт закрыт 12 ⟦н0ября⟧ ⟦20l8⟧ года."),
    ],
    passes: &[
        en("In the 1990s, on 25th July 2018, the A380 and the B2B desk met 2000l of water, 20s."),
        en("Room 20A, 5km, G20, Covid-19 and the 2nd Battalion; March 12, the ships’ 20’s."),
        en("The 12 Augusta crews met 3 Octobers in a row; 4 Decembrists came."),
        en("The 3 Mars missions and 7 Marches of 1812; on 12 May 2018 218 ships came."),
        de("Am 3. Marsch nahmen 200 Läufer teil."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    let near = year_of(with.date);
    for (at, token) in block.tokens.iter().enumerate() {
        match token.kind {
            Kind::Mixed => mixed(block, at, notes),
            Kind::Number => slipped_year(block, at, near, notes),
            Kind::Word => misspelt_month(block, at, notes),
            _ => {}
        }
    }
    for date in &block.dates {
        if date.year.is_none() && date.day.is_some() {
            broken_year(block, date.tokens.end, near, notes);
        }
    }
}

/// Letters among figures: `2O19`, `l2 March`, `Nov3mber`.
fn mixed(block: &Block, at: usize, notes: &mut Notes) {
    let word = block.word(at);
    let span = block.tokens[at].range();
    let figures: Option<String> = word.chars().map(as_figure).collect();
    let real = word.chars().filter(char::is_ascii_digit).count();
    if let Some(figures) = figures {
        let long_ago = real >= 3 && ["15", "16", "17", "18"].iter().any(|c| figures.starts_with(c));
        let year = figures.len() == 4
            && real >= 2
            && (long_ago && is_dated(block, at)
                || ["19", "20"].iter().any(|c| figures.starts_with(c)));
        let day = figures.len() == 2 && month_follows(block, at);
        if year || day {
            let message = match year {
                true => say!("A letter stands for a figure in this year."),
                false => say!("A letter stands for a figure in this day."),
            };
            notes.at(block, span, message).fix(figures);
            return;
        }
    }
    if real <= 2 && word.chars().count() >= 4 {
        let letters = [as_letter as fn(char) -> char, as_other_letter, as_cyrillic_letter]
            .into_iter()
            .find_map(|read| {
                let letters: String = word.to_lowercase().chars().map(read).collect();
                let sense = block.lexicon().sense(&letters);
                (sense.is(Class::Month) || sense.is(Class::Weekday)).then_some(letters)
            });
        if let Some(letters) = letters {
            let right = if starts_small(block, word) { letters } else { capitalised(&letters) };
            notes.at(block, span, say!("A figure stands for a letter in this date.")).fix(right);
        }
    }
}

/// `20`8`, `20'18`: a mark among the figures of a year.
fn slipped_year(block: &Block, at: usize, near: Option<i32>, notes: &mut Notes) {
    let first = block.word(at);
    if !matches!(first, "19" | "20" | "201" | "202" | "199") {
        return;
    }
    let Some(mark) = block.after(at).and_then(|token| token.mark()) else { return };
    let slip = matches!(
        mark,
        '`' | '´'
            | '^'
            | '~'
            | ';'
            | '|'
            | '\\'
            | '!'
            | '?'
            | '§'
            | '['
            | ']'
            | '’'
            | '\''
            | '='
            | '*'
            | '_'
    );
    let Some(last) = block.tokens.get(at + 2).filter(|token| token.kind == Kind::Number) else {
        return;
    };
    let figures = format!("{first}{}", block.word(at + 2));
    let ends = block.tokens.get(at + 3).is_none_or(|token| !token.is_wordlike());
    // With one figure missing the mark stands for it; with none it was struck beside it.
    if !slip || !ends || !matches!(figures.len(), 3 | 4) || last.end - last.start > 2 {
        return;
    }
    let years: Vec<i32> = match figures.len() {
        4 => figures.parse().into_iter().collect(),
        _ => {
            let fill = |digit| format!("{first}{digit}{}", block.word(at + 2)).parse().ok();
            (0..10).filter_map(fill).collect()
        }
    };
    let note = notes.at(
        block,
        block.span(at..at + 3),
        say!("“{mark}” stands for a figure in this year.", mark),
    );
    offer(note, years, near);
}

/// `20 18`, `218`, `20018` after a day and a month.
fn broken_year(block: &Block, end: usize, near: Option<i32>, notes: &mut Notes) {
    let mut at = end;
    if block.is_mark(at, ',') {
        at += 1;
    }
    if block.tokens.get(at).is_none_or(|token| token.kind != Kind::Space) {
        return;
    }
    at += 1;
    if block.primary() == "es" && block.word(at) == "de" {
        at += 2;
    }
    let Some(token) = block.tokens.get(at).filter(|token| token.kind == Kind::Number) else {
        return;
    };
    let word = block.word(at);
    if !word.bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    if matches!(word, "19" | "20")
        && let Some(rest) = block.tokens.get(at + 2).filter(|rest| rest.kind == Kind::Number)
        && rest.end - rest.start == 2
        && block.tokens[at + 1].kind == Kind::Space
    {
        let year = format!("{word}{}", block.word(at + 2));
        notes.at(block, block.span(at..at + 3), say!("A space stands inside this year.")).fix(year);
        return;
    }
    let ends = match block.after(at).map(|token| token.kind) {
        None | Some(Kind::Break | Kind::Mark(_)) => true,
        _ => {
            !block
                .tokens
                .get(at + 2)
                .is_some_and(|next| next.kind == Kind::Word && next.shape == Shape::Lower)
                || block.tokens.get(at + 2).is_some_and(|next| {
                    next.sense.is(Class::Function) || next.sense.is(Class::Verb)
                })
        }
    };
    let long = word.len() == 5 && (word.starts_with("19") || word.starts_with("20"));
    let short = word.len() == 3
        && (word.starts_with("20") || word.starts_with("19") || word.starts_with("21"));
    if (long || short) && ends {
        let mut years: Vec<i32> = Vec::new();
        for i in 0..word.len() {
            if long {
                years.extend(format!("{}{}", &word[..i], &word[i + 1..]).parse::<i32>());
            }
        }
        if short {
            for i in 1..=word.len() {
                years.extend((0..10).filter_map(|d| {
                    format!("{}{d}{}", &word[..i], &word[i..]).parse::<i32>().ok()
                }));
            }
        }
        let count = word.len();
        let note = notes.at(block, token.range(), say!("This year has {count} figures.", count));
        offer(note, years, near);
    }
}

/// `12 Novmber 2024`: nearly a month, where only a month can stand.
fn misspelt_month(block: &Block, at: usize, notes: &mut Notes) {
    let token = &block.tokens[at];
    let length = token.end - token.start;
    if length < 6 || token.sense != Default::default() || at < 2 {
        return;
    }
    let capitals = matches!(block.primary(), "en" | "de");
    if capitals != (token.shape == Shape::Capital) {
        return;
    }
    let mut before = at - 2;
    if block.word(before) == "de" || block.is_mark(before, '.') {
        before = before.saturating_sub(if block.is_mark(before, '.') { 1 } else { 2 });
    }
    let is_day = |at: usize| block.word(at).parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
    // "Septembr 20": English sets the day behind the month as well.
    let day = is_day(before) || block.primary() == "en" && is_day(at + 2);
    if !day {
        return;
    }
    // With a year behind it the word can be nothing else; without one it has to be all but a month.
    let slips = if year_follows(block, at) { 2 } else { 1 };
    let word = block.lower(at);
    let near = block.lexicon().words(Class::Month).find(|(month, _)| {
        month.chars().count() >= 5
            && crate::nearness::within(word, month, slips)
            && !word.starts_with(month)
    });
    if let Some((month, _)) = near {
        let right = if capitals { capitalised(month) } else { month.to_owned() };
        notes.at(block, token.range(), say!("This month is misspelt.")).fix(right);
    }
}

/// Whether a word stands before that goes with years.
fn is_dated(block: &Block, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|before| {
        block.tokens[before].sense.is(Class::Month)
            || matches!(
                block.lower(before),
                "in" | "since"
                    | "from"
                    | "of"
                    | "en"
                    | "depuis"
                    | "vers"
                    | "seit"
                    | "jahr"
                    | "jahre"
                    | "desde"
                    | "de"
                    | "в"
                    | "с"
            )
    })
}

fn year_follows(block: &Block, at: usize) -> bool {
    let mut next = at + 1 + usize::from(block.is_mark(at + 1, ','));
    next += 1;
    if block.word(next) == "de" {
        next += 2;
    }
    let word = block.word(next);
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

fn month_follows(block: &Block, at: usize) -> bool {
    let mut next = at + 1;
    if block.is_mark(next, '.') {
        next += 1;
    }
    next += 1;
    if block.word(next) == "de" {
        next += 2;
    }
    block.tokens.get(next).is_some_and(|token| {
        token.sense.is(Class::Month) && (block.primary() != "en" || token.shape == Shape::Capital)
    })
}

/// Offers the year nearest to that of the release, or, without one, every year that fits.
fn offer(note: &mut crate::notes::Note, mut years: Vec<i32>, near: Option<i32>) {
    years.retain(|year| (1900..2100).contains(year));
    years.sort_unstable();
    years.dedup();
    if let Some(near) = near {
        years.sort_by_key(|year| (year - near).abs());
        years.truncate(1);
    }
    for year in years.into_iter().take(3) {
        note.fix(year.to_string());
    }
}

fn as_figure(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => c,
        'O' | 'o' | 'О' | 'о' | 'Q' => '0',
        'l' | 'I' | 'i' | '|' | 'і' => '1',
        'Z' | 'z' => '2',
        'З' | 'з' => '3',
        'S' | 's' => '5',
        'б' => '6',
        'B' | 'В' => '8',
        _ => return None,
    })
}

fn as_letter(c: char) -> char {
    match c {
        '0' => 'o',
        '1' => 'l',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '8' => 'b',
        _ => c,
    }
}

fn as_other_letter(c: char) -> char {
    match c {
        '1' => 'i',
        _ => as_letter(c),
    }
}

fn as_cyrillic_letter(c: char) -> char {
    match c {
        '0' => 'о',
        '1' => 'л',
        '3' => 'з',
        '4' => 'а',
        '6' => 'б',
        _ => c,
    }
}

fn starts_small(block: &Block, word: &str) -> bool {
    !matches!(block.primary(), "en" | "de") && word.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::check_text;

    #[test]
    fn a_year_of_too_many_figures_has_them_counted() {
        let french = "fr".parse().unwrap();
        let text = "Le port a fermé le 10 octobre 20018, puis le 3 mai 218.";
        let found = check_text(text, &french, None);
        let said: Vec<_> = found.iter().filter(|found| found.rule == super::RULE.id).collect();
        assert_eq!(said.len(), 2);
        assert_eq!(said[0].message, "This year has 5 figures.");
        assert_eq!(said[1].message, "This year has 3 figures.");
    }
}
