//! What the program says to people: an English sentence with places that are filled, so that it can
//! be said in other languages as well.
//!
//! The English template is the name of a sentence, as in gettext. [`say!`](crate::say) makes one;
//! [`Display`](fmt::Display) says it in English, which is what the command line, files and tests
//! read. Whoever speaks to people in another language lends a [`Tongue`], and everything that is
//! serialised while it is [lent](speaking) is said in it.

use std::{
    cell::Cell,
    fmt, io,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Makes a [`Sentence`], as `format!` makes a string: `say!("{file} is empty.", file)`, or
/// `say!("{count} words are enough.", count = limit + 1)`. A place without a value, or a value
/// without a place, does not compile. `{count|word|words}` chooses a word by a number.
#[macro_export]
macro_rules! say {
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
    ($template:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        const {
            assert!(
                $crate::places_are_filled($template, NAMES),
                "the places of the sentence are not those that are filled"
            );
        }
        $crate::Sentence::filled(
            $template,
            NAMES,
            vec![$($crate::Fill::fill(&$crate::say!(@value $name $($value)?))),*],
        )
    }};
}

/// Has errors say in English what they say as a [`Sentence`].
#[macro_export]
macro_rules! tells_its_sentence {
    ($($error:ty),+ $(,)?) => {
        $(impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.sentence(), f)
            }
        })+
    };
}

/// Something that the program says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct Sentence {
    template: &'static str,
    names: &'static [&'static str],
    values: Vec<Value>,
}

/// What fills a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words that are nobody's to translate: names, file names, quoted text.
    Text(Box<str>),
    /// A number, by which a language chooses the form of a word.
    Number(i64),
    /// A figure that may have decimals.
    Figure(Box<str>),
    /// A day; English writes it as ISO 8601 does.
    Day(NaiveDate),
    /// Words that the program says itself.
    Said(Box<Sentence>),
    /// Things that are told one after the other: "a place, a date and a body".
    All(Vec<Sentence>),
    /// Parts with a sign between them.
    Joined(Vec<Sentence>, &'static str),
}

impl Sentence {
    /// A sentence without places that stands in a table, such as the reason for a rule.
    pub const fn of(template: &'static str) -> Self {
        Self { template, names: &[], values: Vec::new() }
    }

    /// Words that somebody else wrote, such as the message of a pattern in the house style. They
    /// are the same in every language.
    pub fn verbatim(words: impl Into<Box<str>>) -> Self {
        Self { template: "{words}", names: &["words"], values: vec![Value::Text(words.into())] }
    }

    /// Several sentences or parts of one, with something that is the same in every language between
    /// them: a space, a comma, a new line.
    pub fn joined(parts: Vec<Self>, between: &'static str) -> Self {
        let values = vec![Value::Joined(parts, between)];
        Self { template: "{parts}", names: &["parts"], values }
    }

