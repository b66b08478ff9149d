//! Subjects and verbs that disagree in number.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    dictionary::Dictionary,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape, Token},
    rule::{Check, Concern, Family, Rule, With, american, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "agreement",
    family: Family::Spelling,
    severity: Severity::Warning,
    what: "A verb that disagrees with its subject: the ministers has, they was, there is three ships.",
    why: "A subject that was changed from one to many keeps the old verb. Words for a group, which may take either, are left alone.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The ⟦ministers has⟧ met. ⟦They was⟧ late, and ⟦there is three⟧ ships."),
        en("More than 6,200 ⟦walkers has⟧ raised £421,000. The old ⟦cranes was⟧ sold."),
        en(
            "The drawings, ⟦which was⟧ found in 2022, are here. ⟦It have⟧ begun; ⟦each ship have⟧ left.",
        ),
        en(
            "A ⟦spill that have⟧ killed fish; 45 members, all ⟦of who⟧ were present. These ⟦reports is⟧ new.",
        ),
        en(
            "The 12 ⟦members of the crew was⟧ flown. ⟦Three of them is⟧ here, and most ⟦of who⟧ came by boat.",
        ),
        en("No ⟦illnesses has⟧ been seen. ⟦Customers who has⟧ bought it may return it."),
        en("Premiums fall for ⟦drivers who has⟧ made no claim. Its ⟦students comes⟧ from afar."),
        en(
            "⟦One of the bulldozers were⟧ lost. ⟦Each of the new drivers have⟧ passed. ⟦Neither driver were⟧ hurt.",
        ),
        en(
            "She is ⟦one of the most admired conductor⟧ of her time. The ⟦agency which have⟧ three.",
        ),
        en("It cut the number of ⟦patients who was⟧ sent away."),
        american("She said ⟦the district have⟧ nine."),
        en("The new ⟦plan include⟧ 120 km of lanes. ⟦He were⟧ there."),
    ],
    passes: &[
        en(
            "The number of ships is small; the United States is here; the news is good; the series was long.",
        ),
        en(
            "If he were here; the ministers’ house has burnt; the staff are glad; the police has left.",
        ),
        en(
            "There is three per cent more; there was 12 km of road; the two weeks was long; one of you is late.",
        ),
        en(
            "The Works is a pub. Ten years is long. The headquarters has moved. The economics is clear. What the ports need is time.",
        ),
        en(
            "A group that have sailed; the people who have come; does it have a port? Let it have one. Either they or he is right.",
        ),
        en(
            "Not one of the ships has left. The price of the ships was high. The ports, that is to say the pier. Mathematics is taught.",
        ),
        en(
            "One of the drivers who has won; the list of drivers who has; each of them is; one of them is; some of who we are.",
        ),
        en(
            "The members of the crew were flown; the price of the ships was high; the boss of the crews comes here.",
        ),
        en(
            "The team include nine pilots. The aircraft include two jets; whoever they are, they were seen.",
        ),
        en(
            "One of the ships and two boats were lost. One of the problems drivers have is rain. One of the best of its kind.",
        ),
        en(
            "She asked that each of the drivers have one; one of the ships that have left. The district have nine.",
        ),
        en("He insisted each ship have a pilot, and asked that every crew were paid."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    if block.primary() != "en" {
        return;
    }
    for at in 0..block.tokens.len() {
        if block.tokens[at].kind != Kind::Word {
            continue;
        }
        let spaced = block.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Space);
        let near = || {
            pronoun(block, at)
                .or_else(|| there(block, at))
                .or_else(|| of_who(block, at))
                .or_else(|| each(block, at))
                .or_else(|| one_of(block, at))
                .or_else(|| one_of_the_most(block, at, with))
                .or_else(|| collective(block, at))
                .or_else(|| of_them(block, at))
                .or_else(|| members_of(block, at, with))
                .or_else(|| persons_who(block, at, with))
                .or_else(|| relative_of_one(block, at))
        };
        let fault = if spaced { near() } else { None }.or_else(|| noun(block, at, with));
        if let Some((tokens, right)) = fault {
            let span = block.span(tokens.clone());
            let subject = block.words(tokens.start..tokens.end - 1).trim_end();
            let verb = block.word(tokens.end - 1);
            let note = if verb == "who" {
                notes.at(block, span, say!("“Whom” stands after “of”."))
            } else {
                notes.at(
                    block,
                    span,
                    say!("“{verb}” does not agree with “{subject}”.", verb, subject),
                )
            };
            if let Some(right) = right {
                note.fix(format!("{}{right}", block.words(tokens.start..tokens.end - 1)));
            }
        }
    }
}

