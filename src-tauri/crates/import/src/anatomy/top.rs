//! What stands above the text: release line, embargo, mail headers, date, headline and subhead.

use std::collections::VecDeque;

use chrono::NaiveDate;
use dateline_model::{Block, Kind, say};

use super::{
    contact, dateline, embargo, first_line, is_sentence, is_short, last_mark, without_first_line,
    words,
};
use crate::{Draft, quoted, quoted_all};

/// The most characters of a headline or subhead. Headlines of press offices run to 120; above this
/// a first line is a paragraph whose full stop was forgotten.
const LONGEST_HEADLINE: usize = 200;

/// How many blocks below a headline its text must have begun.
const NEAR: usize = 20;

/// Lines that say when a text may be used, or what it is, and nothing more.
const RELEASE_LINES: &[&str] = &[
    "for immediate release",
    "for release",
    "immediate release",
    "news release",
    "press release",
    "media release",
    "media advisory",
    "press statement",
    "пресс-релиз",
    "для немедленной публикации",
    "communiqué de presse",
    "pour diffusion immédiate",
    "pressemitteilung",
    "zur sofortigen veröffentlichung",
    "comunicado de prensa",
    "comunicato stampa",
    "para publicación inmediata",
    "per diffusione immediata",
    "para divulgação imediata",
    "للنشر الفوري",
    "即時解禁",
    "即时发布",
];

/// Names of mail headers.
const MAIL_HEADERS: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "sent",
    "date",
    "subject",
    "reply-to",
    "importance",
    "attachments",
    "от",
    "кому",
    "копия",
    "тема",
    "дата",
    "отправлено",
    "de",
    "à",
    "objet",
    "envoyé",
    "von",
    "an",
    "betreff",
    "gesendet",
];

/// Takes what stands above the text off the blocks.
pub(super) fn read(blocks: &mut Vec<Block>, draft: &mut Draft, today: NaiveDate) {
    let mut top = Top { blocks: std::mem::take(blocks).into(), kept: Vec::new(), draft, today };
    top.mail_headers();
    while top.masthead() || top.line() {}
    let had_headline = !top.draft.content.headline.is_empty();
    top.headline();
    if !had_headline && !top.draft.content.headline.is_empty() {
        while top.line() {}
    }
    top.subhead();
    while top.line() {}
    let Top { kept, blocks: rest, .. } = top;
    *blocks = kept;
    blocks.extend(rest);
}

struct Top<'a> {
    blocks: VecDeque<Block>,
    /// Lines that were recognised but not understood: they stay at the head of the text.
    kept: Vec<Block>,
    draft: &'a mut Draft,
    today: NaiveDate,
}