    #[doc(hidden)]
    pub fn filled(
        template: &'static str,
        names: &'static [&'static str],
        values: Vec<Value>,
    ) -> Self {
        Self { template, names, values }
    }

    /// The sentence in a language.
    pub fn within<'a>(&'a self, tongue: &'a dyn Tongue) -> impl fmt::Display + 'a {
        struct Within<'a>(&'a Sentence, &'a dyn Tongue);
        impl fmt::Display for Within<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.write(f, self.1)
            }
        }
        Within(self, tongue)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, tongue: &dyn Tongue) -> fmt::Result {
        let mut rest = tongue.template(self.template).unwrap_or(self.template);
        while let Some((words, (place, after))) =
            rest.split_once('{').and_then(|(words, from)| Some((words, from.split_once('}')?)))
        {
            f.write_str(words)?;
            let mut forms = place.split('|');
            let name = forms.next().unwrap_or_default();
            let value = self.names.iter().position(|known| *known == name);
            match (value.and_then(|at| self.values.get(at)), forms.clone().next()) {
                (Some(Value::Number(number)), Some(first)) => {
                    let form = tongue.form(number.unsigned_abs());
                    f.write_str(forms.nth(form).unwrap_or(first))?;
                }
                (Some(value), _) => value.write(f, tongue)?,
                // A brace that is no place: a rule that shows what templates look like.
                (None, _) => write!(f, "{{{place}}}")?,
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

impl Value {
    fn write(&self, f: &mut fmt::Formatter<'_>, tongue: &dyn Tongue) -> fmt::Result {
        match self {
            Self::Text(words) => f.write_str(words),
            Self::Number(number) => write!(f, "{number}"),
            Self::Figure(figure) => f.write_str(&figure.replace('.', tongue.point())),
            Self::Day(day) => f.write_str(&tongue.day(*day)),
            Self::Said(sentence) => sentence.write(f, tongue),
            Self::Joined(parts, between) => {
                for (at, part) in parts.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { between })?;
                    part.write(f, tongue)?;
                }
                Ok(())
            }
            Self::All(things) => {
                for (at, thing) in things.iter().enumerate() {
                    match at {
                        0 => {}
                        _ if at + 1 == things.len() => write!(f, " {} ", tongue.and())?,
                        _ => f.write_str(", ")?,
                    }
                    thing.write(f, tongue)?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, &English)
    }
}

/// A sentence equals what it says in English.
impl PartialEq<&str> for Sentence {
    fn eq(&self, english: &&str) -> bool {
        /// What is still to be said.
        struct Rest<'a>(&'a str);
        impl fmt::Write for Rest<'_> {
            fn write_str(&mut self, words: &str) -> fmt::Result {
                self.0 = self.0.strip_prefix(words).ok_or(fmt::Error)?;
                Ok(())
            }
        }
        let mut rest = Rest(english);
        fmt::write(&mut rest, format_args!("{self}")).is_ok() && rest.0.is_empty()
    }
}

/// What can fill a place.
pub trait Fill {
    /// It, as a value.
    fn fill(&self) -> Value;
}

macro_rules! filled_by {
    ($($type:ty),+ => $how:expr) => {
        $(impl Fill for $type {
            fn fill(&self) -> Value {
                let how: fn(&$type) -> Value = $how;
                how(self)
            }
        })+
    };
}

filled_by!(str, String => |words| Value::Text(AsRef::<str>::as_ref(words).into()));
filled_by!(Box<str> => |words| Value::Text(words.clone()));
filled_by!(std::borrow::Cow<'_, str> => |words| Value::Text((**words).into()));
filled_by!(char => |sign| Value::Text(sign.to_string().into()));
filled_by!(i64 => |number| Value::Number(*number));
filled_by!(i32, u32, u16, u8 => |number| Value::Number((*number).into()));
// No count of anything in a text is larger.
filled_by!(usize, u64 => |number| Value::Number(i64::try_from(*number).unwrap_or(i64::MAX)));
filled_by!(f64 => |figure| Value::Figure(rounded(*figure).into()));
filled_by!(NaiveDate => |day| Value::Day(*day));
filled_by!(Path, PathBuf => |path| Value::Text(path.display().to_string().into()));
filled_by!(io::Error => |error| Value::Text(error.to_string().into()));
filled_by!(Sentence => |sentence| Value::Said(Box::new(sentence.clone())));
filled_by!(Vec<Sentence> => |things| Value::All(things.clone()));

/// A figure with six decimals at most: a sum of decimals is a little beside itself (12.6 comes out as
/// 12.600000000000001), and no text gives more.
fn rounded(figure: f64) -> String {
    format!("{figure:.6}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl<T: Fill + ?Sized> Fill for &T {
    fn fill(&self) -> Value {
        (**self).fill()
    }
}

/// A language in which the program speaks.
///
/// A template in it has the places of the English one, in any order. `{count|word|words}` chooses a
/// form of words by a number.
pub trait Tongue: Sync {
    /// What stands for an English template; `None` leaves the English.
    fn template(&self, english: &str) -> Option<&str>;

    /// Which form of a word goes with a number, from 0.
    fn form(&self, number: u64) -> usize;

    /// What stands before the last of several things.
    fn and(&self) -> &'static str;

    /// The mark before decimals.
    fn point(&self) -> &'static str;

    /// A day.
    fn day(&self, day: NaiveDate) -> String;
}

/// The language that every sentence is written in.
#[derive(Clone, Copy, Debug)]
pub struct English;

impl Tongue for English {
    fn template(&self, _english: &str) -> Option<&str> {
        None
    }

    fn form(&self, number: u64) -> usize {
        usize::from(number != 1)
    }

    fn and(&self) -> &'static str {
        "and"
    }

    fn point(&self) -> &'static str {
        "."
    }

    fn day(&self, day: NaiveDate) -> String {
        day.to_string()
    }
}

thread_local! {
    static LENT: Cell<&'static dyn Tongue> = const { Cell::new(&English) };
}

/// Does some work in which sentences are serialised in that language instead of in English.
pub fn speaking<T>(tongue: &'static dyn Tongue, work: impl FnOnce() -> T) -> T {
    /// Gives the language back, also when the work panics.
    struct Back(&'static dyn Tongue);
    impl Drop for Back {
        fn drop(&mut self) {
            LENT.set(self.0);
        }
    }
    let _back = Back(LENT.replace(tongue));
    work()
}

impl Serialize for Sentence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.within(LENT.get()))
    }
}

/// What was serialised comes back as the words that it was.
impl<'de> Deserialize<'de> for Sentence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::verbatim)
    }
}

