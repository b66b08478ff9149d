//! A site: everything that may be read by everybody, as a folder of pages.
//!
//! The gate decides about every release, as for any export. What it lets leave stands on the site,
//! unless an embargo holds or its time of release has not come; of what was withdrawn the notice
//! stands. Each run writes what changed since the one before and nothing else: the desk's catalogue
//! tells which releases did, stamps tell which lists name them.

mod plan;
mod state;
mod work;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::{self, File},
    io::{BufWriter, Write},
    path::{self, Path},
};

use chrono::{DateTime, Utc};
use dateline_model::{ReleaseId, Sentence, say};
use dateline_render::{Entry as SiteEntry, Site, Theme};
use dateline_store::{Desk, SitePage, SiteRun};

use crate::{
    Entry, ExportError, HouseRules, MANIFEST, Origin, Signer,
    manifest::{self, hex},
    place::{Place, Step},
    signing,
};
use plan::{Job, Plan};
use state::{Hash, List, Page, STATE, State};
use work::{Made, Work};

/// How a site shall be written.
pub struct SiteOrder<'a> {
    /// Into which folder; it is made where it is missing.
    pub folder: &'a Path,
    /// In which look.
    pub theme: &'a Theme,
    /// The address at which the folder will be found; without one, the office's news pages.
    pub base: Option<&'a str>,
    /// Whether files may be replaced that this program did not write, or that were changed since.
    pub replace: bool,
    /// Who signs the manifest, if anybody.
    pub signer: Option<&'a Signer>,
    /// Who orders it.
    pub by: &'a str,
    /// When.
    pub now: DateTime<Utc>,
    /// Told now and then how many of how many files are ready, from any thread.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteOutcome {
    /// How many releases stand on the site.
    pub releases: usize,
    /// How many notices of withdrawals.
    pub notices: usize,
    /// How many files were written, lists and pictures included.
    pub written: usize,
    /// How many were removed.
    pub removed: usize,
    /// Releases that wait for the end of their embargo or for their time.
    pub waiting: Vec<ReleaseId>,
    /// Releases that nobody has approved, or that the gate keeps for another reason.
    pub kept: Vec<ReleaseId>,
    /// What else the editor should know, in sentences.
    pub remarks: Vec<Sentence>,
}

