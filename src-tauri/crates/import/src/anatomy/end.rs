//! What stands below the text: end mark, notes to editors, "About" texts and media contacts.

use dateline_model::{Block, Body, Boilerplate, Inline, Marks, say};

use super::{contact, first_line, is_sentence, is_short, without_first_line, words};
use crate::{Draft, fields, quoted, quoted_all};

/// Headings of the notes to editors, without a final colon.
const NOTES: &[&str] = &[
    "note to editor",
    "note to editors",
    "notes to editor",
    "notes to editors",
    "notes to the editor",
    "notes to the editors",
    "notes for editors",
    "note for editors",
    "editor's notes",
    "editor’s notes",
    "editors' notes",
    "editors’ notes",
    "для редакторов",
    "примечание для редакторов",
    "примечания для редакторов",
    "справка для редакторов",
    "note aux rédacteurs",
    "notes aux rédacteurs",
    "note à la rédaction",
    "notes à la rédaction",
    "hinweise für redaktionen",
    "hinweis für redaktionen",
    "hinweise an die redaktion",
    "notas para editores",
    "nota para editores",
    "notas a los editores",
    "note per le redazioni",
    "note ai redattori",
    "notas aos editores",
    "notes aux rédactions",
    "hinweise für die redaktionen",
    "notas para la redacción",
    "notas à redação",
    "примечания для редакций",
    "ملاحظات للمحررين",
    "編集者の皆様へ",
    "编辑须知",
];

/// How "About" headings begin, with the space that follows.
const ABOUT: &[&str] =
    &["about ", "об ", "о ", "à propos ", "über ", "sobre ", "acerca de ", "informazioni su "];

/// "About" headings that name nobody.
const ABOUT_US: &[&str] =
    &["à propos", "acerca de", "chi siamo", "نبذة عنا", "当組織について", "关于我们"];

/// The most characters of an "About" heading: the longest names of organisations, and a margin.
const LONGEST_ABOUT: usize = 100;

/// Where the blocks that follow belong.
enum Part {
    Text,
    /// Below the end mark, before any heading.
    AfterEnd,
    Notes,
    About(Boilerplate),
    Contact(Vec<Block>),
}

/// Takes what stands below the text off the blocks.
pub(super) fn read(blocks: &mut Vec<Block>, draft: &mut Draft) {
    let mut end =
        End { text: Vec::new(), below: Vec::new(), notes: Vec::new(), part: Part::Text, draft };
    for block in std::mem::take(blocks) {
        end.block(block);
    }
    end.close();
    end.file_notes();
    let contact = take_contact(&mut end.text, 1);
    end.loose_contact(&contact);
    end.file_below();
    *blocks = end.text;
}

struct End<'a> {
    text: Vec<Block>,
    /// What stands below the end mark under no heading.
    below: Vec<Block>,
    notes: Vec<Block>,
    part: Part,
    draft: &'a mut Draft,
}

impl End<'_> {
    fn block(&mut self, block: Block) {
        if !is_short(&block) {
            return self.add(block);
        }
        let Some(line) = first_line(&block) else { return self.add(block) };
        let line = line.trim();
        if let Some(rest) = self.begin_part(line) {
            self.close();
            self.part = rest;
            if let Some(below) = without_first_line(block) {
                self.block(below);
            }
        } else if is_page_mark(line) && !line.is_empty() {
            self.draft.note(say!("Page mark left out: {line}.", line = quoted(line)));
        } else {
            self.add(block);
        }
    }

    /// The part that a line begins, if it begins one.
    fn begin_part(&mut self, line: &str) -> Option<Part> {
        let bare = line.trim_end_matches(':').trim().to_lowercase();
        if is_end_mark(line) {
            self.draft.note(say!("End mark left out: {line}.", line = quoted(line)));
            return Some(Part::AfterEnd);
        }
        // A text does not begin with its notes; what looks so is the text.
        if self.text.is_empty() && matches!(self.part, Part::Text) {
            return None;
        }
        if NOTES.contains(&bare.as_str()) {
            self.draft.note(say!(
                "Taken as notes to editors: what stands below {line}.",
                line = quoted(line)
            ));
            return Some(Part::Notes);
        }
        if contact::heading(line).is_some() {
            return Some(Part::Contact(vec![Block::paragraph(line)]));
        }
        let about =
            ABOUT.iter().any(|about| bare.starts_with(about)) || ABOUT_US.contains(&bare.as_str());
        let short = line.chars().count() <= LONGEST_ABOUT;
        let single_line = !is_sentence(line) && !line.ends_with(['?', '!', ',']);
        if about && short && single_line {
            let title = line.trim_end_matches(':').trim().to_owned();
            self.draft.note(say!(
                "Taken as a boilerplate: what stands below {line}.",
                line = quoted(line)
            ));
            return Some(Part::About(Boilerplate { title, ..Boilerplate::default() }));
        }
        None
    }

    fn add(&mut self, block: Block) {
        match &mut self.part {
            Part::Text => self.text.push(block),
            Part::AfterEnd => self.below.push(block),
            Part::Notes => self.notes.push(block),
            Part::About(about) => {
                self.draft.notes.extend(links(&block).into_iter().map(|href| {
                    say!(
                        "Link left out of the boilerplate {title}: {address}.",
                        title = quoted(&about.title),
                        address = quoted(href)
                    )
                }));
                if !about.text.is_empty() {
                    about.text.push_str("\n\n");
                }
                about.text.push_str(&Body(vec![block]).plain_text());
            }
            Part::Contact(lines) => lines.push(block),
        }
    }

    /// Files what the part holds.
    fn close(&mut self) {
        match std::mem::replace(&mut self.part, Part::Text) {
            Part::Text | Part::AfterEnd | Part::Notes => {}
            Part::About(about) => self.draft.content.boilerplates.push(about),
            Part::Contact(blocks) => self.contact(&blocks),
        }
    }

    fn contact(&mut self, blocks: &[Block]) {
        let text: Vec<String> =
            blocks.iter().map(|block| Body(vec![block.clone()]).plain_text()).collect();
        let lines: Vec<&str> = text.iter().flat_map(|text| text.split('\n')).collect();
        let head = lines.first().copied().unwrap_or_default();
        let rest = contact::heading(head).unwrap_or_default();
        let contacts = contact::read(std::iter::once(rest).chain(lines[1..].iter().copied()));
        self.draft.note(say!("Taken as media contact: {lines}.", lines = quoted_all(&lines)));
        self.draft.content.contacts.extend(contacts);
    }

    fn file_notes(&mut self) {
        let notes = fields::single_notes(Body(std::mem::take(&mut self.notes)));
        let before = self.draft.content.notes.0.len();
        let numbered =
            notes.into_iter().enumerate().map(|(at, note)| without_number(note, before + at + 1));
        self.draft.content.notes.0.extend(numbered);
    }

    /// What stands below the end mark is a contact as far as it reads as one, else a note.
    fn file_below(&mut self) {
        let mut below = std::mem::take(&mut self.below);
        let contact = take_contact(&mut below, 0);
        for block in below {
            let said = words(&block).unwrap_or_else(|| Body(vec![block.clone()]).plain_text());
            self.draft.note(say!(
                "Taken as a note to editors, because it stands below the end mark: {line}.",
                line = quoted(&said)
            ));
            self.draft.content.notes.0.push(block);
        }
        self.loose_contact(&contact);
    }

    fn loose_contact(&mut self, blocks: &[Block]) {
        let text: Vec<String> = blocks.iter().filter_map(words).collect();
        let lines: Vec<&str> = text.iter().flat_map(|text| text.split('\n')).collect();
        if lines.is_empty() {
            return;
        }
        self.draft.note(say!("Taken as media contact: {lines}.", lines = quoted_all(&lines)));
        self.draft.content.contacts.extend(contact::read(lines.iter().copied()));
    }
}