/// What disagrees, in tokens, the verb last, and the verb that was meant.
type Fault = Option<(std::ops::Range<usize>, Option<&'static str>)>;

/// The plural of a verb in the third person.
fn plural_of(verb: &str) -> Option<&'static str> {
    if !verb.ends_with('s') {
        return None;
    }
    Some(match verb {
        "is" => "are",
        "was" => "were",
        "has" => "have",
        "does" => "do",
        "comes" => "come",
        "goes" => "go",
        "takes" => "take",
        "gives" => "give",
        "becomes" => "become",
        "includes" => "include",
        "contains" => "contain",
        "provides" => "provide",
        "remains" => "remain",
        "welcomes" => "welcome",
        "understands" => "understand",
        "knows" => "know",
        "seems" => "seem",
        "believes" => "believe",
        "receives" => "receive",
        "requires" => "require",
        "allows" => "allow",
        "enables" => "enable",
        "keeps" => "keep",
        "says" => "say",
        "thinks" => "think",
        "gets" => "get",
        "learns" => "learn",
        "brings" => "bring",
        "agrees" => "agree",
        "arrives" => "arrive",
        "attends" => "attend",
        "begins" => "begin",
        "belongs" => "belong",
        "continues" => "continue",
        "decides" => "decide",
        "describes" => "describe",
        "expects" => "expect",
        "follows" => "follow",
        "grows" => "grow",
        "improves" => "improve",
        "joins" => "join",
        "loses" => "lose",
        "operates" => "operate",
        "pays" => "pay",
        "produces" => "produce",
        "protects" => "protect",
        "represents" => "represent",
        "serves" => "serve",
        "speaks" => "speak",
        "tries" => "try",
        _ => return None,
    })
}

/// The singular of the verbs that a subject of one is given by mistake.
fn singular_of(verb: &str) -> Option<&'static str> {
    Some(match verb {
        "are" => "is",
        "have" => "has",
        "were" => "was",
        _ => return None,
    })
}

/// "they was", "it have".
fn pronoun(block: &Block, at: usize) -> Fault {
    let verb = at + 2;
    let word = block.lower(at);
    let many = matches!(word, "they" | "we" | "you");
    let one = matches!(word, "he" | "she" | "it");
    if !many && !one {
        return None;
    }
    let first = begins_clause(block, at);
    let said = block.word(verb);
    if many && first {
        return plural_of(said).map(|right| (at..verb + 1, Some(right)));
    }
    let first = block.begins_sentence(at);
    let right = singular_of(said)?;
    (one && first).then_some((at..verb + 1, Some(right)))
}

/// Whether nothing stands before the word that it could belong to: it begins its sentence, or
/// follows a mark, a conjunction or "that".
fn begins_clause(block: &Block, at: usize) -> bool {
    if block.begins_sentence(at) {
        return true;
    }
    let Some(before) = at.checked_sub(2) else { return true };
    let token = &block.tokens[before];
    match token.kind {
        Kind::Mark(mark) => matches!(mark, ',' | ';' | ':' | '–' | '—'),
        Kind::Word => {
            matches!(
                block.lower(before),
                "and" | "but" | "that" | "because" | "when" | "while" | "although" | "so"
            ) || token.sense.is(Class::Said)
        }
        _ => block.is_mark(at - 1, '“') || block.is_mark(at - 1, '"'),
    }
}

/// "there is three ships".
fn there(block: &Block, at: usize) -> Fault {
    if block.lower(at) != "there" {
        return None;
    }
    if !matches!(block.word(at + 2), "is" | "was") {
        return None;
    }
    let count = at + 4;
    let figure = block.figure_at(count)?;
    let noun = figure.noun?;
    let counted = figure.value >= 2.0
        && figure.percent.is_none()
        && is_countable(block, figure.counts?)
        && is_plural(block, noun, None);
    counted.then_some((at..count + 1, None))
}

