//! Words that sound like the one that was meant.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "sound-alike",
    family: Family::Spelling,
    severity: Severity::Warning,
    what: "A word that sounds like the one that was meant: “took apart in”, “more then ten”, “lead by the mayor”.",
    why: "Sound-alike words stand on the wire services' own list of what copy desks catch; no dictionary sees them. Only phrases that are never right are marked.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("⟦Less than⟧ 200 builders use them. ⟦Voters which⟧ have moved may write."),
        en("The ships ⟦took apart in⟧ the drill, with ⟦more then⟧ ten crews."),
        en("The work ⟦was lead by⟧ the mayor, who ⟦could of⟧ come; ⟦their is⟧ a plan."),
        en(
            "The team, ⟦lead by⟧ Anna Berg, will ⟦be lead by⟧ others; it is ⟦higher then⟧ the old one.",
        ),
        en("⟦Neither the engines or⟧ the wings were hurt."),
        fr(
            "Les arbres ⟦on été⟧ fournis ; la ville ⟦à formé⟧ dix agents. Elle tient à sa qualité, à son marché.",
        ),
        fr("⟦Ils on⟧ duré ; les cyclistes ⟦peuvent louez⟧ un vélo."),
        en(
            "Firms must take ⟦there duties⟧ seriously, ⟦rather then⟧ later; ⟦your invited⟧ to come.",
        ),
        fr(
            "Le maire ⟦à déclaré⟧ que ⟦sa va⟧ bien. Le port ⟦a accueillir⟧ dix navires et ⟦à expliqué⟧ tout.",
        ),
        de(
            "Der Hafen ist ⟦seid Montag⟧ offen, ⟦seid⟧ dem Sturm. Er sagte, ⟦das der⟧ Hafen offen ist.",
        ),
        en(
            "Drivers will begin ⟦there training⟧. It has a marked ⟦affect on⟧ sales. ⟦They’re work⟧ took years.",
        ),
        en(
            "It is more ⟦detailed then⟧ any map; rather too ⟦early then⟧ too late. Councillor Berg ⟦lead⟧ the walk, and ⟦payed⟧ for it.",
        ),
        es("El artículo ⟦a sido⟧ publicado; hay que ir ⟦a el⟧ hospital."),
        fr("Ils ⟦peuvent aussi appelé⟧ le port, près ⟦de le⟧ pont."),
        ru("Здесь ⟦ихний⟧ порт."),
        es("El alcalde ⟦a anunciado⟧ que llueve y ⟦a explicado⟧ por qué."),
        ru(
            "Порт откроют ⟦в течении года⟧, ⟦не смотря на⟧ лёд, ⟦в течении ближайших⟧ дней и ⟦в течении 5⟧ часов.",
        ),
        ru("⟦Согласно плана⟧ порт открыт, ⟦по окончанию⟧ работ."),
    ],
    passes: &[
        en(
            "Less than 200 metres, less than 20 quarters, fewer than 200 builders, voters, which is new.",
        ),
        en("They took part in it, and took apart the crane; more than ten, once more then."),
        en("She had the lead by ten points; they could of course, of all ports; theirs is a plan."),
        fr("Il a déclaré que ça va ; à vrai dire, à demain."),
        de("Er sagte, dass es gut sei. Ihr seid der Hafen. Er sagte, das Boot fuhr. Seid ihr da?"),
        en(
            "They live there years ago; there is more, then the rest. She took a lead by then. Later then, in May.",
        ),
        en("From there buses run on, and the boats they use there vessels of the port serve."),
        en(
            "They’re people who know; they’re work-shy. Chelsea lead the table. It can affect on-time trains.",
        ),
        es("Va a lado a lado; a pasado y futuro; de El Salvador a El Puerto; dio a él."),
        fr("Il reste à le faire ; il a de le lire ; il doit rester, il peut, l’été, venir."),
        fr("Le verre à moitié plein ; de Lyon à André, à pitié égale."),
        en("Neither is here, or there; neither the one nor the other; neither of two or three."),
        fr("Ils ont duré ; vous pouvez louer chez nous ; il peut assez."),
        en("The lead by two goals held; your not-for-profit; to there, and for there to be peace."),
        es(
            "Va a decir que a ver si llueve; a dicho efecto; a mercado abierto; para abrirlo a todos.",
        ),
        ru("В течение года, несмотря на лёд; в течении реки видны льдины."),
    ],
    check: Check::Block(check),
};

