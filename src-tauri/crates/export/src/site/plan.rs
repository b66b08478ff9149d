//! What stands on a site, by the gate's word about every release on the desk, and which pages have
//! to be made for it.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use dateline_model::{Embargo, ReleaseId, RevisionId, Stage};
use dateline_render::{Entry, path_of};
use dateline_store::{Bulk, Card, Desk};

use super::state::State;
use crate::{Consent, ExportError, HouseRules, Purpose, Standing, clear, house::Proofreaders};

/// What stands on a site.
pub(super) struct Plan {
    /// What lists say of every page. Of a page that is to be made the summary is still missing.
    pub(super) entries: Vec<Entry>,
    /// The releases that are as they were.
    pub(super) kept: Vec<ReleaseId>,
    /// The pages to make.
    pub(super) jobs: Vec<Job>,
    /// What waits for the end of an embargo, or for its time.
    pub(super) waiting: Vec<ReleaseId>,
    /// What the gate keeps.
    pub(super) stay: Vec<ReleaseId>,
}

/// A page to make.
#[derive(Clone, Copy, Debug)]
pub(super) struct Job {
    pub(super) id: ReleaseId,
    /// The revision about which the gate was asked.
    pub(super) revision: RevisionId,
    /// The stamp of the release.
    pub(super) own: u64,
}

/// What becomes of a release.
enum Fate {
    Page,
    Notice,
    Waits,
    Stays,
    /// It is in the trash, and nobody asks about it.
    Nothing,
}

impl Plan {
    /// Goes through the catalogue. What lists say of releases that are as they were is taken out of
    /// what is known.
    pub(super) fn draw(
        desk: &Desk,
        rules: &HouseRules,
        now: DateTime<Utc>,
        known: &mut State,
    ) -> Result<Self, ExportError> {
        let proofreaders = Proofreaders::of(desk);
        let gate = Gate { bulk: desk.bulk()?, proofreaders, rules, now };
        let mut plan = Self {
            entries: Vec::new(),
            kept: Vec::new(),
            jobs: Vec::new(),
            waiting: Vec::new(),
            stay: Vec::new(),
        };
        let mut failed = None;
        desk.catalogue(|card| {
            if failed.is_none() {
                failed = plan.take(card, &gate, known).err();
            }
        })?;
        failed.map_or(Ok(plan), Err)
    }

    fn take(&mut self, card: Card, gate: &Gate, known: &mut State) -> Result<(), ExportError> {
        let own = stamp(&card, gate.rules);
        let as_before = known.pages.get(&card.id).is_some_and(|page| page.own == own);
        let notice = match gate.decide(&card, as_before)? {
            Fate::Page => false,
            Fate::Notice => true,
            Fate::Waits => {
                self.waiting.push(card.id);
                return Ok(());
            }
            Fate::Stays => {
                self.stay.push(card.id);
                return Ok(());
            }
            Fate::Nothing => return Ok(()),
        };
        match known.entries.remove(&card.id).filter(|_| as_before) {
            Some(entry) => {
                self.kept.push(entry.id);
                self.entries.push(Entry {
                    edition_of: card.edition_of,
                    corrects: card.corrects,
                    ..entry
                });
            }
            None => {
                self.jobs.push(Job { id: card.id, revision: card.revision, own });
                self.entries.push(entry(card, notice));
            }
        }
        Ok(())
    }
}

struct Gate<'a> {
    bulk: Bulk,
    proofreaders: Proofreaders<'a>,
    rules: &'a HouseRules,
    now: DateTime<Utc>,
}

impl Gate<'_> {
    /// `as_before` says that the gate has let these very words pass already.
    fn decide(&self, card: &Card, as_before: bool) -> Result<Fate, ExportError> {
        let consent = match &card.approved {
            Some(_) if as_before => Consent::Holds,
            Some(approved) if *approved == self.bulk.hash(card.id)? => Consent::Holds,
            Some(_) => Consent::Voided,
            None if card.stage.is_out() => Consent::Elsewhere,
            None => Consent::Nobody,
        };
        // Of what is not out yet the gate wants to know the text as well.
        let unread = card.stage == Stage::Approved && !card.trashed && !as_before;
        let (errors, suggestions) = if unread {
            let release = self.bulk.release(card.id)?;
            (self.proofreaders.errors(*self.rules, &release)?, release.content.suggestions())
        } else {
            (0, 0)
        };
        let standing = Standing {
            stage: card.stage,
            trashed: card.trashed,
            consent,
            // In which zone it ends does not matter here: what is under it is left out.
            embargo: card.embargo_until.map(|until| Embargo { until, zone: Tz::UTC }),
            errors,
            suggestions,
        };
        let asked = |purpose| clear(&standing, purpose, self.rules, self.now);
        Ok(match asked(Purpose::Final) {
            Ok(clearance) if clearance.marking.embargo.is_some() => Fate::Waits,
            Ok(_) if card.release_at.is_some_and(|at| at > self.now) => Fate::Waits,
            Ok(_) => Fate::Page,
            Err(_) if card.trashed => Fate::Nothing,
            Err(_) if asked(Purpose::Notice).is_ok() => Fate::Notice,
            Err(_) => Fate::Stays,
        })
    }
}

/// What a release's page is made from beside its frame, in one number.
fn stamp(card: &Card, rules: &HouseRules) -> u64 {
    let mut hasher = DefaultHasher::new();
    let Card { id, revision, reference, stage, approved, withdrawal, section, tags, .. } = card;
    (id, revision, reference, stage.as_str(), approved, withdrawal, section, tags)
        .hash(&mut hasher);
    rules.errors_stop.hash(&mut hasher);
    hasher.finish()
}

/// What lists say of a release, without its summary.
fn entry(card: Card, withdrawn: bool) -> Entry {
    let reference = card.reference.as_deref().map(str::trim).filter(|name| !name.is_empty());
    Entry {
        id: card.id,
        path: path_of(card.id, reference, &card.headline, card.date),
        reference: reference.map(str::to_owned),
        edition_of: card.edition_of,
        corrects: card.corrects,
        kind: card.kind,
        language: card.language,
        headline: card.headline.trim().to_owned(),
        summary: String::new(),
        date: card.date,
        section: card.section.trim().to_owned(),
        tags: card.tags,
        withdrawn,
    }
}