/// Units, money and time are one amount: "there was 12 km of road", "two weeks is long".
fn is_countable(block: &Block, at: usize) -> bool {
    let sense = block.tokens[at].sense;
    let word = block.lower(at);
    !sense.is(Class::Unit)
        && !sense.is(Class::Currency)
        && !matches!(
            word.trim_end_matches('s'),
            "year"
                | "month"
                | "week"
                | "day"
                | "hour"
                | "minute"
                | "second"
                | "million"
                | "billion"
                | "per"
                | "percent"
                | "point"
                | "degree"
                | "time"
                | "decade"
                | "tonne"
                | "ton"
                | "centimetre"
                | "metre"
                | "meter"
                | "kilometre"
                | "kilometer"
                | "mile"
                | "litre"
                | "liter"
                | "gram"
                | "kilogram"
                | "pound"
                | "inche"
                | "acre"
                | "hectare"
                | "square"
                | "cubic"
                | "dozen"
        )
}

/// "all of who were present".
fn of_who(block: &Block, at: usize) -> Fault {
    let whom = block.word(at) == "of"
        && block.word(at + 2) == "who"
        && !matches!(
            block.word(at + 4),
            "we" | "they" | "you" | "he" | "she" | "it" | "i" | "I" | "" | "the"
        )
        && at >= 2
        && (matches!(
            block.lower(at - 2),
            "all" | "some" | "many" | "most" | "none" | "both" | "several" | "few"
        ) || block.tokens[at - 2].sense.is(Class::Number));
    whom.then_some((at..at + 3, Some("whom")))
}

/// "three of them is".
fn of_them(block: &Block, at: usize) -> Fault {
    let several = block.tokens[at].sense.value_as(Class::Number).is_some_and(|count| count > 1)
        || matches!(block.lower(at), "several" | "many" | "both" | "few");
    let them = block.word(at + 2) == "of" && matches!(block.word(at + 4), "them" | "us" | "whom");
    let right = plural_of(block.word(at + 6)).filter(|_| several && them)?;
    Some((at..at + 7, Some(right)))
}

/// "The 12 members of the crew was".
fn members_of(block: &Block, at: usize, with: &With) -> Fault {
    let of = block.word(at + 2) == "of" && matches!(block.word(at + 4), "the" | "its" | "their");
    let one = block.tokens.get(at + 6).is_some_and(|token| token.kind == Kind::Word);
    if !of || !one || block.tokens.get(at + 7).is_none_or(|token| token.kind != Kind::Space) {
        return None;
    }
    let right = plural_of(block.word(at + 8))?;
    let plural = many(block, at) && is_plural(block, at, Some(&*with.dictionary(block)?));
    plural.then_some((at..at + 9, Some(right)))
}

/// "drivers who has".
fn persons_who(block: &Block, at: usize, with: &With) -> Fault {
    if block.word(at + 2) != "who" {
        return None;
    }
    let right = plural_of(block.word(at + 4))?;
    // "One of the drivers who has", "the list of drivers who has"; the number is never sent.
    let partly = (at.saturating_sub(8)..at).any(|at| match block.lower(at) {
        "one" | "only" | "among" => true,
        "of" => at < 2 || block.lower(at - 2) != "number",
        _ => false,
    });
    (!partly && is_plural(block, at, Some(&*with.dictionary(block)?)))
        .then_some((at..at + 5, Some(right)))
}

/// "Each ship have", where nothing leads up to it: what was asked for is told so as well.
fn each(block: &Block, at: usize) -> Fault {
    let first = || block.begins_sentence(at) || at >= 2 && block.is_mark(at - 2, ';');
    let leads = match block.lower(at) {
        "each" | "every" => first(),
        "neither" | "either" => first() || begins_clause(block, at),
        _ => false,
    };
    let each = leads && block.tokens.get(at + 2).is_some_and(|noun| noun.is_plain_word());
    let right = singular_of(block.word(at + 4))?;
    (each && block.tokens[at + 3].kind == Kind::Space).then_some((at..at + 5, Some(right)))
}

/// "One of the bulldozers were", "each of the new drivers have".
fn one_of(block: &Block, at: usize) -> Fault {
    let one = matches!(block.lower(at), "one" | "each" | "either" | "neither")
        && block.word(at + 2) == "of"
        && matches!(
            block.word(at + 4),
            "the" | "its" | "their" | "our" | "his" | "her" | "these" | "those"
        );
    if !one || !(block.begins_sentence(at) || begins_clause(block, at) && !is_asked(block, at)) {
        return None;
    }
    let mut plurals = 0;
    // "One of the two new ships were"
    for verb in (at + 6..block.tokens.len()).step_by(2).take(5) {
        let token = &block.tokens[verb];
        if token.kind != Kind::Word || block.tokens[verb - 1].kind != Kind::Space {
            return None;
        }
        let word = block.word(verb);
        if let Some(right) = singular_of(word) {
            return (plurals == 1 && is_plural(block, verb - 2, None))
                .then_some((at..verb + 1, Some(right)));
        }
        let other = token.sense.is(Class::Function)
            || token.sense.is(Class::And)
            || token.sense.is(Class::Verb)
            || matches!(word, "we" | "they" | "you" | "that" | "which" | "who");
        plurals += usize::from(is_plural(block, verb, None));
        if other || plurals > 1 {
            return None;
        }
    }
    None
}

