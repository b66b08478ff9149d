//! Words that the house writes otherwise.

use dateline_model::{Sentence, say};

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::capitalised,
    rule::{Check, Concern, Family, Rule, With},
    style::Entry,
};

pub(crate) static RULE: Rule = Rule {
    id: "glossary",
    family: Family::Names,
    severity: Severity::Warning,
    what: "A word or name for which the house style prefers another, or that it forbids.",
    why: "The office's own decision; the reason can be given with each entry.",
    concern: Concern::Style,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    with.sheet.glossary(block, &mut |span, entry: &Entry| {
        let words = &block.text()[span.clone()];
        let message = match entry.term.is_empty() {
            true => say!("The house style does not use “{words}”.", words),
            false => say!("The house style writes “{term}”.", term = entry.term),
        };
        let message = match entry.why.is_empty() {
            true => message,
            false => Sentence::joined(vec![message, Sentence::verbatim(entry.why.as_str())], " "),
        };
        let note = notes.at(block, span.clone(), message);
        if !entry.term.is_empty() {
            note.fix(like(words, &entry.term, entry.case));
        }
        if let Some(severity) = entry.severity {
            note.weigh(severity);
        }
    });
}

/// The term with the capital that the words have at the beginning of a sentence.
fn like(words: &str, term: &str, case: bool) -> String {
    let capital = words.chars().next().is_some_and(char::is_uppercase);
    if capital && !case { capitalised(term) } else { term.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::{Checker, HouseStyle};

    #[test]
    fn the_glossary_is_kept_outside_quotations() {
        let style = HouseStyle::from_toml(
            r#"
            [[glossary]]
            term = "fairway"
            variants = ["shipping lane"]
            [[glossary]]
            term = "Harbourmaster"
            case = true
            [[glossary]]
            variants = ["utilise"]
            why = "Say “use”."
            [[glossary]]
            term = "Hafen"
            variants = ["fairway"]
            languages = ["de"]
            "#,
        )
        .unwrap();
        let example = crate::rule::en(
            "The ⟦Shipping lane⟧ is open, the ⟦harbourmaster⟧ said. “Use the shipping lane,” he said. They ⟦utilise⟧ it. A fairway it is.",
        );
        let (text, marked) = example.marked();
        let found = Checker::new(style).check_text(&text, &"en-GB".parse().unwrap(), None);
        let found: Vec<_> = found.iter().filter(|f| f.rule == "glossary").collect();
        assert_eq!(found.iter().map(|f| f.excerpt.as_str()).collect::<Vec<_>>(), marked);
        assert_eq!(found[0].fixes[0].replacement, "Fairway");
        assert_eq!(
            found[2].message.to_string(),
            "The house style does not use “utilise”. Say “use”."
        );
    }
}
