//! Verbs in a form that the verb before them cannot take: “will takes”, “had went”.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "verb-form",
    family: Family::Spelling,
    severity: Severity::Warning,
    what: "A verb in a form that the verb before it cannot take: will takes, had went, was build in, did not came.",
    why: "A sentence that was changed from one tense to another keeps half of the old one.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The crews ⟦will takes⟧ part; the port ⟦has began⟧ work and ⟦did not came⟧ late."),
        en("The pier ⟦was build⟧ in 1902 and ⟦should has⟧ lasted. It ⟦had went⟧ well."),
        en("Sir Peter ⟦has lead⟧ the institute."),
        en("They ⟦were took⟧ out. The letter ⟦was wrote⟧ by the mayor, who ⟦does not has⟧ time."),
    ],
    passes: &[
        en(
            "Whatever they will is done; the will is read; a must has a price; the can was full; in May has come.",
        ),
        en(
            "The port has rose gardens and had drawn plans; it did not have been; the crew was broke; he had left.",
        ),
        en(
            "The ships that can does not exist here; the build was built; what he did was right; all he has came true.",
        ),
    ],
    check: Check::Block(check),
};

const MODALS: &[&str] = &["will", "would", "can", "could", "must", "should", "might", "cannot"];

/// Past forms, with the participles that were meant. Those that are words of another kind are not
/// among them.
const PAST: &[(&str, &str)] = &[
    ("went", "gone"),
    ("came", "come"),
    ("began", "begun"),
    ("took", "taken"),
    ("gave", "given"),
    ("wrote", "written"),
    ("spoke", "spoken"),
    ("chose", "chosen"),
    ("drove", "driven"),
    ("flew", "flown"),
    ("knew", "known"),
    ("sang", "sung"),
    ("swam", "swum"),
    ("rode", "ridden"),
    ("shook", "shaken"),
    ("froze", "frozen"),
    ("stole", "stolen"),
    ("tore", "torn"),
    ("wore", "worn"),
    ("grew", "grown"),
    ("ate", "eaten"),
    ("forgot", "forgotten"),
    ("became", "become"),
    ("broke", "broken"),
    ("threw", "thrown"),
    ("ran", "run"),
    ("undertook", "undertaken"),
    ("withdrew", "withdrawn"),
    ("overtook", "overtaken"),
    ("arose", "arisen"),
    ("rang", "rung"),
    ("sank", "sunk"),
    ("drank", "drunk"),
];

/// Base forms that are written for their participles.
const BASE: &[(&str, &str)] = &[
    ("build", "built"),
    ("hold", "held"),
    ("send", "sent"),
    ("give", "given"),
    ("take", "taken"),
    ("write", "written"),
    ("choose", "chosen"),
    ("steal", "stolen"),
    ("bring", "brought"),
    ("sell", "sold"),
    ("teach", "taught"),
    ("lend", "lent"),
    ("spend", "spent"),
    ("lose", "lost"),
    ("find", "found"),
    ("keep", "kept"),
    ("make", "made"),
    ("know", "known"),
    ("rebuild", "rebuilt"),
    ("create", "created"),
    ("establish", "established"),
    ("develop", "developed"),
    ("announce", "announced"),
    ("publish", "published"),
    ("organise", "organised"),
    ("organize", "organized"),
    ("complete", "completed"),
    ("design", "designed"),
    ("sign", "signed"),
    ("found", "founded"),
];

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "en" {
        return;
    }
    for at in 2..block.tokens.len() {
        let token = &block.tokens[at];
        if token.kind != Kind::Word
            || token.shape != Shape::Lower
            || block.tokens[at - 1].kind != Kind::Space
            || block.tokens[at - 2].kind != Kind::Word
        {
            continue;
        }
        let word = block.word(at);
        let negated = block.word(at - 2) == "not" && at >= 4;
        let verb = if negated { at - 4 } else { at - 2 };
        let before = block.lower(verb);
        let right = match before {
            "did" | "does" | "do" | "didn’t" | "doesn’t" | "don’t" | "didn't" | "doesn't"
            | "don't"
                if negated || before.ends_with("’t") || before.ends_with("'t") =>
            {
                base_of(word)
            }
            modal if MODALS.contains(&modal) && follows_subject(block, verb) => base_of(word),
            "has" | "have" | "had" if word == "lead" && follows_subject(block, verb) => {
                let object = ["the", "his", "her", "its", "their", "this", "our", "it", "them"];
                object.contains(&block.word(at + 2)).then_some("led")
            }
            "has" | "have" | "had" if follows_subject(block, verb) => {
                PAST.iter().find(|(past, _)| *past == word).map(|(_, participle)| *participle)
            }
            "was" | "were" | "been" | "being" if !negated => be(block, at, word),
            _ => None,
        };
        if let Some(right) = right.filter(|_| !is_noun(block, verb)) {
            let span = block.span(verb..at + 1);
            let kept = block.words(verb..at);
            notes
                .at(
                    block,
                    span,
                    say!("“{word}” cannot follow “{verb}”.", word, verb = block.word(verb)),
                )
                .fix(format!("{kept}{right}"));
        }
    }
}