/// "She asked that each of them have one": what is asked for is told so.
fn is_asked(block: &Block, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|that| {
        block.word(that) == "that"
            && !that.checked_sub(2).is_some_and(|said| {
                matches!(block.lower(said), "said" | "says" | "added" | "showed" | "found")
            })
    })
}

/// "One of the most admired conductor".
fn one_of_the_most(block: &Block, at: usize, with: &With) -> Fault {
    let one = block.lower(at) == "one" && block.word(at + 2) == "of" && block.word(at + 4) == "the";
    if !one {
        return None;
    }
    let superlative = block.word(at + 6);
    let noun = match superlative {
        "most" | "least" => at + 10,
        _ if superlative.len() >= 6 && superlative.ends_with("est")
            || matches!(superlative, "best" | "worst" | "oldest" | "few" | "first" | "last") =>
        {
            at + 8
        }
        _ => return None,
    };
    let token = block.tokens.get(noun)?;
    let word = block.word(noun);
    let ends = match block.tokens.get(noun + 1)?.kind {
        Kind::Mark(mark) => matches!(mark, '.' | ','),
        Kind::Space => {
            matches!(block.word(noun + 2), "of" | "in" | "for" | "on" | "at" | "to" | "from")
        }
        _ => false,
    };
    let single = token.kind == Kind::Word
        && token.shape == Shape::Lower
        && is_thing(token)
        && word.len() >= 4
        && !word.ends_with('s')
        && !matches!(word, "people" | "women" | "children" | "aircraft" | "staff" | "police")
        && with.dictionary(block)?.has(&format!("{word}s"));
    let parted = (at..noun).skip(1).step_by(2).all(|at| block.tokens[at].kind == Kind::Space);
    (single && ends && parted && !GROUPS.contains(&word)).then_some((at..noun + 1, None))
}

/// Bodies that American usage counts as one.
const COLLECTIVES: &[&str] = &[
    "agency",
    "association",
    "authority",
    "bank",
    "board",
    "center",
    "city",
    "college",
    "commission",
    "committee",
    "company",
    "council",
    "county",
    "department",
    "district",
    "foundation",
    "hospital",
    "institute",
    "league",
    "library",
    "ministry",
    "museum",
    "office",
    "school",
    "state",
    "team",
    "town",
    "union",
    "university",
];

/// "The district have": right in Britain, and never in America.
fn collective(block: &Block, at: usize) -> Fault {
    let body = block.lower(at) == "the" && COLLECTIVES.contains(&block.word(at + 2));
    if !body || block.language().tag() != "en-US" || !begins_clause(block, at) {
        return None;
    }
    let right = singular_of(block.word(at + 4))?;
    (block.tokens[at + 3].kind == Kind::Space).then_some((at..at + 5, Some(right)))
}

/// Words for several that may take either verb.
const GROUPS: &[&str] = &[
    "audience",
    "band",
    "board",
    "cabinet",
    "cast",
    "choir",
    "club",
    "college",
    "committee",
    "community",
    "company",
    "council",
    "couple",
    "crew",
    "crowd",
    "dozen",
    "family",
    "few",
    "firm",
    "fleet",
    "fraction",
    "generation",
    "government",
    "group",
    "half",
    "handful",
    "host",
    "hundred",
    "jury",
    "kind",
    "lot",
    "majority",
    "million",
    "minority",
    "multitude",
    "number",
    "orchestra",
    "pair",
    "panel",
    "part",
    "party",
    "people",
    "percentage",
    "police",
    "population",
    "portion",
    "proportion",
    "public",
    "quarter",
    "range",
    "rest",
    "selection",
    "series",
    "set",
    "share",
    "sort",
    "squad",
    "staff",
    "team",
    "third",
    "thousand",
    "trio",
    "type",
    "union",
    "unit",
    "variety",
    "wave",
    "workforce",
    "class",
    "body",
    "network",
    "gang",
    "army",
    "collection",
    "batch",
    "string",
    "list",
    "age",
    "way",
];