/// The phrases of a language, word by word, with what was meant.
fn phrases(language: &str) -> &'static [(&'static str, &'static str)] {
    match language {
        "en" => &[
            ("took apart in", "took part in"),
            ("take apart in", "take part in"),
            ("taking apart in", "taking part in"),
            ("was lead by", "was led by"),
            ("were lead by", "were led by"),
            ("is lead by", "is led by"),
            ("are lead by", "are led by"),
            ("be lead by", "be led by"),
            ("been lead by", "been led by"),
            ("being lead by", "being led by"),
            ("since than", "since then"),
            ("until than", "until then"),
            ("by than", "by then"),
            ("back than", "back then"),
            ("your invited", "you’re invited"),
            ("your welcome to", "you’re welcome to"),
            ("your going to", "you’re going to"),
            ("will loose", "will lose"),
            ("would loose", "would lose"),
            ("could loose", "could lose"),
            ("not loose", "not lose"),
            ("is to late", "is too late"),
            ("bare in mind", "bear in mind"),
            ("building sight", "building site"),
            ("construction sight", "construction site"),
            ("legal advise", "legal advice"),
            ("further advise", "further advice"),
            ("the advise of", "the advice of"),
            ("on behave of", "on behalf of"),
            ("principle aim", "principal aim"),
            ("principle sponsor", "principal sponsor"),
            ("principle partner", "principal partner"),
            ("principle investigator", "principal investigator"),
            ("would like to invited", "would like to invite"),
            ("could of", "could have"),
            ("should of", "should have"),
            ("would of", "would have"),
            ("must of", "must have"),
            ("may of", "may have"),
            ("might of", "might have"),
            ("is know for", "is known for"),
            ("is know as", "is known as"),
            ("are know as", "are known as"),
            ("also know as", "also known as"),
            ("their is", "there is"),
            ("their are", "there are"),
            ("their was", "there was"),
            ("their were", "there were"),
            ("there own", "their own"),
            ("in regards to", "in regard to"),
            ("principle reason", "principal reason"),
            ("no affect on", "no effect on"),
            ("an affect on", "an effect on"),
            ("take affect", "take effect"),
            ("takes affect", "takes effect"),
            ("came into affect", "came into effect"),
            ("peaked interest", "piqued interest"),
            ("tow the line", "toe the line"),
            ("baited breath", "bated breath"),
            ("for all intensive purposes", "for all intents and purposes"),
            ("free reign", "free rein"),
            ("pouring over", "poring over"),
            ("per say", "per se"),
            ("whose responsible", "who is responsible"),
            ("weather or not", "whether or not"),
            ("payed", "paid"),
            ("layed", "laid"),
            ("alot", "a lot"),
            ("in the passed", "in the past"),
            ("who’s work", "whose work"),
            ("who’s own", "whose own"),
            ("loose their", "lose their"),
            ("loose its", "lose its"),
            ("far to many", "far too many"),
            ("past away", "passed away"),
            ("excepted the invitation", "accepted the invitation"),
            ("on the sight of", "on the site of"),
            ("sneak peak", "sneak peek"),
            ("ensure against", "insure against"),
            ("head quarters", "headquarters"),
        ],
        "fr" => &[
            ("on été", "ont été"),
            ("on eu", "ont eu"),
            ("ils on", "ils ont"),
            ("elles on", "elles ont"),
            ("à été", "a été"),
            ("à eu lieu", "a eu lieu"),
            ("a rappeler", "a rappelé"),
            ("sa va", "ça va"),
            ("ont été crée", "ont été créés"),
            ("à fin de", "afin de"),
            ("parmis les", "parmi les"),
            ("c’est à dire", "c’est-à-dire"),
        ],
        "de" => &[
            ("wieder spiegeln", "widerspiegeln"),
            ("wiederspiegeln", "widerspiegeln"),
            ("wiederspiegelt", "widerspiegelt"),
            ("im folge", "in Folge"),
            ("stand halten", "standhalten"),
        ],
        "es" => &[
            ("haber si", "a ver si"),
            ("vamos haber", "vamos a ver"),
            ("a dicho que", "ha dicho que"),
            ("han habido", "ha habido"),
            ("con migo", "conmigo"),
        ],
        "ru" => &[
            ("не смотря на", "несмотря на"),
            ("ихний", "их"),
            ("ихняя", "их"),
            ("ихнее", "их"),
            ("ихние", "их"),
            ("ихнего", "их"),
            ("ихней", "их"),
            ("ихних", "их"),
            ("ихнему", "их"),
            ("ихним", "их"),
            ("ихнюю", "их"),
            ("ихними", "их"),
            ("ихнем", "их"),
            ("евонный", "его"),
            ("ейный", "её"),
            ("вообщем", "в общем"),
            ("вобщем", "в общем"),
            ("тоесть", "то есть"),
            ("потомучто", "потому что"),
            ("по мимо", "помимо"),
            ("в виде того", "ввиду того"),
            ("в следствии", "вследствие"),
            ("в последствии", "впоследствии"),
            ("в замен", "взамен"),
            ("на счёт того", "насчёт того"),
            ("будующем", "будущем"),
            ("будующий", "будущий"),
            ("следущий", "следующий"),
            ("учавствовать", "участвовать"),
            ("учавствовали", "участвовали"),
            ("учавствует", "участвует"),
            ("согласно приказа", "согласно приказу"),
            ("согласно плана", "согласно плану"),
            ("согласно договора", "согласно договору"),
            ("согласно решения", "согласно решению"),
            ("согласно закона", "согласно закону"),
            ("согласно распоряжения", "согласно распоряжению"),
            ("по окончанию", "по окончании"),
            ("по завершению", "по завершении"),
            ("по приезду", "по приезде"),
            ("по прибытию", "по прибытии"),
            ("в виду того", "ввиду того"),
            ("в заключении отметил", "в заключение отметил"),
        ],
        _ => &[],
    }
}

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let language = block.primary();
    let phrases = phrases(language);
    for at in 0..block.tokens.len() {
        if block.tokens[at].kind != Kind::Word {
            continue;
        }
        if let Some((end, right)) = by_its_place(block, at, language) {
            notes
                .at(
                    block,
                    block.span(at..end),
                    say!("“{right}” is meant here.", right = right.as_str()),
                )
                .fix(right);
            continue;
        }
        let first = block.lower(at);
        let letter = first.bytes().next();
        let near = |wrong: &str| wrong.bytes().next() == letter && wrong.starts_with(first);
        for (wrong, right) in phrases.iter().filter(|(wrong, _)| near(wrong)) {
            if let Some(end) = block.phrase_at(at, wrong).filter(|end| is_meant(block, *end, wrong))
            {
                notes
                    .at(block, block.span(at..end), say!("“{right}” is meant here.", right))
                    .fix(*right);
                break;
            }
        }
    }
}

