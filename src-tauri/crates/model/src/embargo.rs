//! The embargo: one instant with the zone it was agreed in.

use crate::{Sentence, say, tells_its_sentence};
use chrono::{DateTime, LocalResult, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Until this instant a text may not be used. The zone is the one in which it was agreed and is
/// shown; every mention derives from this one value, so that no conversion is made twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Embargo {
    /// The instant.
    pub until: DateTime<Utc>,
    /// The zone, an IANA name such as `Asia/Bishkek`.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub zone: Tz,
}

/// A local time that is no instant yet. The editor must decide.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmbargoError {
    /// Clocks jump over it.
    NeverHappens {
        /// The time on the clock.
        local: NaiveDateTime,
        /// Where the clock hangs.
        zone: Tz,
    },
    /// Clocks pass it twice.
    HappensTwice {
        /// The earlier reading.
        first: Embargo,
        /// The later reading.
        second: Embargo,
    },
    /// Not a time at all.
    Unreadable(String),
}

/// How a time on a clock is written here, and how an instant is.
const CLOCK: &str = "%Y-%m-%d %H:%M";
const WITH_OFFSET: &str = "%Y-%m-%dT%H:%M%:z";

/// The longest change of a clock that there is, in minutes: an island that moves over the date line.
const LONGEST_CHANGE: i64 = 25 * 60;

tells_its_sentence!(EmbargoError);

impl EmbargoError {
    /// What to tell whoever typed it.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::NeverHappens { local, zone } => say!(
                "{local} does not exist in {zone}: the clocks are put forward over it. Choose a time before or after the change.",
                local = local.format(CLOCK).to_string(),
                zone = zone.name()
            ),
            Self::HappensTwice { first, second } => say!(
                "{local} happens twice in {zone}, because the clocks are put back: once at {first} and once at {second}. Write the one that you mean, offset included.",
                local = first.local().format(CLOCK).to_string(),
                zone = first.zone.name(),
                first = first.local().format(WITH_OFFSET).to_string(),
                second = second.local().format(WITH_OFFSET).to_string()
            ),
            Self::Unreadable(text) => say!(
                "“{text}” is no embargo. Write it as 2018-10-11 00:01 Asia/Bishkek, with the zone, or as an instant such as 2018-10-11T00:01:00+06:00 Asia/Bishkek.",
                text
            ),
        }
    }

    /// What may be meant, the earlier first: both readings of a time that clocks pass twice, or the
    /// last minute before and the first after the time that they jump over.
    pub fn choices(&self) -> Vec<Embargo> {
        match self {
            Self::HappensTwice { first, second } => vec![*first, *second],
            Self::NeverHappens { local, zone } => {
                let near = |step: i64| {
                    let minutes = (1..=LONGEST_CHANGE).map(|n| TimeDelta::minutes(n * step));
                    let mut times = minutes.filter_map(|by| local.checked_add_signed(by));
                    times.find_map(|time| zone.from_local_datetime(&time).latest())
                };
                [near(-1), near(1)].into_iter().flatten().map(Embargo::from).collect()
            }
            Self::Unreadable(_) => Vec::new(),
        }
    }
}

impl From<DateTime<Tz>> for Embargo {
    fn from(at: DateTime<Tz>) -> Self {
        Self { until: at.to_utc(), zone: at.timezone() }
    }
}

impl Embargo {
    /// An embargo at a local time in a zone, if that names exactly one instant.
    ///
    /// # Errors
    /// When a clock change makes the local time impossible or ambiguous.
    pub fn at(local: NaiveDateTime, zone: Tz) -> Result<Self, EmbargoError> {
        match zone.from_local_datetime(&local) {
            LocalResult::Single(at) => Ok(at.into()),
            LocalResult::None => Err(EmbargoError::NeverHappens { local, zone }),
            LocalResult::Ambiguous(first, second) => {
                Err(EmbargoError::HappensTwice { first: first.into(), second: second.into() })
            }
        }
    }

