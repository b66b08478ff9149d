//! Whatever the program can say, it can say in every language: the sentences are collected from the
//! sources and from the rules, and held against the catalogues.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use dateline_check::{Family, rules};
use dateline_tongues::{Entry, French, Russian};

/// Every English template, by the file that says it.
fn templates() -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    collect(&sources.join("src"), &mut said);
    collect(&sources.join("crates"), &mut said);
    let rules = rules().iter().flat_map(|rule| {
        let settings = rule.settings.iter().map(|setting| setting.what);
        [rule.what, rule.why].into_iter().chain(settings).map(move |text| (text, rule.id))
    });
    let families = Family::ALL.into_iter().map(|family| (family.title(), "families"));
    said.extend(rules.chain(families).map(|(text, by)| (text.to_owned(), by.to_owned())));
    said.retain(|template, _| !words_of(template).trim().is_empty());
    said
}

/// What a template says beside its places, and the forms of words that it chooses.
fn words_of(template: &str) -> String {
    let mut parts = template.split('{');
    let before = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once('}')).fold(before, |words, (place, after)| {
        words + place.split_once('|').map_or("", |(_, forms)| forms) + after
    })
}

fn collect(folder: &Path, said: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the sources are there").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "tests" && name != "benches" && name != "examples" {
            collect(&path, said);
        } else if path.extension().is_some_and(|ending| ending == "rs") && name != "tests.rs" {
            let source = fs::read_to_string(&path).expect("a source is text");
            // What tests say nobody hears.
            let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            for template in said_in(source) {
                said.insert(template, path.display().to_string());
            }
        }
    }
}

/// The templates of `say!` and of tables in a source.
fn said_in(source: &str) -> impl Iterator<Item = String> {
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect();
    let calls: Vec<String> = ["say!(", "Sentence::of("]
        .iter()
        .flat_map(|opening| code.split(opening).skip(1))
        .map(|call| call.trim_start().to_owned())
        .collect();
    calls.into_iter().filter_map(|call| call.strip_prefix('"').map(literal))
}

/// A string literal up to its end, as the compiler reads it.
fn literal(source: &str) -> String {
    let mut text = String::new();
    let mut signs = source.chars().peekable();
    while let Some(sign) = signs.next().filter(|sign| *sign != '"') {
        text.push(match sign {
            '\\' => match signs.next() {
                Some('\n') => {
                    while signs.next_if(|sign| sign.is_whitespace()).is_some() {}
                    continue;
                }
                Some('n') => '\n',
                other => other.unwrap_or('\\'),
            },
            sign => sign,
        });
    }
    text
}

/// The places of a template, and with how many forms each chooses.
fn places(template: &str) -> BTreeMap<&str, BTreeSet<usize>> {
    let mut places: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for place in template.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)) {
        let mut forms = place.split('|');
        let name = forms.next().unwrap_or_default();
        let forms = forms.count();
        let chosen = places.entry(name).or_default();
        if forms > 0 {
            chosen.insert(forms);
        }
    }
    places
}

/// What is wrong with a catalogue, a line for each.
fn faults(entries: Vec<Entry>, forms: usize) -> Vec<String> {
    let said = templates();
    let mut faults = Vec::new();
    let mut known = BTreeSet::new();
    for Entry { english, translation } in &entries {
        if !known.insert(english.as_str()) {
            faults.push(format!("twice: {english}"));
        }
        if !said.contains_key(english) {
            faults.push(format!("nobody says: {english}"));
        }
        let (own, there) = (places(english), places(translation));
        if own.keys().ne(there.keys()) {
            faults.push(format!("other places: {english} – {translation}"));
        }
        if there.values().flatten().any(|chosen| *chosen != forms) {
            faults.push(format!("wants {forms} forms: {translation}"));
        }
    }
    let missing = said.iter().filter(|(english, _)| !known.contains(english.as_str()));
    faults.extend(missing.map(|(english, by)| format!("missing ({by}): {english}")));
    faults
}

#[test]
fn french_says_everything() {
    assert_eq!(faults(French::entries().collect(), 2), Vec::<String>::new());
}

#[test]
fn russian_says_everything() {
    assert_eq!(faults(Russian::entries().collect(), 3), Vec::<String>::new());
}

#[test]
fn french_is_set_with_spaces_that_do_not_break() {
    for Entry { translation, .. } in French::entries() {
        for torn in [" ;", " !", " ?", " :", " »", "« ", "\u{202f}»", "«\u{202f}", "'"] {
            assert!(!translation.contains(torn), "“{torn}” in {translation}");
        }
    }
}

#[test]
fn neither_quotes_in_english() {
    // Rules show English texts; there the marks are part of what is shown.
    let shown: BTreeSet<&str> = rules().iter().flat_map(|rule| [rule.what, rule.why]).collect();
    for Entry { english, translation } in French::entries().chain(Russian::entries()) {
        let own = !shown.contains(english.as_str());
        assert!(!own || !translation.contains(['“', '”']), "{translation}");
    }
}