/// Whether the places of a template are exactly those names; for [`say!`](crate::say).
#[doc(hidden)]
pub const fn places_are_filled(template: &str, names: &[&str]) -> bool {
    let template = template.as_bytes();
    let mut name = 0;
    while name < names.len() {
        if !has_place(template, names[name].as_bytes()) {
            return false;
        }
        name += 1;
    }
    let mut at = 0;
    while at < template.len() {
        if template[at] == b'{' {
            let mut name = 0;
            while name < names.len() && !is_place(template, at, names[name].as_bytes()) {
                name += 1;
            }
            if name == names.len() {
                return false;
            }
        }
        at += 1;
    }
    true
}

const fn has_place(template: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while at < template.len() {
        if template[at] == b'{' && is_place(template, at, name) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether `{name}`, or `{name|` with forms of words, stands at that byte.
const fn is_place(template: &[u8], at: usize, name: &[u8]) -> bool {
    let end = at + 1 + name.len();
    if end >= template.len() || (template[end] != b'}' && template[end] != b'|') {
        return false;
    }
    let mut letter = 0;
    while letter < name.len() {
        if template[at + 1 + letter] != name[letter] {
            return false;
        }
        letter += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A language for the tests, with the plural forms of Russian.
    struct Russian;

    impl Tongue for Russian {
        fn template(&self, english: &str) -> Option<&str> {
            Some(match english {
                "“{file}” has {words} words." => {
                    "В файле «{file}» {words} {words|слово|слова|слов}."
                }
                "It lacks {what}." => "Не хватает: {what}.",
                "a place" => "места",
                "a date" => "даты",
                "a body" => "текста",
                _ => return None,
            })
        }

        fn form(&self, number: u64) -> usize {
            match (number % 10, number % 100) {
                (1, rest) if rest != 11 => 0,
                (2..=4, rest) if !(12..=14).contains(&rest) => 1,
                _ => 2,
            }
        }

        fn and(&self) -> &'static str {
            "и"
        }

        fn point(&self) -> &'static str {
            ","
        }

        fn day(&self, day: NaiveDate) -> String {
            day.format("%d.%m.%Y").to_string()
        }
    }

    fn in_russian(sentence: &Sentence) -> String {
        sentence.within(&Russian).to_string()
    }

    #[test]
    fn english_reads_as_it_is_written_and_others_choose_their_forms() {
        let said = |words: usize| say!("“{file}” has {words} words.", file = "порт.txt", words);
        assert_eq!(said(2).to_string(), "“порт.txt” has 2 words.");
        assert_eq!(in_russian(&said(1)), "В файле «порт.txt» 1 слово.");
        assert_eq!(in_russian(&said(3)), "В файле «порт.txt» 3 слова.");
        assert_eq!(in_russian(&said(12)), "В файле «порт.txt» 12 слов.");
    }

    #[test]
    fn english_chooses_its_forms_as_well() {
        let said = |n: usize| say!("{n} {n|picture|pictures}", n).to_string();
        assert_eq!([0, 1, 2].map(said), ["0 pictures", "1 picture", "2 pictures"]);
    }

    #[test]
    fn a_sum_of_decimals_is_said_as_people_write_it() {
        let said = |sum: f64| say!("They add up to {sum}.", sum).to_string();
        assert_eq!(said([4.2; 3].iter().sum()), "They add up to 12.6.");
        assert_eq!(said(1200.0), "They add up to 1200.");
        assert_eq!(in_russian(&say!("{sum} m", sum = 0.1 + 0.2)), "0,3 m");
    }

    #[test]
    fn things_are_listed_as_they_are_spoken() {
        let what = vec![say!("a place"), say!("a date"), say!("a body")];
        let lacks = say!("It lacks {what}.", what);
        assert_eq!(lacks.to_string(), "It lacks a place, a date and a body.");
        assert_eq!(in_russian(&lacks), "Не хватает: места, даты и текста.");
    }

    #[test]
    fn what_others_wrote_stays_and_what_is_unknown_is_english() {
        assert_eq!(in_russian(&Sentence::verbatim("Say {use}.")), "Say {use}.");
        assert_eq!(in_russian(&say!("One space is enough.")), "One space is enough.");
        assert_eq!(Sentence::of("Gaps: {{name}}, {.").to_string(), "Gaps: {{name}}, {.");
    }

    #[test]
    fn what_is_serialised_speaks_the_language_that_is_lent() {
        let place = say!("a place");
        let json = || serde_json::to_string(&place).unwrap();
        assert_eq!(json(), "\"a place\"");
        assert_eq!(speaking(&Russian, json), "\"места\"");
        assert!(std::panic::catch_unwind(|| speaking(&Russian, || panic!("on purpose"))).is_err());
        assert_eq!(json(), "\"a place\"");
    }
}
