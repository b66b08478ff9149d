//! Apostrophes that are missing, misplaced, or another sign.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape, possessor},
    rule::{Check, Concern, Family, Rule, With, en, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "apostrophe",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "A missing, misplaced or wrong apostrophe: dont, port`s, it’s own, 1990’s.",
    why: "Apostrophes stand on the wire services' own list of what copy desks catch.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The United Nations Childrens⟦ ’⟧ Fund came."),
        en(
            "The union said that ⟦it’s members⟧ needed time. ⟦It’s youngest⟧ club, in Holm, was founded here.",
        ),
        en("It is one of ⟦it’s kind⟧ in the county."),
        en(
            "It meets on ⟦Tuesday’s⟧ at 7.30pm; the ⟦visitor’s⟧ are welcome. They will publish ⟦it’s report⟧.",
        ),
        en("Despite ⟦it’s removal⟧ in 1908, the drum is back, after ⟦it’s restoration⟧."),
        en("Cracks in ⟦it’s southern⟧ pier hurt ⟦its’⟧ fame. The ⟦volunteer’s⟧ who stayed won."),
        en("The ⟦port`s⟧ crew ⟦dont⟧ know ⟦it's own⟧ way."),
        en(
            "The ⟦UAV’s⟧ are up. ⟦Its a⟧ new port since the ⟦1990’s⟧, and the port⟦ ’s⟧ crew knows.",
        ),
        fr("⟦L`eau⟧ est claire et il salue ⟦l’ engagement⟧ de tous."),
    ],
    passes: &[
        en(
            "It’s times like these. It’s first come, first served. It’s students who know; it’s earliest in May.",
        ),
        en(
            "It’s the port’s own way; its crew’s wont is to go. The states’ forces can’t. Its not-for-profit arm.",
        ),
        en("He ran `ls` and `cd`."),
        en(
            "What it’s for, he said; it’s a deal; the captain’s wife is new; ‘the port and its’ means a lot; for it’s cold.",
        ),
        en("Once the storm is over it’s hard to stop; since it’s local, for it’s vital, we go on."),
        en(
            "From within it’s clear; as they move on it’s already late, and since it’s final we go.",
        ),
        fr("L’eau d'ici est claire."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let english = block.primary() == "en";
    for (at, token) in block.tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark('`' | '´') => wrong_sign(block, at, notes),
            Kind::Mark('’' | '\'') if english => spaced_or_decade(block, at, notes),
            Kind::Mark('’' | '\'') if block.primary() == "fr" => elision(block, at, notes),
            Kind::Word if english => contraction(block, at, notes),
            _ => {}
        }
    }
}

fn wrong_sign(block: &Block, at: usize, notes: &mut Notes) {
    let letters =
        |token: Option<&crate::reading::Token>| token.is_some_and(|token| token.kind == Kind::Word);
    if letters(block.before(at)) && letters(block.after(at)) && !block.is_mark(at + 2, '`') {
        let right = format!("{}’{}", block.word(at - 1), block.word(at + 1));
        notes.at(block, block.span(at - 1..at + 2), say!("This sign is no apostrophe.")).fix(right);
    }
}

fn spaced_or_decade(block: &Block, at: usize, notes: &mut Notes) {
    // "the children ’ fund": an apostrophe between two spaces.
    let blank = |at: usize| block.tokens.get(at).is_some_and(|token| token.kind == Kind::Space);
    let before_word = at >= 2
        && blank(at - 1)
        && block.tokens[at - 2].kind == Kind::Word
        && block.lower(at - 2).ends_with('s');
    if before_word && blank(at + 1) && !block.is_quoted(block.tokens[at].start) {
        let right = block.words(at..at + 1).to_owned();
        notes
            .at(block, block.span(at - 1..at + 1), say!("No space stands before the apostrophe."))
            .fix(right);
        return;
    }
    if at >= 1
        && block.lower(at - 1) == "its"
        && block.quotes.binary_search_by_key(&at, |quote| quote.token).is_err()
    {
        let right = block.word(at - 1).to_owned();
        let message = say!("The possessive of “it” has no apostrophe.");
        notes.at(block, block.span(at - 1..at + 1), message).fix(right);
        return;
    }
    if block.word(at + 1) != "s" {
        return;
    }
    let Some(before) = block.before(at) else { return };
    if before.kind == Kind::Space && at >= 2 && block.tokens[at - 2].kind == Kind::Word {
        notes
            .at(block, block.span(at - 1..at + 2), say!("No space stands before the apostrophe."))
            .fix(block.words(at..at + 2).to_owned());
    } else if block.year_at(at - 1).is_some_and(|year| year % 10 == 0) {
        let right = format!("{}s", block.word(at - 1));
        let note =
            notes.at(block, block.span(at - 1..at + 2), say!("A decade takes no apostrophe."));
        note.fix(right).weigh(Severity::Advice);
    }
}