/// Whether the words around leave no other reading: "could of" is no "could of course".
fn is_meant(block: &Block, end: usize, phrase: &str) -> bool {
    match phrase.rsplit(' ').next() {
        Some("of") => block.lower(end + 1) != "course",
        _ => true,
    }
}

/// What is wrong by the words before and after it: the token behind it, and what was meant.
fn by_its_place(block: &Block, at: usize, language: &str) -> Option<(usize, String)> {
    if block.tokens.get(at + 1)?.kind != Kind::Space {
        return None;
    }
    match language {
        "en" => led(block, at)
            .or_else(|| affect(block, at))
            .or_else(|| fewer(block, at))
            .or_else(|| persons_which(block, at))
            .or_else(|| they_are(block, at))
            .or_else(|| before_training(block, at))
            .or_else(|| than(block, at))
            .or_else(|| their(block, at))
            .or_else(|| neither(block, at)),
        "fr" => imperative(block, at)
            .or_else(|| contracted(block, at))
            .or_else(|| past_tense(block, at, ("à", "a"), FRENCH_PARTICIPLES))
            .or_else(|| infinitive(block, at)),
        "es" => past_tense(block, at, ("a", "ha"), SPANISH_PARTICIPLES)
            .or_else(|| contracted(block, at)),
        "de" => since(block, at).or_else(|| that(block, at)),
        "ru" => during(block, at),
        _ => None,
    }
}

