//! How near two spellings are, and whether they can be one name.

use crate::reading::lower;

/// Whether one word becomes the other by at most `most` steps: a letter added, left out, changed,
/// or two neighbours exchanged. Words longer than 64 letters are near to none but themselves.
pub(crate) fn within(a: &str, b: &str, most: usize) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most || a.len().max(b.len()) > 64 {
        return false;
    }
    let width = b.len() + 1;
    let mut rows = vec![0; width * (a.len() + 1)];
    for (j, cell) in rows[..width].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        rows[i * width] = i;
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut steps = (rows[(i - 1) * width + j] + 1)
                .min(rows[i * width + j - 1] + 1)
                .min(rows[(i - 1) * width + j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                steps = steps.min(rows[(i - 2) * width + j - 2] + 1);
            }
            rows[i * width + j] = steps;
        }
    }
    rows[width * (a.len() + 1) - 1] <= most
}

/// Whether two words are spellings of one name and no forms of one word.
pub(crate) fn same_name(a: &str, b: &str, surname: bool, language: &str) -> bool {
    let (a, b) = (plain(&lower(a)), plain(&lower(b)));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let length = short.chars().count();
    if a == b || length < 4 || is_inflection(short, long, language) {
        return false;
    }
    let shared = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    // Given names that differ in their gender alone: Mario and Maria, Anton and Antonia.
    let gender = !surname
        && shared + 1 >= length
        && matches!(language, "en" | "es" | "fr" | "de")
        && short.ends_with(['a', 'o', 'e', 'n'])
        && !long.ends_with('h');
    let most = if length >= 9 { 2 } else { 1 };
    let same_start = shared > 0 || alike_start(short, long) || length >= 8 && a_or_o(short, long);
    !gender && same_start && (within(&a, &b, most) || sounds(&a) == sounds(&b))
}

/// Whether two surnames behind one given name are one: no word of the language stands there, so
/// that what looks like an ending is a slip as well, but for the genitive and the name of a woman.
pub(crate) fn same_surname(a: &str, b: &str, language: &str) -> bool {
    if language == "ru" {
        return same_name(a, b, true, language);
    }
    let (small_a, small_b) = (lower(a), lower(b));
    let (short, long) = match small_a.len() <= small_b.len() {
        true => (small_a.as_ref(), small_b.as_ref()),
        false => (small_b.as_ref(), small_a.as_ref()),
    };
    let tail = long.strip_prefix(short).unwrap_or_default();
    // "Central Asia" and "Central Asian" are two words.
    let form = matches!(tail, "s" | "a" | "ova" | "’" | "'") || long.ends_with("an") && tail == "n";
    short != long
        && short.chars().count() >= 4
        && !form
        && (plain(short) == plain(long)
            || same_name(a, b, true, language)
            || short.chars().next() == long.chars().next()
                && within(&plain(short), &plain(long), 1))
}

/// Whether two names are one in two transliterations: Milošević and Milosewitsch, Etxeberria and
/// Echeverría.
pub(crate) fn is_transliteration(a: &str, b: &str) -> bool {
    let form = a.starts_with(b) || b.starts_with(a);
    !form && a.chars().count().min(b.chars().count()) >= 5 && heard(a) == heard(b)
}

/// A name as it is heard, over the spellings of Latin alphabets.
fn heard(word: &str) -> String {
    let mut word = plain(&lower(word));
    let sounds = [
        ("tsch", "c"),
        ("tch", "c"),
        ("tx", "c"),
        ("sch", "s"),
        ("sh", "s"),
        ("ch", "c"),
        ("ph", "f"),
        ("ou", "u"),
        ("w", "v"),
        ("b", "v"),
        ("ks", "x"),
        ("y", "i"),
        ("j", "i"),
    ];
    for (written, sound) in sounds {
        if word.contains(written) {
            word = word.replace(written, sound);
        }
    }
    let mut heard = String::new();
    for c in word.strip_suffix('e').unwrap_or(&word).chars() {
        if !heard.ends_with(c) {
            heard.push(c);
        }
    }
    heard
}

/// Latin letters without their accents: Kamieński and Kamienski are one name.
pub(crate) fn plain(word: &str) -> String {
    let bare = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' | 'ľ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    };
    word.chars().map(bare).collect()
}