/// `l’ eau`: nothing stands between a French elision and its word.
fn elision(block: &Block, at: usize, notes: &mut Notes) {
    let elided = at >= 1
        && ["l", "d", "j", "m", "t", "s", "n", "c", "qu"].contains(&block.lower(at - 1))
        && (at < 2 || block.tokens[at - 2].is_blank());
    let space = block.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Space);
    let word = block.tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Word);
    if elided && space && word {
        let right = format!("{}{}", block.words(at - 1..at + 1), block.word(at + 2));
        notes
            .at(block, block.span(at - 1..at + 3), say!("No space stands after this apostrophe."))
            .fix(right);
    }
}

/// Whether "its" is meant by the "it’s" at a token.
fn is_possessive(block: &Block, at: usize) -> bool {
    let next = block.word(at + 2);
    let owned = at >= 2
        && (PREPOSITIONS.contains(&block.lower(at - 2)) || owns(block, at))
        && !is_told(next)
        && block.tokens.get(at + 2).is_some_and(|next| next.shape == Shape::Lower);
    next == "own" || owned || owns_several(block, at) || owns_superlative(block, at)
}

/// "will publish it’s report", "after it’s removal": a verb that takes an object, or a preposition
/// that can be a conjunction before what is clearly a noun.
fn owns(block: &Block, at: usize) -> bool {
    let next = block.word(at + 2);
    let noun = ["tion", "sion", "ment", "ance", "ence"].iter().any(|end| next.ends_with(end))
        || DEEDS_IN_AL.contains(&next);
    let before = block.lower(at - 2);
    let modal = at >= 4
        && matches!(
            block.word(at - 4),
            "will" | "to" | "can" | "must" | "should" | "would" | "may"
        );
    let object = [
        "publish",
        "present",
        "open",
        "close",
        "improve",
        "reduce",
        "increase",
        "expand",
        "launch",
        "celebrate",
        "sell",
        "double",
        "move",
        "extend",
        "protect",
        "strengthen",
        "release",
        "hold",
        "lose",
        "meet",
        "change",
        "cut",
        "start",
        "begin",
        "keep",
        "raise",
    ];
    matches!(before, "despite" | "without")
        || noun && matches!(before, "after" | "before" | "since" | "until" | "for")
        || modal && object.contains(&before)
}

/// "that it’s members needed": several things and their verb follow.
fn owns_several(block: &Block, at: usize) -> bool {
    let next = block.word(at + 2);
    let plural = next.len() >= 5
        && next.ends_with('s')
        && !["ss", "us", "is", "ous", "ics", "ways"].iter().any(|end| next.ends_with(end))
        && block
            .tokens
            .get(at + 2)
            .is_some_and(|next| next.shape == Shape::Lower && next.sense.is_plain());
    let verb = block.tokens.get(at + 4).is_some_and(|verb| verb.sense.is_finite());
    let past =
        ["need", "want", "agre", "decid", "ask", "vot", "work", "liv", "help", "start", "call"]
            .iter()
            .any(|stem| {
                block.word(at + 4).strip_prefix(stem).is_some_and(|end| matches!(end, "ed" | "d"))
            });
    let told = matches!(
        next,
        "times" | "years" | "days" | "hours" | "months" | "weeks" | "minutes" | "always"
    );
    plural && !told && (verb || past) && block.tokens[at + 3].kind == Kind::Space
}

/// "It’s youngest club, in Brackley, was founded": a superlative, its noun, and a verb later on.
fn owns_superlative(block: &Block, at: usize) -> bool {
    let next = block.word(at + 2);
    let superlative = next.len() >= 6 && next.ends_with("est")
        || matches!(
            next,
            "first" | "latest" | "largest" | "main" | "newest" | "oldest" | "second" | "third"
        );
    let noun = block.tokens.get(at + 4).is_some_and(|noun| noun.is_plain_word());
    let behind = match block.tokens.get(at + 5) {
        Some(token) if token.mark() == Some(',') => true,
        Some(token) if token.kind == Kind::Space => {
            block.tokens.get(at + 6).is_some_and(|verb| verb.sense.is_finite())
        }
        _ => false,
    };
    let sentence = block.sentence_of(at);
    let verb = sentence.is_some_and(|sentence| {
        (at + 6..sentence.end).take(40).any(|at| block.tokens[at].sense.is(Class::Verb))
    });
    block.begins_sentence(at) && superlative && noun && behind && verb
}

/// Nouns in -al that tell what is done; most words in -al are adjectives, and "it is" goes with them.
const DEEDS_IN_AL: &[&str] = &[
    "appraisal",
    "approval",
    "arrival",
    "burial",
    "denial",
    "dismissal",
    "disposal",
    "proposal",
    "refusal",
    "removal",
    "renewal",
    "revival",
    "survival",
    "trial",
    "withdrawal",
];