/// ", lead by": nothing but "led" stands between a comma and "by". "Councillor Siddiqui lead the
/// campaign": one person with a title led it.
fn led(block: &Block, at: usize) -> Option<(usize, String)> {
    if block.word(at) != "lead" {
        return None;
    }
    let comma = at >= 2 && block.is_mark(at - 2, ',');
    if comma && block.word(at + 2) == "by" {
        return Some((at + 3, "led by".to_owned()));
    }
    let after = at.checked_sub(1)?;
    let person = block.names.binary_search_by_key(&after, |name| name.tokens.end).ok();
    let titled = person.is_some_and(|name| {
        let name = &block.names[name];
        name.title.clone().is_some_and(|title| block.begins_sentence(title.start))
    });
    let object = matches!(block.word(at + 2), "the" | "a" | "an" | "his" | "her" | "its" | "this");
    (titled && object).then(|| (at + 1, "led".to_owned()))
}

/// "Less than 200 builders": what is counted is fewer.
fn fewer(block: &Block, at: usize) -> Option<(usize, String)> {
    let right = match block.word(at) {
        "less" => "fewer",
        "Less" => "Fewer",
        _ => return None,
    };
    let figure = block.figure_at(at + 4).filter(|_| block.word(at + 2) == "than")?;
    let noun = figure.counts?;
    let people =
        ["ers", "ors", "ists", "ents", "ees"].iter().any(|end| block.word(noun).ends_with(end))
            || PERSONS.contains(&block.word(noun));
    let counted = figure.percent.is_none() && people && figure.value >= 2.0;
    (counted
        && block.currency_before(figure.tokens.start).is_none()
        && !is_measure(block.word(noun)))
    .then(|| (at + 3, format!("{right} than")))
}

/// What ends as persons do and is measured.
fn is_measure(word: &str) -> bool {
    word.ends_with("meters")
        || word.ends_with("liters")
        || matches!(word, "cents" | "percents" | "quarters" | "acres")
}

/// Persons, of whom nobody says "which".
const PERSONS: &[&str] = &[
    "children",
    "citizens",
    "colleagues",
    "customers",
    "drivers",
    "employees",
    "families",
    "farmers",
    "guests",
    "journalists",
    "men",
    "neighbours",
    "neighbors",
    "nurses",
    "officers",
    "parents",
    "passengers",
    "patients",
    "pensioners",
    "people",
    "players",
    "pupils",
    "readers",
    "residents",
    "sailors",
    "soldiers",
    "staff",
    "students",
    "teachers",
    "tenants",
    "viewers",
    "villagers",
    "visitors",
    "volunteers",
    "voters",
    "women",
    "workers",
    "apprentices",
    "doctors",
    "engineers",
    "firefighters",
    "fishermen",
    "graduates",
    "listeners",
    "travellers",
    "travelers",
    "veterans",
];

/// "Voters which have moved".
fn persons_which(block: &Block, at: usize) -> Option<(usize, String)> {
    let verb = block.tokens.get(at + 4)?;
    let told = verb.sense.is_finite();
    (block.word(at + 2) == "which" && told && PERSONS.contains(&block.lower(at)))
        .then(|| (at + 3, format!("{} who", block.word(at))))
}

/// "a marked affect on": behind an article, a noun is meant.
fn affect(block: &Block, at: usize) -> Option<(usize, String)> {
    let right = match block.word(at) {
        "affect" => "effect",
        "affects" => "effects",
        _ => return None,
    };
    let determines = |word: &str| {
        matches!(word, "a" | "an" | "the" | "no" | "any" | "its" | "their" | "little" | "some")
    };
    let led = [2, 4]
        .iter()
        .any(|back| at.checked_sub(*back).is_some_and(|before| determines(block.lower(before))));
    let close = at.checked_sub(2).is_some_and(|before| {
        determines(block.lower(before)) || block.tokens[before].sense.is_plain()
    });
    (led && close && matches!(block.word(at + 2), "on" | "of"))
        .then(|| (at + 3, format!("{right} {}", block.word(at + 2))))
}

