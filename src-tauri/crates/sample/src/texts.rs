//! The releases of the sample: their texts, which stand in `data/`, and how far each has come.

use chrono::Days;

/// A release of the sample.
pub(crate) struct Text {
    /// Its file in `data/`.
    pub(crate) name: &'static str,
    /// Markdown with front matter, as any office could import it.
    pub(crate) markdown: &'static str,
    pub(crate) course: Course,
}

/// How far a release has come.
pub(crate) enum Course {
    /// Approved and sent out on the day that it is dated.
    Released,
    /// Sent out like that, as an edition in another language of the release with that reference
    /// number.
    Edition(&'static str),
    /// A correction of the release with that reference number; what it puts right.
    Correction(&'static str, &'static str),
    /// Sent out, and taken back for that reason.
    Withdrawn(&'static str),
    /// Approved on the day that the desk is made, which it is dated; planned to go out the next
    /// morning.
    Approved,
    /// Approved, dated that many days later, and under embargo until that morning.
    Embargoed(Days),
    /// Waiting for a second pair of eyes, dated the day that the desk is made.
    Review,
    /// Being written.
    Draft,
    /// Thrown away.
    Trashed,
}

macro_rules! text {
    ($name:literal, $course:expr) => {
        Text { name: $name, markdown: include_str!(concat!("../data/", $name)), course: $course }
    };
}

/// Every release, in the order in which they were written.
pub(crate) const TEXTS: &[Text] = &[
    text!("01-barge-sella.md", Course::Released),
    text!("02-dredging-begins.md", Course::Released),
    text!("03-swing-bridge.md", Course::Released),
    text!("04-half-year.md", Course::Released),
    text!(
        "05-sunday-terminal.md",
        Course::Withdrawn(
            "The ferry operator had not agreed to the timetable. A new announcement will follow."
        )
    ),
    text!("06-shore-power.md", Course::Released),
    text!("07-third-quarter.md", Course::Released),
    text!(
        "08-correction.md",
        Course::Correction(
            "2026/112",
            "Corrects the weight of containers in the first paragraph: 1.6 million tonnes, not \
             1.9 million."
        )
    ),
    text!("09-media-day.md", Course::Released),
    text!("10-dredging-completed.md", Course::Released),
    text!("11-students.md", Course::Released),
    text!("12-clear-water.md", Course::Released),
    text!("13-clear-water-fr.md", Course::Edition("2026/118")),
    text!("14-clear-water-ru.md", Course::Edition("2026/118")),
    text!("15-clear-water-ar.md", Course::Edition("2026/118")),
    text!("16-clear-water-ends.md", Course::Released),
    text!("17-winter-timetable.md", Course::Released),
    text!("18-pilots.md", Course::Released),
    text!("19-seals.md", Course::Released),
    text!("20-quiet-hours.md", Course::Released),
    text!("21-northern-fairway.md", Course::Embargoed(Days::new(7))),
    text!("22-ice-service.md", Course::Approved),
    text!("23-electric-tugs.md", Course::Review),
    text!("24-visitor-centre.md", Course::Review),
    text!("25-hydrogen.md", Course::Draft),
    text!("26-gangway.md", Course::Draft),
    text!("27-test.md", Course::Trashed),
];