/// Whether a word can stand behind "it is" and tell of it, so that the preposition before may be an
/// adverb: "when the storm is over it’s easy".
fn is_told(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "a" | "about"
                | "all"
                | "already"
                | "also"
                | "always"
                | "an"
                | "at"
                | "bad"
                | "because"
                | "been"
                | "best"
                | "better"
                | "clear"
                | "difficult"
                | "easier"
                | "easy"
                | "expected"
                | "fair"
                | "fine"
                | "for"
                | "going"
                | "good"
                | "great"
                | "hard"
                | "harder"
                | "here"
                | "hoped"
                | "how"
                | "important"
                | "in"
                | "just"
                | "like"
                | "my"
                | "never"
                | "no"
                | "not"
                | "now"
                | "often"
                | "on"
                | "only"
                | "our"
                | "over"
                | "possible"
                | "quite"
                | "right"
                | "safe"
                | "still"
                | "that"
                | "the"
                | "their"
                | "there"
                | "time"
                | "too"
                | "true"
                | "up"
                | "very"
                | "vital"
                | "well"
                | "what"
                | "when"
                | "where"
                | "who"
                | "why"
                | "worth"
                | "wrong"
                | "your"
        )
}

/// What needs a noun behind it, so that "it is" cannot follow.
const PREPOSITIONS: &[&str] = &[
    "of",
    "in",
    "at",
    "by",
    "with",
    "from",
    "on",
    "to",
    "into",
    "under",
    "over",
    "through",
    "within",
    "across",
    "throughout",
    "about",
    "around",
    "during",
    "among",
];

/// What is no English word without its apostrophe.
const BARE: [(&str, &str); 24] = [
    ("arent", "aren’t"),
    ("cant", "can’t"),
    ("couldnt", "couldn’t"),
    ("didnt", "didn’t"),
    ("doesnt", "doesn’t"),
    ("dont", "don’t"),
    ("hadnt", "hadn’t"),
    ("hasnt", "hasn’t"),
    ("havent", "haven’t"),
    ("isnt", "isn’t"),
    ("ive", "I’ve"),
    ("shouldnt", "shouldn’t"),
    ("thats", "that’s"),
    ("theyre", "they’re"),
    ("theyve", "they’ve"),
    ("wasnt", "wasn’t"),
    ("werent", "weren’t"),
    ("weve", "we’ve"),
    ("whats", "what’s"),
    ("wouldnt", "wouldn’t"),
    ("youre", "you’re"),
    ("youve", "you’ve"),
    ("mustnt", "mustn’t"),
    ("neednt", "needn’t"),
];

fn contraction(block: &Block, at: usize, notes: &mut Notes) {
    let token = &block.tokens[at];
    let length = token.end - token.start;
    plural(block, at, notes);
    if !(3..=9).contains(&length) {
        return;
    }
    let word = block.lower(at);
    if let Some((_, right)) = BARE.iter().find(|(bare, _)| *bare == word) {
        notes.at(block, token.range(), say!("The apostrophe is missing.")).fix(*right);
        return;
    }
    let next = block.word(at + 2);
    let whole = at + 3 <= block.tokens.len() && !block.is_mark(at + 3, '-');
    if matches!(word, "it’s" | "it's") && is_possessive(block, at) {
        let its = if block.word(at).starts_with('I') { "Its" } else { "its" };
        let right = format!("{its} {next}");
        notes
            .at(
                block,
                block.span(at..at + 3),
                say!("“It’s” is short for “it is”; the possessive has no apostrophe."),
            )
            .fix(right);
    } else if word == "its"
        && whole
        && matches!(next, "a" | "an" | "the" | "not" | "been" | "going")
    {
        let right =
            format!("{}t’s {next}", if block.word(at).starts_with('I') { "I" } else { "i" });
        notes
            .at(
                block,
                block.span(at..at + 3),
                say!("“Its” is possessive; “it is” is “it’s” for short."),
            )
            .fix(right);
    }
}

/// `UAV’s are`: a plural of capitals takes no apostrophe.
fn plural(block: &Block, at: usize, notes: &mut Notes) {
    let word = block.word(at);
    let Some(stem) = possessor(word) else { return };
    let capitals = stem.chars().nth(1).is_some() && stem.chars().all(char::is_uppercase);
    // "the volunteer’s who stayed": nobody's, but several.
    let token = &block.tokens[at];
    let weekday = token.sense.is_plain()
        && block.lexicon().sense(&stem.to_lowercase()).is(Class::Weekday)
        && matches!(block.word(at + 2), "at" | "from" | "until" | "between");
    if weekday {
        let right = format!("{stem}s");
        notes.at(block, token.range(), say!("A plural takes no apostrophe.")).fix(right);
        return;
    }
    if token.shape == Shape::Lower
        && matches!(block.word(at + 2), "who" | "are" | "were")
        && stem.chars().count() >= 5
        && !stem.ends_with("one")
        && !stem.ends_with("body")
        && block.lexicon().sense(stem).is_plain()
    {
        let right = format!("{stem}s");
        notes.at(block, token.range(), say!("A plural takes no apostrophe.")).fix(right);
        return;
    }
    if capitals && matches!(block.word(at + 2), "are" | "were" | "have") {
        let right = format!("{stem}s");
        notes.at(block, block.tokens[at].range(), say!("A plural takes no apostrophe.")).fix(right);
    }
}