/// "They’re work took nine years": a noun and its verb follow, and no predicate.
fn they_are(block: &Block, at: usize) -> Option<(usize, String)> {
    let word = block.word(at);
    let right = match word {
        "they’re" | "they're" => "their",
        "They’re" | "They're" => "Their",
        _ => return None,
    };
    let noun = block.tokens.get(at + 2)?;
    let verb = block.tokens.get(at + 4)?;
    let said = block.word(at + 2);
    let plain = noun.is_plain_word();
    let predicate = ["ing", "ed", "ly", "en"].iter().any(|end| said.ends_with(end));
    let told = verb.sense.is_finite();
    (plain && !predicate && told && block.tokens[at + 3].kind == Kind::Space)
        .then(|| (at + 3, format!("{right} {said}")))
}

/// "will begin there training": a verb that takes an object, a word in -ing that can be one.
fn before_training(block: &Block, at: usize) -> Option<(usize, String)> {
    if block.word(at) != "there" {
        return None;
    }
    let before = at.checked_sub(2)?;
    let verb = matches!(
        block.lower(before),
        "begin"
            | "began"
            | "begins"
            | "start"
            | "started"
            | "complete"
            | "completed"
            | "finish"
            | "finished"
            | "continue"
            | "continued"
            | "receive"
            | "received"
            | "improve"
            | "improved"
            | "offer"
            | "offered"
            | "lost"
            | "gave"
            | "sold"
            | "took"
            | "shared"
            | "protect"
    );
    let word = block.word(at + 2);
    let noun = word.len() >= 6
        && (word.ends_with("ing") || word.ends_with("tion") || word.ends_with("ment"));
    let ends = block
        .tokens
        .get(at + 3)
        .is_none_or(|next| next.kind == Kind::Space || next.mark() == Some('.'));
    let small = block.tokens.get(at + 2)?.shape == Shape::Lower;
    (verb && noun && small && ends).then(|| (at + 3, format!("their {word}")))
}

/// "higher then the old one", "rather then".
fn than(block: &Block, at: usize) -> Option<(usize, String)> {
    if block.word(at + 2) != "then" {
        return None;
    }
    let first = block.lower(at);
    let always = matches!(first, "rather" | "other");
    // "more detailed then any", "rather act too early then too late".
    let led = at >= 2 && matches!(block.lower(at - 2), "more" | "less");
    let rather = block.word(at + 4) == "too"
        && (at.saturating_sub(14)..at).any(|at| block.lower(at) == "rather");
    if rather && block.tokens[at + 3].kind == Kind::Space {
        return Some((at + 3, format!("{} than", block.word(at))));
    }
    let compared = led
        || matches!(first, "more" | "less" | "fewer" | "better" | "worse")
        || super::comparison::is_compared(first, "er");
    let next = block.tokens.get(at + 4);
    // "It was higher then, and …": only before what can be compared with.
    let object = block.tokens.get(at + 3).is_some_and(|space| space.kind == Kind::Space)
        && next.is_some_and(|next| {
            next.kind == Kind::Number
                || next.sense.is(Class::Number)
                || matches!(
                    block.word(at + 4),
                    "the"
                        | "a"
                        | "an"
                        | "its"
                        | "their"
                        | "our"
                        | "his"
                        | "her"
                        | "those"
                        | "any"
                        | "ever"
                        | "in"
                        | "half"
                        | "expected"
                        | "planned"
                        | "last"
                        | "before"
                        | "anyone"
                        | "usual"
                        | "all"
                        | "previous"
                        | "most"
                )
        });
    // "Later then the crew left" can be meant; what is sure has no other place in time.
    let time = matches!(first, "later" | "earlier" | "longer");
    let any = next.is_some_and(|next| next.kind == Kind::Word);
    (any && always || object && compared && !time)
        .then(|| (at + 3, format!("{} than", block.word(at))))
}