/// What was meant after "was": a participle.
fn be(block: &Block, at: usize, word: &str) -> Option<&'static str> {
    // "was broke" is slang, but English.
    if let Some((_, participle)) = PAST.iter().find(|(past, _)| *past == word && word != "broke") {
        let passive = is_passive(block.word(at + 2));
        return passive.then_some(*participle);
    }
    let (_, participle) = BASE.iter().find(|(base, _)| *base == word)?;
    // "The result was found money" and "the work was design": only with what a passive takes.
    let passive = is_passive(block.word(at + 2));
    let noun = matches!(word, "found" | "design" | "sign" | "make" | "complete" | "hold")
        && block.word(at + 2) != "by"
        && !(word == "hold" && matches!(block.word(at + 2), "in" | "on" | "at"));
    (passive && !noun && word != "found").then_some(*participle)
}

/// The base of a third person or past form, which follows no auxiliary.
fn base_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "has" => "have",
        "is" | "was" | "are" | "were" => "be",
        "takes" | "took" => "take",
        "makes" => "make",
        "gives" | "gave" => "give",
        "goes" | "went" => "go",
        "comes" | "came" => "come",
        "begins" | "began" => "begin",
        "wrote" => "write",
        "spoke" => "speak",
        "chose" => "choose",
        "knew" => "know",
        "becomes" => "become",
        "includes" => "include",
        "provides" => "provide",
        "brings" => "bring",
        "receives" => "receive",
        "opens" => "open",
        "continues" => "continue",
        _ => return None,
    })
}

/// "the will", "a must", "his can": a noun that looks like a verb.
fn is_noun(block: &Block, at: usize) -> bool {
    let Some(before) = at.checked_sub(2) else { return true };
    block.tokens[before].kind != Kind::Word
        || matches!(
            block.lower(before),
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "its"
                | "their"
                | "our"
                | "my"
                | "your"
                | "this"
                | "that"
                | "free"
                | "good"
                | "political"
                | "what"
                | "whatever"
                | "all"
                | "as"
                | "than"
                | "they"
                | "who"
                | "which"
                | "i"
                | "we"
                | "you"
                | "he"
                | "she"
                | "everything"
                | "much"
        ) && !is_pronoun(block.lower(before), block, before)
}

/// A pronoun that begins its clause: "they will takes" is one, "what they will is" is none.
fn is_pronoun(word: &str, block: &Block, at: usize) -> bool {
    let pronoun = matches!(word, "they" | "who" | "which" | "i" | "we" | "you" | "he" | "she");
    let first = at.checked_sub(2).is_none_or(|before| {
        block.tokens[before].kind != Kind::Word
            || block.tokens[before].sense.is(crate::lexicon::Class::And)
            || block.tokens[before].sense.is(crate::lexicon::Class::Said)
    });
    pronoun && (first || matches!(word, "who" | "which"))
}

/// Whether a subject in running words stands before the verb, and no question or relative clause
/// without its pronoun, in which two verbs can meet: "all he has came true".
fn follows_subject(block: &Block, verb: usize) -> bool {
    let mut words = 0;
    for at in (0..verb).rev() {
        let token = &block.tokens[at];
        match token.kind {
            Kind::Word => {
                words += 1;
                let word = block.lower(at);
                if matches!(
                    word,
                    "all"
                        | "what"
                        | "whatever"
                        | "everything"
                        | "that"
                        | "as"
                        | "than"
                        | "those"
                        | "anything"
                ) {
                    return false;
                }
                if words >= 5 {
                    return true;
                }
            }
            Kind::Space => {}
            Kind::Mark('.' | '!' | '?' | ';' | ',' | '“' | ':') => break,
            _ => {}
        }
    }
    words > 0
}

/// What follows a participle behind "was", and seldom a noun.
fn is_passive(next: &str) -> bool {
    matches!(
        next,
        "by" | "in"
            | "on"
            | "at"
            | "to"
            | "from"
            | "with"
            | "for"
            | "out"
            | "off"
            | "over"
            | "up"
            | "down"
            | "away"
            | "back"
            | "last"
    )
}