/// Writes the desk's site, or what changed of it.
///
/// # Errors
/// `Occupied` when a file is in the way, `Theme` when a template fails, `Changed` when a release
/// was changed meanwhile: the site is as it was then.
pub fn publish(desk: &Desk, order: &SiteOrder) -> Result<SiteOutcome, ExportError> {
    let (office, rules) = (desk.office()?, HouseRules::of(desk)?);
    let place = Place::take(order.folder)?;
    let mut known = State::read(place.folder())?;
    known.forget_missing(place.folder());
    let Plan { entries, kept, mut jobs, waiting, stay } =
        Plan::draw(desk, &rules, order.now, &mut known)?;
    let mut outcome = SiteOutcome { waiting, kept: stay, ..SiteOutcome::default() };
    outcome.notices = entries.iter().filter(|entry| entry.withdrawn).count();
    outcome.releases = entries.len() - outcome.notices;

    // Pages are made without any list, and before the lists: they give them their summaries.
    let mut site = Site::new(&office, order.base, order.theme, entries);
    for id in kept {
        if let (Some(page), Some(entry)) = (known.pages.get(&id), site.entry(id))
            && (page.frame != site.frame(id) || page.path != entry.path)
        {
            jobs.push(Job { id, revision: page.revision, own: page.own });
        }
    }
    let files = known.files();
    let work = Work::new(desk, &place, &files, order);
    let mut made = work.pages(&site, jobs)?;
    let run: Vec<SitePage> = made.iter().filter(|made| made.written).map(Made::record).collect();
    for made in &mut made {
        site.summarise(made.id, std::mem::take(&mut made.summary));
    }
    let made: HashMap<ReleaseId, Page> =
        made.into_iter().map(|made| (made.id, made.page)).collect();

    let mut lists: BTreeMap<String, List> = BTreeMap::new();
    let mut stale = Vec::new();
    for (listing, stamp) in site.stamps() {
        let path = site.path(&listing);
        match known.lists.get(&path).filter(|list| list.stamp == stamp) {
            Some(list) => drop(lists.insert(path, *list)),
            None => stale.push((listing, stamp)),
        }
    }
    let as_before = made.is_empty() && stale.is_empty() && known.lists.contains_key(MANIFEST);
    lists.extend(work.lists(&site, stale)?);

    let page_of = |entry: &SiteEntry| made.get(&entry.id).or_else(|| known.pages.get(&entry.id));
    let mut pages: Vec<(&SiteEntry, &Page)> =
        site.entries().iter().filter_map(|entry| Some((entry, page_of(entry)?))).collect();
    pages.sort_unstable_by_key(|(_, page)| &page.path);
    let shown: HashSet<&str> =
        pages.iter().flat_map(|(_, page)| &page.pictures).map(String::as_str).collect();
    let pictures = work.pictures(&known.pictures, &shown);
    let (mut steps, mut in_the_way) = work.done();
    if order.signer.is_some() && !order.replace {
        in_the_way.extend(signing::in_the_way(order.folder)?);
    }
    let stands = |path: &str| {
        path == MANIFEST
            || lists.contains_key(path)
            || pictures.contains_key(path)
            || pages.binary_search_by_key(&path, |(_, page)| &page.path).is_ok()
    };
    let mut gone: Vec<&str> = files.keys().copied().filter(|path| !stands(path)).collect();
    gone.sort_unstable();
    if !in_the_way.is_empty() {
        return Err(ExportError::Occupied { folder: order.folder.to_owned(), files: in_the_way });
    }
    let (mine, touched): (Vec<&str>, Vec<&str>) = gone
        .into_iter()
        .partition(|path| order.replace || work::is_ours(order.folder, path, &files));
    if !touched.is_empty() {
        outcome.remarks.push(say!(
            "No longer part of the site, but changed by hand and therefore left where they are: {files}.",
            files = touched.join(", ")
        ));
    }
    let signed = |signer| signing::stands(order.folder, signer);
    if as_before && mine.is_empty() && order.signer.map_or(Ok(true), signed)? {
        return Ok(outcome);
    }
    outcome.written = steps.len();
    outcome.removed = mine.len();
    steps.extend(mine.into_iter().map(|path| Step::Cut(path.to_owned())));

    let close = Close { place: &place, files: &files, replace: order.replace };
    let changed = close.manifest(&pages, &mut lists, &pictures, &mut steps)?;
    if let Some(signer) = order.signer {
        close.sign(signer, changed, &mut steps)?;
    } else if changed {
        // What was signed is not this site.
        let signed = signing::take_away(order.folder, &mut steps)?;
        outcome.remarks.extend(signed.then(signature_gone));
    }
    // The record comes before the switch: it may name a page that was then not put up after all, but
    // no page is up that it does not name.
    let (recorded, written) =
        rayon::join(|| record(desk, order, run), || close.state(&pages, &lists, &pictures));
    recorded?;
    written?;
    steps.push(Step::Put(STATE.to_owned()));
    place.switch(&steps)?;
    Ok(outcome)
}

/// Writes down which pages left, in the order in which the desk keeps them.
fn record(desk: &Desk, order: &SiteOrder, mut pages: Vec<SitePage>) -> Result<(), ExportError> {
    if pages.is_empty() {
        return Ok(());
    }
    pages.sort_unstable_by_key(|page| page.release);
    let folder = path::absolute(order.folder).unwrap_or_else(|_| order.folder.to_owned());
    Ok(desk.record_site(SiteRun {
        folder: folder.display().to_string(),
        theme: order.theme.name().to_owned(),
        at: order.now,
        by: order.by.to_owned(),
        pages,
    })?)
}