    /// Reads `2018-10-11 00:01 Asia/Bishkek`, `2018-10-11T00:01+06:00 Asia/Bishkek`, or, in `zone`,
    /// the same without the name.
    ///
    /// # Errors
    /// When it is no time, or no single instant.
    pub fn parse(text: &str, zone: Tz) -> Result<Self, EmbargoError> {
        let text = text.trim();
        let unreadable = || EmbargoError::Unreadable(text.to_owned());
        let (time, zone) = match text.rsplit_once(' ') {
            Some((time, name)) if name.parse::<Tz>().is_ok() => {
                (time.trim(), name.parse().map_err(|_| unreadable())?)
            }
            _ => (text, zone),
        };
        for form in ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%dT%H:%M:%S%:z", "%Y-%m-%d %H:%M%:z"] {
            if let Ok(at) = DateTime::parse_from_str(time, form) {
                return Ok(Self { until: at.to_utc(), zone });
            }
        }
        if let Ok(at) = time.parse::<DateTime<Utc>>() {
            return Ok(Self { until: at, zone });
        }
        for form in ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"] {
            if let Ok(local) = NaiveDateTime::parse_from_str(time, form) {
                return Self::at(local, zone);
            }
        }
        Err(unreadable())
    }

    /// The local time in the embargo's own zone.
    pub fn local(&self) -> DateTime<Tz> {
        self.until.with_timezone(&self.zone)
    }

    /// Whether the text may not be used yet.
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        now < self.until
    }

    /// The zone as readers need it: its city and its offset on that day, e.g. `Bishkek, UTC+6`.
    pub fn zone_words(&self) -> String {
        let seconds = self.local().offset().fix().local_minus_utc();
        let (sign, minutes) = (if seconds < 0 { '−' } else { '+' }, seconds.abs() / 60);
        let offset = match (minutes / 60, minutes % 60) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
        };
        let name = self.zone.name();
        match name.rsplit_once('/') {
            Some((area, city)) if area != "Etc" => format!("{}, {offset}", city.replace('_', " ")),
            _ => offset,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Embargo, EmbargoError> {
        Embargo::parse(text, Tz::Europe__London)
    }

    #[test]
    fn one_instant_keeps_its_zone() {
        let embargo = parse("2018-10-11 00:01 Asia/Bishkek").unwrap();
        assert_eq!(embargo.until.to_rfc3339(), "2018-10-10T18:01:00+00:00");
        assert_eq!(embargo.zone_words(), "Bishkek, UTC+6");
        assert_eq!(parse("2018-10-11T00:01+06:00 Asia/Bishkek").unwrap(), embargo);
        assert!(embargo.holds("2018-10-10T18:00:59Z".parse().unwrap()));
        assert!(!embargo.holds("2018-10-10T18:01:00Z".parse().unwrap()));
    }

    #[test]
    fn eighteen_hundred_in_london_depends_on_the_season() {
        assert_eq!(parse("2024-07-01 18:00").unwrap().zone_words(), "London, UTC+1");
        assert_eq!(parse("2024-12-01 18:00").unwrap().zone_words(), "London, UTC");
    }

    #[test]
    fn clock_changes_are_the_editor_s_to_resolve() {
        assert!(matches!(parse("2024-03-31 01:30"), Err(EmbargoError::NeverHappens { .. })));
        let twice = parse("2024-10-27 01:30").unwrap_err();
        let said = twice.to_string();
        assert!(said.starts_with("2024-10-27 01:30 happens twice in Europe/London"), "{said}");
        let (_, second) = said.split_once(" and once at ").unwrap();
        let resolved = parse(second.split_once(". ").unwrap().0).unwrap();
        assert_eq!(resolved.until.to_rfc3339(), "2024-10-27T01:30:00+00:00");
    }

    #[test]
    fn what_may_be_meant_is_proposed() {
        let choices = |text| {
            let choices = parse(text).unwrap_err().choices();
            choices.iter().map(|one| one.local().to_rfc3339()).collect::<Vec<_>>()
        };
        assert_eq!(
            choices("2024-10-27 01:30"),
            ["2024-10-27T01:30:00+01:00", "2024-10-27T01:30:00+00:00"]
        );
        assert_eq!(
            choices("2024-03-31 01:30"),
            ["2024-03-31T00:59:00+00:00", "2024-03-31T02:00:00+01:00"]
        );
        // Samoa slept over a whole day.
        assert_eq!(
            choices("2011-12-30 12:00 Pacific/Apia"),
            ["2011-12-29T23:59:00-10:00", "2011-12-31T00:00:00+14:00"]
        );
        assert!(choices("next Thursday").is_empty());
    }

    #[test]
    fn nonsense_is_refused_with_an_example() {
        assert!(matches!(parse("next Thursday"), Err(EmbargoError::Unreadable(_))));
    }
}