/// "a spill that have killed".
fn relative_of_one(block: &Block, at: usize) -> Fault {
    let noun = at;
    let token = &block.tokens[noun];
    let article = noun.checked_sub(2)?;
    let first = block.word(article) == "The" && block.begins_sentence(article);
    if !(first || matches!(block.lower(article), "a" | "an"))
        || first && !matches!(block.word(at + 2), "which" | "that")
        || token.shape != Shape::Lower
        || !is_thing(token)
        || GROUPS.contains(&block.word(noun))
        || !matches!(block.word(at + 2), "that" | "which" | "who")
        || article.checked_sub(2).is_some_and(|of| matches!(block.word(of), "of" | "such" | "many"))
    {
        return None;
    }
    let right = singular_of(block.word(at + 4))?;
    Some((at..at + 5, Some(right)))
}

/// Whether the word can be a noun: it stands in no list, or in one of names for things and offices.
fn is_thing(token: &Token) -> bool {
    token.sense.is_plain() || token.sense.is(Class::Head) || token.sense.is(Class::Title)
}

/// Plurals that take the verb of one, and words that only look like plurals.
const NO_PLURALS: &[&str] = &[
    "news",
    "series",
    "species",
    "means",
    "headquarters",
    "crossroads",
    "barracks",
    "works",
    "premises",
    "summons",
    "measles",
    "diabetes",
    "innings",
    "lens",
    "bus",
    "gas",
    "odds",
    "thanks",
    "proceeds",
    "sports",
    "savings",
    "goods",
    "data",
    "gallows",
    "sweepstakes",
    "customs",
    "arms",
    "rest",
    "its",
    "yes",
    "always",
    "perhaps",
    "besides",
    "sometimes",
    "overseas",
    "this",
    "us",
    "afterwards",
    "towards",
    "as",
    "was",
    "has",
    "is",
    "does",
    "politics",
    "games",
    "finals",
    "billiards",
    "darts",
    "draughts",
    "results",
    "stairs",
    "times",
    "others",
    "ours",
    "theirs",
    "yours",
    "hers",
    "whereas",
    "minus",
    "plus",
    "versus",
    "christmas",
    "sales",
    "operations",
    "communications",
    "relations",
    "affairs",
    "services",
    "resources",
    "logistics",
    "physics",
    "needs",
    "likes",
    "counts",
    "matters",
    "remains",
    "makes",
    "takes",
    "says",
    "sees",
    "wants",
    "hopes",
    "plans",
];

/// Whether a word is the plural of a noun that the dictionary knows.
fn is_plural(block: &Block, at: usize, dictionary: Option<&Dictionary>) -> bool {
    let Some(token) = block.tokens.get(at) else { return false };
    let word = block.lower(at);
    let small =
        token.shape == Shape::Lower || token.shape == Shape::Capital && block.begins_sentence(at);
    if token.kind != Kind::Word
        || !small
        || !is_thing(token)
        || word.len() < 5
        || NO_PLURALS.contains(&word)
    {
        return matches!(word, "men" | "women" | "children" | "people");
    }
    let Some(stem) = word.strip_suffix('s') else {
        return matches!(word, "women" | "children" | "people");
    };
    let ends =
        !stem.ends_with(['s', 'u', 'i']) && !word.ends_with("ics") && !word.ends_with("ness");
    let single = |stem: &str| dictionary.is_none_or(|dictionary| dictionary.has(stem));
    ends && (single(stem)
        || stem.strip_suffix('e').is_some_and(single)
        || stem.strip_suffix("ie").is_some_and(|stem| single(&format!("{stem}y"))))
}

/// "the ministers has", "6,200 walkers has", "the drawings, which was", "the plan include".
fn noun(block: &Block, at: usize, with: &With) -> Fault {
    let token = &block.tokens[at];
    if token.shape != Shape::Lower || !is_thing(token) {
        return None;
    }
    let direct = at + 2;
    // "the drawings, which was"
    let comma = usize::from(block.is_mark(at + 1, ','));
    let pronoun = at + 2 + comma;
    let relative = matches!(block.word(pronoun), "which" | "who" | "that")
        && !(comma == 1 && block.word(pronoun) == "that");
    let (verb, from) = match relative {
        true => (pronoun + 2, pronoun),
        false => (direct, at),
    };
    let said = block.word(verb);
    if relative && block.is_mark(verb + 1, ',') {
        return None;
    }
    if let Some(right) = plural_of(said) {
        let plural = many(block, at) && is_plural(block, at, Some(&*with.dictionary(block)?));
        return plural.then_some((from..verb + 1, Some(right)));
    }
    let right = match said {
        "include" => "includes",
        "contain" => "contains",
        "provide" => "provides",
        "consist" => "consists",
        "describe" => "describes",
        "have" => "has",
        _ => return None,
    };
    (!relative && THINGS.contains(&block.word(at)) && one(block, at))
        .then_some((from..verb + 1, Some(right)))
}

