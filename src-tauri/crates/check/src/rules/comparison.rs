//! Comparisons that are made twice: “more better”, “the most largest”.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "comparison",
    family: Family::Spelling,
    severity: Severity::Warning,
    what: "A comparison that is made twice: more better, the most largest, more safer than.",
    why: "One of the two is left over from another wording.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("It is the ⟦most largest⟧ port and ⟦more better⟧; it is ⟦more safer⟧ than before."),
        en("The ⟦most biggest⟧ ships are ⟦less slower⟧ than ours."),
    ],
    passes: &[
        en(
            "More larger ships call; the most modern, most honest, most interest; more water than before.",
        ),
        en("More older people than before came. Most forest is earlier forest."),
    ],
    check: Check::Block(check),
};

/// Adjectives that are compared by their endings, without them.
const SHORT: &[&str] = &[
    "large", "big", "small", "high", "low", "strong", "weak", "fast", "slow", "safe", "cheap",
    "clean", "old", "young", "long", "short", "great", "wide", "deep", "near", "close", "hard",
    "rich", "poor", "busy", "happy", "healthy", "heavy", "light", "simple", "strict", "tight",
    "new", "easy", "early", "late", "warm", "cold", "hot", "dry", "wet", "bright", "dark", "broad",
    "quick", "tall", "tough", "smart", "clear", "loud", "quiet",
];

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "en" {
        return;
    }
    for at in 0..block.tokens.len() {
        if block.tokens[at].kind != Kind::Word
            || block.tokens.get(at + 1).is_none_or(|token| token.kind != Kind::Space)
        {
            continue;
        }
        let first = block.lower(at);
        let degree = match first {
            "more" | "less" => "er",
            "most" | "least" => "est",
            _ => continue,
        };
        let second = block.lower(at + 2);
        let irregular =
            matches!((degree, second), ("er", "better" | "worse") | ("est", "best" | "worst"));
        // "More larger ships" can be a greater number of them; "more safer than" cannot.
        let compared = degree == "est" || irregular || block.lower(at + 4) == "than";
        if (irregular || is_compared(second, degree)) && compared {
            notes
                .at(
                    block,
                    block.span(at..at + 3),
                    say!("“{word}” compares already.", word = second),
                )
                .fix(second);
        }
    }
}

/// Whether the word is one of the short adjectives with this ending.
pub(super) fn is_compared(word: &str, ending: &str) -> bool {
    let Some(stem) = word.strip_suffix(ending) else { return false };
    SHORT.iter().any(|short| {
        let bare = short.strip_suffix(['e', 'y']).unwrap_or(short);
        stem == *short
            || stem == bare && short.ends_with('e')
            || short.ends_with('y') && stem.strip_suffix('i') == Some(bare)
            || stem.len() == short.len() + 1
                && stem.starts_with(short)
                && stem.ends_with(&short[short.len() - 1..])
    })
}