impl Top<'_> {
    /// Headers of a mail, if the text begins with some and a subject is among them.
    fn mail_headers(&mut self) {
        let header = |line: &str| {
            let (name, value) = line.split_once(':')?;
            let name = name.trim().to_lowercase();
            MAIL_HEADERS.contains(&name.as_str()).then(|| (name, value.trim().to_owned()))
        };
        let lines: Vec<_> = self
            .blocks
            .iter()
            .map_while(words)
            .flat_map(|text| text.split('\n').map(str::to_owned).collect::<Vec<_>>())
            .map_while(|line| header(&line).map(|found| (line, found)))
            .collect();
        let subject = |name: &str| matches!(name, "subject" | "тема" | "objet" | "betreff");
        if lines.len() < 2 || !lines.iter().any(|(_, (name, _))| subject(name)) {
            return;
        }
        let said = quoted_all(lines.iter().map(|(line, _)| line));
        for (_, (name, value)) in &lines {
            if subject(name) && self.draft.content.headline.is_empty() {
                self.draft.content.headline.clone_from(value);
            }
            self.take_line();
        }
        self.draft.note(say!(
            "Mail headers left out, the subject taken as the headline: {lines}.",
            lines = said
        ));
    }

    /// The line of facts that exports of a release have above the headline, and the name of the office
    /// above it: "Press release 2026/041 · Report · Port news · 2 March 2026".
    fn masthead(&mut self) -> bool {
        let Some(text) = self.blocks.front().filter(|block| is_short(block)).and_then(words) else {
            return false;
        };
        let lines: Vec<&str> = text.split('\n').take(2).collect();
        let Some(at) = lines.iter().position(|line| self.fact_date(line).is_some()) else {
            return false;
        };
        let date = self.fact_date(lines[at]);
        let content = &mut self.draft.content;
        content.date = content.date.or(date);
        for part in lines[at].split('·').map(str::trim) {
            if let Ok(kind) = part.parse() {
                content.kind = kind;
            } else if let Some(number) = reference_number(part) {
                self.draft.reference.get_or_insert_with(|| number.to_owned());
            }
        }
        for line in &lines[..=at] {
            self.draft.note(say!("Line about the text left out: {line}.", line = quoted(line)));
            self.take_line();
        }
        true
    }

    /// The day that stands in a line of facts between others.
    fn fact_date(&self, line: &str) -> Option<NaiveDate> {
        let parts: Vec<_> = line.split('·').map(str::trim).collect();
        let mut dated = parts.iter().filter(|part| dateline::has_year(part));
        if parts.len() > 1 { dated.find_map(|part| self.whole_date(part)) } else { None }
    }

    /// Takes one line that is neither headline nor text; false when the next is one of those.
    fn line(&mut self) -> bool {
        let Some(line) = self.blocks.front().and_then(first_line) else { return false };
        let line = line.trim();
        self.release_line(line)
            || self.embargo(line)
            || self.reference(line)
            || self.date(line)
            || self.contact(line)
    }

    fn release_line(&mut self, line: &str) -> bool {
        let bare = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let Some((known, rest)) = RELEASE_LINES
            .iter()
            .filter_map(|known| bare.strip_prefix(known).map(|rest| (*known, rest)))
            .min_by_key(|(_, rest)| rest.len())
        else {
            return false;
        };
        let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
        if !rest.is_empty() {
            match self.whole_date(rest) {
                Some(date) => self.draft.content.date = self.draft.content.date.or(Some(date)),
                None if RELEASE_LINES.contains(&rest) => {}
                None => return false,
            }
        }
        match known {
            "media advisory" => self.draft.content.kind = Kind::Advisory,
            "press statement" => self.draft.content.kind = Kind::Statement,
            _ => {}
        }
        self.draft.note(say!("Release line left out: {line}.", line = quoted(line)));
        self.take_line();
        true
    }

    fn embargo(&mut self, line: &str) -> bool {
        if !embargo::is_line(line) || line.chars().count() > LONGEST_HEADLINE {
            return false;
        }
        let found = embargo::read(line, self.today);
        if found.is_some() && self.draft.content.embargo.is_none() {
            self.draft.content.embargo = found;
            self.draft.note(say!("Taken as the embargo: {line}.", line = quoted(line)));
            self.take_line();
        } else {
            self.draft.note(say!(
                "Embargo line left in the text: {line}. It names no single instant with a year, a time and a zone: set the embargo by hand.",
                line = quoted(line)
            ));
            self.keep_line(line);
        }
        true
    }

    fn reference(&mut self, line: &str) -> bool {
        let Some(number) = reference_number(line) else { return false };
        self.draft.reference.get_or_insert_with(|| number.to_owned());
        self.draft.note(say!("Taken as the reference number: {line}.", line = quoted(line)));
        self.take_line();
        true
    }

    fn date(&mut self, line: &str) -> bool {
        const LABELS: &[&str] = &["date", "release date", "дата", "datum", "fecha", "data"];
        let label = line
            .split_once(':')
            .filter(|(label, _)| LABELS.contains(&label.trim().to_lowercase().as_str()));
        let words = label.map_or(line, |(_, value)| value).trim();
        if dateline::has_year(words)
            && let Some(found) = dateline::place_and_date(words, self.today)
            && let Some(date) = found.date
            && self.draft.content.date.is_none_or(|known| known == date)
        {
            let content = &mut self.draft.content;
            content.date = Some(date);
            let said = quoted(line);
            let note = match found.place {
                "" => say!("Taken as the date: {line}.", line = said),
                _ => say!("Taken as place and date: {line}.", line = said),
            };
            if content.place.is_empty() {
                content.place = found.place.to_owned();
            }
            self.draft.note(note);
            self.take_line();
            return true;
        }
        if label.is_some() {
            self.draft.note(say!(
                "Date line left in the text: {line}. It names no whole date: set the date by hand.",
                line = quoted(line)
            ));
            self.keep_line(line);
            return true;
        }
        false
    }

    /// A contact block above the headline, as American releases have it.
    fn contact(&mut self, line: &str) -> bool {
        let has_text_below = self.blocks.len() > 1;
        if !has_text_below || contact::heading(line).is_none() {
            return false;
        }
        let Some(block) = self.blocks.pop_front() else { return false };
        let mut lines: Vec<String> =
            words(&block).unwrap_or_default().split('\n').map(str::to_owned).collect();
        while let Some(next) = self.blocks.front().and_then(words) {
            if !next.split('\n').all(|line| contact::is_phone(line) || contact::is_email(line)) {
                break;
            }
            lines.extend(next.split('\n').map(str::to_owned));
            self.blocks.pop_front();
        }
        let first = contact::heading(line).unwrap_or_default();
        let found =
            contact::read(std::iter::once(first).chain(lines[1..].iter().map(String::as_str)));
        self.draft.note(say!("Taken as media contact: {lines}.", lines = quoted_all(&lines)));
        self.draft.content.contacts.extend(found);
        true
    }

    fn headline(&mut self) {
        if !self.draft.content.headline.is_empty() {
            return;
        }
        if let Some(line) = self.title_line() {
            self.draft.note(say!("Taken as the headline: {line}.", line = quoted(&line)));
            self.draft.content.headline = line;
            self.take_line();
        }
    }

    fn subhead(&mut self) {
        if self.draft.content.headline.is_empty() || !self.draft.content.subhead.is_empty() {
            return;
        }
        let Some(line) = self.title_line() else { return };
        // The line after this one must be text as well, else it may be the text itself.
        let text_follows =
            self.blocks.get(1).and_then(words).is_some_and(|next| is_sentence(&next));
        if text_follows && !contact::is_phone(&line) && !contact::is_email(&line) {
            self.draft.note(say!("Taken as the subhead: {line}.", line = quoted(&line)));
            self.draft.content.subhead = line;
            self.take_line();
        }
    }

    /// The next line, if it reads as a headline: short, not a sentence, a longer text below it.
    fn title_line(&self) -> Option<String> {
        let block = self.blocks.front()?;
        let line = words(block)?;
        let short = !line.contains('\n') && line.chars().count() <= LONGEST_HEADLINE;
        let open =
            is_sentence(&line) || last_mark(&line).is_some_and(|c| matches!(c, ',' | ';' | ':'));
        let below = self.blocks.iter().skip(1).take(NEAR).filter_map(words);
        let longest = below.map(|text| text.chars().count()).max().unwrap_or_default();
        let heads_text = matches!(block, Block::Heading { .. }) || longest > line.chars().count();
        let titled = short && !open && heads_text && !is_salutation(&line);
        (titled && dateline::find(&line, self.today).is_none()).then(|| line.trim().to_owned())
    }

    fn whole_date(&self, text: &str) -> Option<NaiveDate> {
        dateline::place_and_date(text, self.today)?.date
    }

    fn take_line(&mut self) {
        if let Some(block) = self.blocks.pop_front()
            && let Some(rest) = without_first_line(block)
        {
            self.blocks.push_front(rest);
        }
    }

    fn keep_line(&mut self, line: &str) {
        self.take_line();
        self.kept.push(Block::paragraph(line));
    }
}