/// "take there duties": behind a preposition or such a verb, a noun needs its owner.
fn their(block: &Block, at: usize) -> Option<(usize, String)> {
    if block.word(at) != "there" {
        return None;
    }
    let before = at.checked_sub(2)?;
    // "From there buses run", "the boats that they use there": only what nothing else follows.
    let leads = match block.lower(before) {
        "of" | "for" | "with" => true,
        "take" | "lose" | "share" | "improve" | "protect" | "give" => {
            before >= 2
                && matches!(
                    block.lower(before - 2),
                    "to" | "must" | "should" | "will" | "would" | "can" | "could" | "may"
                )
        }
        _ => false,
    };
    let next = block.tokens.get(at + 2)?;
    let word = block.word(at + 2);
    let noun = next.is_plain_word()
        && word.len() >= 5
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !matches!(
            word,
            "years"
                | "months"
                | "weeks"
                | "hours"
                | "always"
                | "needs"
                | "comes"
                | "exists"
                | "remains"
                | "seems"
        );
    (leads && noun).then(|| (at + 3, format!("their {word}")))
}

/// "neither the engines or the wings": "nor" belongs to "neither".
fn neither(block: &Block, at: usize) -> Option<(usize, String)> {
    if block.lower(at) != "neither" {
        return None;
    }
    for next in (at + 2..block.tokens.len()).take(16) {
        match block.word(next) {
            "or" => return Some((next + 1, format!("{} nor", block.words(at..next).trim_end()))),
            "nor" | "of" => return None,
            _ if block.tokens[next].mark().is_some_and(|mark| mark != '-') => return None,
            _ => {}
        }
    }
    None
}

/// "Le maire à déclaré", "El alcalde a anunciado".
fn past_tense(
    block: &Block,
    at: usize,
    (wrong, right): (&str, &str),
    participles: &[&str],
) -> Option<(usize, String)> {
    if block.word(at) != wrong {
        return None;
    }
    let word = block.word(at + 2);
    let subject = at.checked_sub(2).is_some_and(|at| {
        block.tokens[at].is_wordlike() || block.is_mark(at, ',') || block.is_mark(at + 1, ',')
    });
    let small = block.tokens.get(at + 2)?.shape == Shape::Lower;
    let known = participles.contains(&word)
        || small && wrong == "à" && is_participle(word)
        || small && wrong == "a" && is_spanish_participle(word);
    (subject && known).then(|| (at + 3, format!("{right} {word}")))
}

/// "a el hospital", "de le port": preposition and article are one word.
fn contracted(block: &Block, at: usize) -> Option<(usize, String)> {
    let right = match (block.lower(at), block.word(at + 2)) {
        ("a", "el") => "al",
        ("de", "el") => "del",
        ("de", "le") => "du",
        ("à", "le") => "au",
        ("à", "les") => "aux",
        ("de", "les") => "des",
        _ => return None,
    };
    let next = block.tokens.get(at + 4)?;
    let word = block.word(at + 4);
    // "À le faire": before a verb it is a pronoun.
    let verb = ["er", "ir", "re", "oir"].iter().any(|end| word.ends_with(end));
    let noun = next.is_plain_word()
        && block.tokens[at + 3].kind == Kind::Space
        && word.chars().count() >= 3
        && (block.primary() == "es" || !verb);
    noun.then(|| (at + 3, right.to_owned()))
}

/// "peuvent louez": an infinitive follows these verbs.
fn imperative(block: &Block, at: usize) -> Option<(usize, String)> {
    let modal = matches!(
        block.word(at),
        "peut"
            | "peuvent"
            | "doit"
            | "doivent"
            | "pourra"
            | "pourront"
            | "devra"
            | "devront"
            | "faut"
            | "va"
            | "vont"
            | "veut"
            | "veulent"
            | "souhaite"
            | "souhaitent"
    );
    if !modal {
        return None;
    }
    // "peuvent aussi appelé"
    let adverb = matches!(
        block.word(at + 2),
        "aussi"
            | "également"
            | "ainsi"
            | "désormais"
            | "donc"
            | "encore"
            | "toujours"
            | "pas"
            | "bien"
            | "déjà"
            | "enfin"
            | "même"
    );
    let at_verb = at + 2 + 2 * usize::from(adverb);
    let word = block.word(at_verb);
    let small = block.tokens.get(at_verb)?.shape == Shape::Lower;
    let imperative =
        word.strip_suffix("ez").filter(|_| !matches!(word, "chez" | "assez" | "rendez" | "venez"));
    let participle = word
        .strip_suffix('é')
        .filter(|_| FRENCH_PARTICIPLES.contains(&word) || is_participle(word));
    let stem = imperative.or(participle).filter(|stem| stem.chars().count() >= 3)?;
    let before = block.words(at..at_verb);
    small.then(|| (at_verb + 1, format!("{before}{stem}er")))
}

