//! Words that sound like the one that was meant.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::Kind,
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
        en("The ships ⟦took apart in⟧ the drill, with ⟦more then⟧ ten crews."),
        en("The work ⟦was lead by⟧ the mayor, who ⟦could of⟧ come; ⟦their is⟧ a plan."),
        fr("Le maire ⟦à déclaré⟧ que ⟦sa va⟧ bien."),
        de("Der Hafen ist ⟦seid Montag⟧ offen."),
        es("El alcalde ⟦a anunciado⟧ que llueve."),
        ru("Порт откроют ⟦в течении года⟧, ⟦не смотря на⟧ лёд."),
    ],
    passes: &[
        en("They took part in it, and took apart the crane; more than ten, once more then."),
        en("She had the lead by ten points; they could of course, of all ports; theirs is a plan."),
        fr("Il a déclaré que ça va ; à vrai dire, à demain."),
        de("Er sagte, dass es gut sei. Ihr seid der Hafen."),
        es("Va a decir que a ver si llueve; a dicho efecto."),
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
            ("more then", "more than"),
            ("less then", "less than"),
            ("fewer then", "fewer than"),
            ("higher then", "higher than"),
            ("lower then", "lower than"),
            ("was lead by", "was led by"),
            ("were lead by", "were led by"),
            ("is lead by", "is led by"),
            ("are lead by", "are led by"),
            ("been lead by", "been led by"),
            ("could of", "could have"),
            ("should of", "should have"),
            ("would of", "would have"),
            ("must of", "must have"),
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
        ],
        "fr" => &[
            ("à déclaré", "a déclaré"),
            ("à annoncé", "a annoncé"),
            ("à indiqué", "a indiqué"),
            ("à été", "a été"),
            ("à souligné", "a souligné"),
            ("à ouvert", "a ouvert"),
            ("à signé", "a signé"),
            ("a rappeler", "a rappelé"),
            ("a déclarer", "a déclaré"),
            ("a annoncer", "a annoncé"),
            ("a expliquer", "a expliqué"),
            ("a indiquer", "a indiqué"),
            ("a souligner", "a souligné"),
            ("a préciser", "a précisé"),
            ("a ajouter", "a ajouté"),
            ("a décider", "a décidé"),
            ("a signer", "a signé"),
            ("a lancer", "a lancé"),
            ("a inaugurer", "a inauguré"),
            ("a présenter", "a présenté"),
            ("sa va", "ça va"),
            ("ont été crée", "ont été créés"),
            ("à fin de", "afin de"),
            ("parmis les", "parmi les"),
            ("c’est à dire", "c’est-à-dire"),
        ],
        "de" => &[
            ("seid montag", "seit Montag"),
            ("seid jahren", "seit Jahren"),
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
            ("a declarado", "ha declarado"),
            ("a anunciado", "ha anunciado"),
            ("a inaugurado", "ha inaugurado"),
            ("han habido", "ha habido"),
            ("con migo", "conmigo"),
        ],
        "ru" => &[
            ("в течении года", "в течение года"),
            ("в течении месяца", "в течение месяца"),
            ("в течении недели", "в течение недели"),
            ("в течении дня", "в течение дня"),
            ("в течении двух", "в течение двух"),
            ("в течении трёх", "в течение трёх"),
            ("не смотря на", "несмотря на"),
            ("по приезду", "по приезде"),
            ("по прибытию", "по прибытии"),
            ("в виду того", "ввиду того"),
            ("в заключении отметил", "в заключение отметил"),
        ],
        _ => &[],
    }
}

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let phrases = phrases(block.primary());
    for at in 0..block.tokens.len() {
        if block.tokens[at].kind != Kind::Word {
            continue;
        }
        let first = block.lower(at);
        for (wrong, right) in phrases.iter().filter(|(wrong, _)| wrong.starts_with(&*first)) {
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

/// "more then" compares where a number follows, and "could of" is no "could of course".
fn is_meant(block: &Block, end: usize, phrase: &str) -> bool {
    let next = block.tokens.get(end + 1);
    match phrase.rsplit(' ').next() {
        Some("then") => {
            next.is_some_and(|next| next.kind == Kind::Number || next.sense.is(Class::Number))
        }
        Some("of") => block.lower(end + 1) != "course",
        _ => true,
    }
}