/// The number behind "Press release no." and its like: `2026/041`, no space inside, a digit in it.
fn reference_number(line: &str) -> Option<&str> {
    const BEGINNINGS: &[&str] = &[
        "press release no",
        "press release №",
        "press release",
        "media release no",
        "news release no",
        "пресс-релиз №",
        "пресс-релиз",
        "pressemitteilung nr",
        "pressemitteilung",
        "communiqué de presse",
        "reference no",
        "reference",
        "ref",
        "no",
        "№",
        "nr",
    ];
    let lower = line.to_lowercase();
    let number = BEGINNINGS.iter().find_map(|begin| {
        let number = lower.strip_prefix(begin)?.trim_start_matches(['.', ':', ' ', '\u{a0}']);
        let sound = number.chars().any(|c| c.is_ascii_digit())
            && number.chars().count() <= 24
            && number.chars().all(|c| c.is_alphanumeric() || "/-–._".contains(c));
        sound.then_some(number)
    })?;
    line.get(line.len().checked_sub(number.len())?..)
}

/// "Dear colleagues", "Excellencies": the beginning of a speech.
fn is_salutation(line: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "dear",
        "excellenc",
        "your excellenc",
        "ladies and",
        "mr ",
        "mr. ",
        "madam",
        "distinguished",
        "honourable",
        "уважаемы",
        "дорогие",
        "mesdames",
        "monsieur",
        "sehr geehrte",
        "meine damen",
        "señoras",
    ];
    let line = line.to_lowercase();
    BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
}