/// Words in -é that are nouns, and so can follow "à"; all in -té can.
const NOUNS: &[&str] = &[
    "marché",
    "degré",
    "congé",
    "canapé",
    "défilé",
    "employé",
    "abonné",
    "associé",
    "blessé",
    "délégué",
    "curé",
    "abbé",
    "procédé",
    "énoncé",
    "exposé",
    "passé",
    "communiqué",
    "diplômé",
    "salarié",
    "carré",
    "réfugié",
    "clergé",
    "péché",
    "moitié",
    "pitié",
    "amitié",
    "inimitié",
    "allié",
    "fossé",
    "cliché",
    "accusé",
    "licencié",
    "initié",
    "rescapé",
    "évadé",
    "préposé",
    "immigré",
    "émigré",
    "naufragé",
    "sinistré",
    "handicapé",
    "protégé",
    "supermarché",
    "hypermarché",
    "tracé",
    "relevé",
    "corrigé",
    "abrégé",
];

/// Words in -ado and -ido that are nouns, and so can follow "a".
const SPANISH_NOUNS: &[&str] = &[
    "lado",
    "mercado",
    "estado",
    "partido",
    "sentido",
    "sonido",
    "grado",
    "contenido",
    "cuidado",
    "pasado",
    "soldado",
    "abogado",
    "jurado",
    "ganado",
    "pescado",
    "helado",
    "tejado",
    "vestido",
    "significado",
    "empleado",
    "resultado",
    "diputado",
    "delegado",
    "juzgado",
    "apellido",
    "pedido",
    "marido",
    "olvido",
    "fluido",
    "tratado",
    "teclado",
    "calzado",
    "tablado",
    "arbolado",
    "alumnado",
    "electorado",
    "profesorado",
    "voluntariado",
    "certificado",
    "comunicado",
    "enunciado",
    "pecado",
    "poblado",
    "refugiado",
    "invitado",
    "acusado",
    "detenido",
    "herido",
    "nado",
    "vado",
    "hado",
];

/// "a sido publicado": a participle that can be no noun.
fn is_spanish_participle(word: &str) -> bool {
    let regular =
        (word.ends_with("ado") || word.ends_with("ido")) && !SPANISH_NOUNS.contains(&word);
    regular
        || matches!(word, "hecho" | "visto" | "puesto" | "escrito" | "vuelto" | "roto" | "dicho")
}

/// "à planté": a participle in -é that can be no noun.
fn is_participle(word: &str) -> bool {
    word.ends_with('é')
        && (!word.ends_with("té") || word == "planté")
        && word.chars().count() >= 5
        && !NOUNS.contains(&word)
}

/// "Le port a accueillir": the participle of a verb that was written as its infinitive.
fn infinitive(block: &Block, at: usize) -> Option<(usize, String)> {
    if block.word(at) != "a" {
        return None;
    }
    let word = block.word(at + 2);
    let participle = match word.strip_suffix("er") {
        Some(stem) => format!("{stem}é"),
        None => word.strip_suffix('r').filter(|stem| stem.ends_with('i'))?.to_owned(),
    };
    FRENCH_PARTICIPLES.contains(&participle.as_str()).then(|| (at + 3, format!("a {participle}")))
}

/// "seid dem Sturm": a form of "sein" only behind or before "ihr".
fn since(block: &Block, at: usize) -> Option<(usize, String)> {
    if block.word(at) != "seid" {
        return None;
    }
    let sentence = block.sentence_of(at)?;
    let addressed =
        sentence.clone().take(60).any(|at| matches!(block.word(at), "ihr" | "Ihr" | "euch"));
    let next = block.tokens.get(at + 2)?;
    let time =
        next.kind == Kind::Number || next.sense.is(Class::Weekday) || next.sense.is(Class::Month);
    let until = if time && next.kind == Kind::Word { at + 3 } else { at + 1 };
    let right = block.words(at..until).replacen("seid", "seit", 1);
    (!addressed).then_some((until, right))
}