/// What is said where a run without a key changes a site that was signed.
fn signature_gone() -> Sentence {
    say!(
        "The site was signed before it changed. The signature was taken away, because it does not cover what is new. Export the site signed, or sign its folder."
    )
}

/// The last files: what anybody can verify, and what the next run has to know.
struct Close<'a> {
    place: &'a Place,
    files: &'a HashMap<&'a str, Hash>,
    replace: bool,
}

impl Close<'_> {
    /// Writes the manifest, and puts it where it is other than before. Whether it is.
    fn manifest(
        &self,
        pages: &[(&SiteEntry, &Page)],
        lists: &mut BTreeMap<String, List>,
        pictures: &BTreeMap<String, Hash>,
        steps: &mut Vec<Step>,
    ) -> Result<bool, ExportError> {
        let path = self.place.new_file(MANIFEST);
        let failed = |error| ExportError::writing(&path, &error);
        let entry = |hash: &Hash, origin| Entry { sha256: hex(&hash.0), origin };
        let mut listed: Vec<(&str, &Hash, Origin)> = pages
            .iter()
            .map(|(entry, page)| {
                let origin = Origin::Release { release: entry.id, revision: page.revision };
                (page.path.as_str(), &page.sha256, origin)
            })
            .collect();
        let others = lists.iter().map(|(path, list)| (path.as_str(), &list.sha256));
        let others = others.chain(pictures.iter().map(|(path, hash)| (path.as_str(), hash)));
        listed.extend(others.map(|(path, hash)| (path, hash, Origin::Many {})));
        listed.sort_unstable_by_key(|(path, ..)| *path);
        let mut out = work::Hashing::new(File::create(&path).map_err(failed)?);
        let files = listed.into_iter().map(|(path, hash, origin)| (path, entry(hash, origin)));
        manifest::write(&mut out, files).map_err(failed)?;
        let sha256 = out.finish().map_err(failed)?;
        // One that somebody has changed since is not the one that is known, and is never signed; one
        // that nothing is known of may be the very same.
        let changed = self.files.get(MANIFEST).is_some_and(|known| *known != sha256)
            || !work::holds(self.place.folder(), MANIFEST, sha256);
        if !changed {
            fs::remove_file(&path).map_err(failed)?;
        } else if !self.replace && !work::is_free(self.place.folder(), MANIFEST, self.files)? {
            let folder = self.place.folder().to_owned();
            return Err(ExportError::Occupied { folder, files: vec![MANIFEST.to_owned()] });
        } else {
            steps.push(Step::Put(MANIFEST.to_owned()));
        }
        lists.insert(MANIFEST.to_owned(), List { stamp: 0, sha256 });
        Ok(changed)
    }

    /// Signs the manifest: the new one, or the one that stands.
    fn sign(
        &self,
        signer: &Signer,
        changed: bool,
        steps: &mut Vec<Step>,
    ) -> Result<(), ExportError> {
        let standing = || self.place.folder().join(MANIFEST);
        let path = if changed { self.place.new_file(MANIFEST) } else { standing() };
        let manifest = fs::read(&path).map_err(|error| ExportError::reading(&path, &error))?;
        signing::put(self.place, signer, &manifest, steps)
    }

    fn state(
        &self,
        pages: &[(&SiteEntry, &Page)],
        lists: &BTreeMap<String, List>,
        pictures: &BTreeMap<String, Hash>,
    ) -> Result<(), ExportError> {
        let path = self.place.new_file(STATE);
        let written = || {
            let mut out = BufWriter::with_capacity(256 * 1024, File::create(&path)?);
            state::write(&mut out, pages.iter().copied(), lists, pictures)?;
            out.flush()
        };
        written().map_err(|error| ExportError::writing(&path, &error))
    }
}