/// "Oleksandr" and "Aleksandr": one given name in two of its languages.
fn a_or_o(a: &str, b: &str) -> bool {
    let rest = |word: &str| word.chars().skip(1).collect::<String>();
    a.starts_with(['a', 'o']) && b.starts_with(['a', 'o']) && rest(a) == rest(b)
}

/// "Helena" and "Elena", "Yuri" and "Iouri".
fn alike_start(a: &str, b: &str) -> bool {
    let first = |word: &str| word.chars().next();
    matches!(
        (first(a), first(b)),
        (Some('h'), _)
            | (_, Some('h'))
            | (Some('y' | 'i' | 'j'), Some('y' | 'i' | 'j'))
            | (Some('c' | 'k'), Some('c' | 'k'))
    )
}

/// A word as it sounds across transliterations: Yury and Yuri, Stefan and Stephan.
pub(crate) fn sounds(word: &str) -> String {
    let word = word
        .replace("ph", "f")
        .replace("kh", "h")
        .replace("ou", "u")
        .replace("ks", "x")
        .replace("ia", "ya")
        .replace("ья", "ия");
    let mut sound = String::new();
    for c in word.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'w' => 'v',
            'c' => 'k',
            'ё' => 'е',
            c => c,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}

/// Whether one is the other with an ending: plural, adjective, case.
fn is_inflection(short: &str, long: &str, language: &str) -> bool {
    let shared = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    let (rest_short, rest_long) = (short.chars().count() - shared, long.chars().count() - shared);
    match language {
        // Russian endings are long and change the last letters of the stem.
        "ru" => {
            // "Воронцев" and "Воронцов" end alike and are no cases of one name.
            let ends = |end: &&str| short.ends_with(*end) && long.ends_with(*end);
            // So do "Тимофеев" and "Тимофев".
            let either = |end: &&str| short.ends_with(*end) || long.ends_with(*end);
            let surname = ["ов", "ев"].iter().all(either)
                || ["ин", "ын"].iter().all(either)
                || short.chars().count() >= 6 && ["ев", "ов", "ин", "ский"].iter().any(ends);
            rest_short <= 2
                && rest_long <= 3
                && !surname
                && !(short.ends_with("ья") || long.ends_with("ия"))
        }
        "de" => rest_short == 0 && rest_long <= 2,
        _ => {
            let tail: String = long.chars().skip(shared).collect();
            rest_short == 0
                && matches!(
                    tail.as_str(),
                    "s" | "n"
                        | "an"
                        | "ian"
                        | "es"
                        | "er"
                        | "ers"
                        | "’s"
                        | "'s"
                        | "i"
                        | "e"
                        | "a"
                        | "d"
                        | "y"
                        | "en"
                )
                || rest_short <= 1
                    && rest_long <= 1
                    && matches!(
                        (short.chars().last(), long.chars().last()),
                        (Some('a' | 'o' | 'e' | 's' | 'n'), Some('a' | 'o' | 'e' | 's' | 'n'))
                    )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted() {
        assert!(within("vestmark", "vestmrak", 1));
        assert!(within("yuri", "yury", 1));
        assert!(!within("yuri", "yurek", 1));
        assert!(within("yuri", "yurek", 2));
        assert!(!within("", "abc", 2));
    }

    #[test]
    fn spellings_are_told_from_inflections_and_other_names() {
        assert!(same_name("Yury", "Yuri", false, "en"));
        assert!(same_name("Stefan", "Stephan", false, "de"));
        assert!(!same_name("Mario", "Maria", false, "es"));
        assert!(!same_name("Kyrgyz", "Kyrgyzs", true, "en"));
        assert!(!same_name("Сидорова", "Сидоров", true, "ru"));
        assert!(same_name("Тимофеев", "Тимофев", true, "ru"));
        assert!(!same_name("Berg", "Dahl", true, "en"));
        assert!(is_transliteration("Milošević", "Milosewitsch"));
        assert!(is_transliteration("Etxeberria", "Echeverría"));
        assert!(!is_transliteration("Petersen", "Paterson"));
    }
}