/// "Er sagte, das der Hafen offen ist".
fn that(block: &Block, at: usize) -> Option<(usize, String)> {
    let said = at
        .checked_sub(3)
        .is_some_and(|said| block.is_mark(at - 2, ',') && block.tokens[said].sense.is(Class::Said));
    let next = block.word(at + 2);
    let subject = matches!(next, "der" | "die" | "es" | "er" | "sie" | "wir" | "man" | "eine");
    (block.word(at) == "das" && said && subject).then(|| (at + 3, format!("dass {next}")))
}

/// "в течении года": the river's course has another form than the course of time.
fn during(block: &Block, at: usize) -> Option<(usize, String)> {
    if !matches!(block.word(at), "в" | "В") || block.word(at + 2) != "течении" {
        return None;
    }
    let next = block.tokens.get(at + 4)?;
    let word = block.lower(at + 4);
    let time = next.kind == Kind::Number
        || next.sense.is(Class::Number)
        || [
            "год",
            "лет",
            "месяц",
            "недел",
            "дня",
            "дней",
            "сут",
            "час",
            "минут",
            "секунд",
            "врем",
            "период",
            "всего",
            "всей",
            "этого",
            "этой",
            "нескольк",
            "последн",
            "ближайш",
            "перв",
            "многих",
            "пяти",
            "шести",
            "семи",
            "восьми",
            "десяти",
            "полу",
            "одно",
            "срок",
            "сезон",
            "лета",
            "зимы",
            "весны",
            "осени",
            "столет",
        ]
        .iter()
        .any(|stem| word.starts_with(stem));
    time.then(|| (at + 5, format!("{} течение {}", block.word(at), block.word(at + 4))))
}

/// What presidents and ports have done in a release.
const FRENCH_PARTICIPLES: &[&str] = &[
    "accueilli",
    "accordé",
    "adopté",
    "affirmé",
    "ajouté",
    "annoncé",
    "appelé",
    "approuvé",
    "assuré",
    "attribué",
    "choisi",
    "commencé",
    "conclu",
    "condamné",
    "confirmé",
    "créé",
    "débuté",
    "décidé",
    "déclaré",
    "demandé",
    "dit",
    "doublé",
    "élu",
    "estimé",
    "évoqué",
    "expliqué",
    "fermé",
    "fêté",
    "financé",
    "fourni",
    "inauguré",
    "indiqué",
    "insisté",
    "invité",
    "lancé",
    "livré",
    "nommé",
    "obtenu",
    "offert",
    "organisé",
    "ouvert",
    "participé",
    "permis",
    "précisé",
    "présenté",
    "publié",
    "rappelé",
    "reçu",
    "remercié",
    "remis",
    "remporté",
    "rencontré",
    "répondu",
    "réuni",
    "salué",
    "signé",
    "souligné",
    "souhaité",
    "soutenu",
    "terminé",
    "transmis",
    "visité",
    "voté",
];

/// The same in Spanish; participles that are nouns as well are not among them.
const SPANISH_PARTICIPLES: &[&str] = &[
    "abierto",
    "aceptado",
    "acordado",
    "adjudicado",
    "afirmado",
    "agradecido",
    "anunciado",
    "añadido",
    "aprobado",
    "asegurado",
    "asistido",
    "aumentado",
    "celebrado",
    "comenzado",
    "concedido",
    "confirmado",
    "conseguido",
    "creado",
    "decidido",
    "declarado",
    "destacado",
    "destinado",
    "elegido",
    "entregado",
    "explicado",
    "expresado",
    "finalizado",
    "firmado",
    "inaugurado",
    "indicado",
    "informado",
    "invertido",
    "invitado",
    "lanzado",
    "llegado",
    "logrado",
    "manifestado",
    "nombrado",
    "obtenido",
    "organizado",
    "participado",
    "presentado",
    "publicado",
    "recibido",
    "recordado",
    "reunido",
    "señalado",
    "solicitado",
    "subrayado",
    "terminado",
    "visitado",
];