/// Whether the words before a plural noun make it the subject of its clause, and no part of a
/// longer one: "The old cranes", "More than 6,200 walkers".
fn many(block: &Block, noun: usize) -> bool {
    let mut at = noun;
    for adjectives in 0..3 {
        let Some(before) = at.checked_sub(2).filter(|_| block.tokens[at - 1].kind == Kind::Space)
        else {
            return false;
        };
        at = before;
        let token = &block.tokens[at];
        let word = block.lower(at);
        let number = token.kind == Kind::Number || token.sense.is(Class::Number);
        if number {
            let figure = block.figure_at(at);
            return figure.is_some_and(|figure| {
                figure.value >= 2.0
                    && figure.percent.is_none()
                    && figure.counts.is_some_and(|counts| is_countable(block, counts))
                    && after_about(block, figure.tokens.start)
            });
        }
        if matches!(
            word,
            "the"
                | "no"
                | "these"
                | "those"
                | "both"
                | "all"
                | "many"
                | "several"
                | "our"
                | "their"
                | "its"
        ) {
            let time = !is_countable(block, noun);
            return !time && begins_clause_strictly(block, at);
        }
        if !token.is_plain_word() || adjectives == 2 {
            return false;
        }
    }
    false
}

/// Whether a number begins its clause, but for words such as "more than" and "about".
fn after_about(block: &Block, number: usize) -> bool {
    let mut at = number;
    while let Some(before) = at.checked_sub(2) {
        let about = matches!(
            block.lower(before),
            "about"
                | "some"
                | "around"
                | "nearly"
                | "almost"
                | "over"
                | "than"
                | "more"
                | "fewer"
                | "at"
                | "least"
                | "up"
                | "to"
                | "all"
                | "the"
                | "these"
        );
        if !about || block.tokens[at - 1].kind != Kind::Space {
            break;
        }
        at = before;
    }
    begins_clause_strictly(block, at)
}

/// At the beginning of a sentence, or behind "that" or "and" after a mark.
fn begins_clause_strictly(block: &Block, at: usize) -> bool {
    if block.begins_sentence(at) {
        return true;
    }
    let Some(before) = at.checked_sub(2) else { return true };
    block.tokens[at - 1].kind == Kind::Space
        && (block.lower(before) == "that"
            && before.checked_sub(2).is_some_and(|said| block.tokens[said].sense.is(Class::Said))
            || block.is_mark(before, ';'))
}

/// Things that are never a group of people.
const THINGS: &[&str] = &[
    "plan",
    "project",
    "report",
    "programme",
    "program",
    "law",
    "bill",
    "budget",
    "exhibition",
    "exhibit",
    "study",
    "survey",
    "agreement",
    "contract",
    "deal",
    "treaty",
    "event",
    "exercise",
    "conference",
    "meeting",
    "forum",
    "festival",
    "ceremony",
    "visit",
    "building",
    "bridge",
    "road",
    "ship",
    "vessel",
    "vehicle",
    "book",
    "film",
    "website",
    "app",
    "system",
    "award",
    "prize",
    "proposal",
    "scheme",
    "strategy",
    "initiative",
    "campaign",
    "course",
    "tour",
    "concert",
    "tournament",
    "catalogue",
    "park",
    "tunnel",
    "harbour",
    "airport",
    "letter",
    "document",
    "statement",
    "decision",
    "result",
    "package",
    "itinerary",
    "route",
    "menu",
    "schedule",
    "spill",
];

/// Whether a noun in the singular begins its sentence: "The new plan".
fn one(block: &Block, noun: usize) -> bool {
    let mut at = noun;
    for _ in 0..2 {
        let Some(before) = at.checked_sub(2) else { return false };
        at = before;
        if matches!(block.word(at), "The" | "This") {
            return block.begins_sentence(at);
        }
        if block.tokens[at].shape != Shape::Lower || !block.tokens[at].sense.is_plain() {
            return false;
        }
    }
    false
}