/// Cuts off numbers and addresses that stand as the last lines, with the name above them, as long as
/// so many blocks stay.
fn take_contact(blocks: &mut Vec<Block>, least: usize) -> Vec<Block> {
    let reaches = |line: &str| contact::is_phone(line) || contact::is_email(line);
    let is_reachable = |block: &&Block| {
        words(block)
            .is_some_and(|text| text.split('\n').any(reaches) && !text.split('\n').any(is_sentence))
    };
    let reachable = blocks.iter().rev().take_while(is_reachable).count();
    if reachable == 0 || blocks.len() - reachable < least {
        return Vec::new();
    }
    let mut start = blocks.len() - reachable;
    let text = words(&blocks[start]).unwrap_or_default();
    let named = !text.split('\n').next().is_some_and(reaches);
    let is_name = |text: String| {
        !is_sentence(&text) && text.chars().count() <= LONGEST_ABOUT && !text.ends_with(':')
    };
    if !named && start > least && words(&blocks[start - 1]).is_some_and(is_name) {
        start -= 1;
    }
    blocks.split_off(start)
}

/// ENDS, ###, -30- and their like.
fn is_end_mark(line: &str) -> bool {
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let hashes = packed.len() >= 3 && packed.chars().all(|c| c == '#');
    let bare = packed.trim_matches(['-', '–', '—', '*', '.', '/', '[', ']', '(', ')']);
    let dashed = bare.len() < packed.len();
    hashes
        || matches!(
            bare,
            "ENDS" | "Ends" | "ENDE" | "FIN" | "КОНЕЦ" | "FINE" | "FIM" | "انتهى" | "以上" | "完"
        )
        || dashed
            && matches!(bare, "30" | "ends" | "End" | "end" | "END" | "Ende" | "Конец" | "fin")
        || bare == "END"
}

/// "-more-" at the foot of a page.
fn is_page_mark(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '*'));
    bare.len() < line.len() && bare.eq_ignore_ascii_case("more")
}

/// A note without the number that its place gives it again.
fn without_number(note: Block, number: usize) -> Block {
    let Block::Paragraph(mut content) = note else { return note };
    if let Some(Inline::Text { text, .. }) = content.first_mut() {
        let begin = number.to_string();
        let rest = text.strip_prefix(&begin).and_then(|rest| rest.strip_prefix(['.', ')']));
        if let Some(rest) = rest.filter(|rest| rest.starts_with(' ')) {
            *text = rest.trim_start().to_owned();
        }
    }
    content.retain(|inline| !matches!(inline, Inline::Text { text, .. } if text.is_empty()));
    Block::Paragraph(content)
}

/// The addresses that the words of a paragraph lead to.
fn links(block: &Block) -> Vec<&str> {
    let Block::Paragraph(content) = block else { return Vec::new() };
    let linked = content.iter().filter_map(|inline| match inline {
        Inline::Text { marks: Marks { link, .. }, .. } => link.as_deref(),
        _ => None,
    });
    linked.collect()
}
