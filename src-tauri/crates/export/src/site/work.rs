//! The work on a site, on all cores: each page and list is made, hashed, and written where it waits
//! for its moment, unless it turns out as it was.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use dateline_model::{Office, ReleaseId};
use dateline_render::{Listing, Marking, Picture, Related, Sheet, Site, summary};
use dateline_store::{Bulk, Desk, SitePage};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{
    SiteOrder,
    plan::Job,
    state::{Hash, List, Page},
};
use crate::{
    ExportError, Subject,
    outgoing::pictures,
    place::{Place, Step, joined},
};

/// How many files one thread makes before it looks for other work.
const SHARE: usize = 32;

/// What a run has to write.
pub(super) struct Work<'a> {
    desk: &'a Desk,
    place: &'a Place,
    /// What the folder is known to hold.
    files: &'a HashMap<&'a str, Hash>,
    order: &'a SiteOrder<'a>,
    ready: AtomicUsize,
    so_far: Mutex<SoFar>,
}

#[derive(Default)]
struct SoFar {
    steps: Vec<Step>,
    in_the_way: Vec<String>,
    /// The pictures that were met, by their paths.
    pictures: BTreeMap<String, Hash>,
}

/// A page that was made.
pub(super) struct Made {
    pub(super) id: ReleaseId,
    pub(super) page: Page,
    /// What lists say of it; empty of a notice.
    pub(super) summary: String,
    /// Whether it is other than before.
    pub(super) written: bool,
}

impl Made {
    /// What the desk writes down about it.
    pub(super) fn record(&self) -> SitePage {
        let Page { path, revision, sha256, .. } = &self.page;
        SitePage { release: self.id, revision: *revision, path: path.clone(), file_hash: sha256.0 }
    }
}

impl<'a> Work<'a> {
    pub(super) fn new(
        desk: &'a Desk,
        place: &'a Place,
        files: &'a HashMap<&'a str, Hash>,
        order: &'a SiteOrder<'a>,
    ) -> Self {
        Self { desk, place, files, order, ready: AtomicUsize::new(0), so_far: Mutex::default() }
    }

    /// Makes the pages of releases.
    pub(super) fn pages(
        &self,
        site: &Site<'_>,
        mut jobs: Vec<Job>,
    ) -> Result<Vec<Made>, ExportError> {
        // Neighbours in a folder come to one thread, so that two seldom wait for the same folder.
        let path = |job: &Job| site.entry(job.id).map_or("", |entry| entry.path.as_str());
        jobs.sort_by(|one, other| path(one).cmp(path(other)));
        self.place.make_room(jobs.iter().map(path))?;
        let total = jobs.len();
        let office = self.desk.office()?;
        // A reader is opened once a thread; a thread that gets none tries again for each share.
        let made = jobs.par_chunks(SHARE).map_init(
            || self.desk.bulk().ok(),
            |reader, jobs| {
                let bulk = match reader {
                    Some(bulk) => bulk,
                    None => reader.insert(self.desk.bulk()?),
                };
                let made: Result<Vec<Made>, ExportError> =
                    jobs.iter().map(|job| self.page(site, bulk, &office, job)).collect();
                self.tell(jobs.len(), total);
                made
            },
        );
        Ok(made.collect::<Result<Vec<_>, ExportError>>()?.into_iter().flatten().collect())
    }

    fn page(
        &self,
        site: &Site<'_>,
        bulk: &Bulk,
        office: &Office,
        job: &Job,
    ) -> Result<Made, ExportError> {
        let mut release = bulk.release(job.id)?;
        if release.revision != job.revision {
            return Err(ExportError::Changed(Subject::Release(job.id)));
        }
        release.content.settle();
        let withdrawn = site.entry(job.id).is_some_and(|entry| entry.withdrawn);
        // What the gate lets pass without an embargo bears no mark.
        let marking = Marking::default();
        // The site itself knows what of it stands on it.
        let related = Related::default();
        let mut shown = Vec::new();
        let file = if withdrawn {
            let none = BTreeMap::new();
            site.notice(&Sheet {
                release: &release,
                office,
                marking: &marking,
                pictures: &none,
                related: &related,
            })
        } else {
            let kept = pictures(&release.content, |hash| bulk.image(hash))?;
            let sheet = Sheet {
                release: &release,
                office,
                marking: &marking,
                pictures: &kept,
                related: &related,
            };
            for (path, picture) in site.pictures(&sheet) {
                self.picture(&path, picture)?;
                shown.push(path);
            }
            site.page(&sheet)?
        };
        let sha256 = Hash(Sha256::digest(file.text.as_bytes()).into());
        let written = self.put(&file.path, file.text.as_bytes(), sha256)?;
        let page = Page {
            path: file.path,
            revision: release.revision,
            own: job.own,
            frame: site.frame(job.id),
            sha256,
            pictures: shown,
        };
        let summary = if withdrawn { String::new() } else { summary(&release.content) };
        Ok(Made { id: job.id, page, summary, written })
    }

    /// Makes lists, each with its stamp.
    pub(super) fn lists(
        &self,
        site: &Site<'_>,
        stale: Vec<(Listing, u64)>,
    ) -> Result<BTreeMap<String, List>, ExportError> {
        let paths: Vec<String> = stale.iter().map(|(listing, _)| site.path(listing)).collect();
        self.place.make_room(paths.iter().map(String::as_str))?;
        stale
            .into_par_iter()
            .map(|(listing, stamp)| {
                if listing == Listing::Releases {
                    return self.releases(site, stamp);
                }
                let file = site.listing(&listing)?;
                let sha256 = Hash(Sha256::digest(file.text.as_bytes()).into());
                self.put(&file.path, file.text.as_bytes(), sha256)?;
                Ok((file.path, List { stamp, sha256 }))
            })
            .collect()
    }

    /// The one list that is too long to be made in memory.
    fn releases(&self, site: &Site<'_>, stamp: u64) -> Result<(String, List), ExportError> {
        let path = site.path(&Listing::Releases);
        let to = self.place.new_file(&path);
        let written = || {
            let mut out = Hashing::new(File::create(&to)?);
            site.releases().try_for_each(|piece| out.write_all(piece.as_bytes()))?;
            out.finish()
        };
        let sha256 = written().map_err(|error| ExportError::writing(&to, &error))?;
        if self.is_wanted(&path, sha256)? {
            self.so_far().steps.push(Step::Put(path.clone()));
        } else {
            fs::remove_file(&to).map_err(|error| ExportError::writing(&to, &error))?;
        }
        Ok((path, List { stamp, sha256 }))
    }

    fn picture(&self, path: &str, picture: &Picture) -> Result<(), ExportError> {
        if self.so_far().pictures.contains_key(path) {
            return Ok(());
        }
        let sha256 = Hash(Sha256::digest(&picture.bytes).into());
        if self.so_far().pictures.insert(path.to_owned(), sha256).is_none() {
            self.place.make_room([path].into_iter())?;
            self.put(path, &picture.bytes, sha256)?;
        }
        Ok(())
    }

    /// The pictures that pages show, made now or known from before.
    pub(super) fn pictures(
        &self,
        before: &BTreeMap<String, Hash>,
        shown: &HashSet<&str>,
    ) -> BTreeMap<String, Hash> {
        let so_far = self.so_far();
        let all = before.iter().chain(&so_far.pictures);
        all.filter(|(path, _)| shown.contains(path.as_str()))
            .map(|(path, hash)| (path.clone(), *hash))
            .collect()
    }

    /// What takes its place at the switch, pages before the lists that name them, and what is in
    /// the way.
    pub(super) fn done(self) -> (Vec<Step>, Vec<String>) {
        let SoFar { steps, mut in_the_way, .. } =
            self.so_far.into_inner().unwrap_or_else(PoisonError::into_inner);
        in_the_way.sort_unstable();
        (steps, in_the_way)
    }

    /// Writes a file that is other than before. Whether it was.
    fn put(&self, path: &str, bytes: &[u8], sha256: Hash) -> Result<bool, ExportError> {
        if !self.is_wanted(path, sha256)? {
            return Ok(false);
        }
        self.place.put(path, bytes)?;
        self.so_far().steps.push(Step::Put(path.to_owned()));
        Ok(true)
    }

    fn is_wanted(&self, path: &str, sha256: Hash) -> Result<bool, ExportError> {
        if self.files.get(path) == Some(&sha256) {
            return Ok(false);
        }
        let folder = self.place.folder();
        // The very bytes may be there already: then nobody is in anybody's way.
        let may_stand = self.place.is_new()
            || self.order.replace
            || is_free(folder, path, self.files)?
            || holds(folder, path, sha256);
        if !may_stand {
            self.so_far().in_the_way.push(path.to_owned());
        }
        Ok(true)
    }

    fn tell(&self, more: usize, total: usize) {
        let ready = self.ready.fetch_add(more, Ordering::Relaxed) + more;
        (self.order.progress)(ready, total);
    }

    fn so_far(&self) -> std::sync::MutexGuard<'_, SoFar> {
        self.so_far.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a new file may take this place: nothing is there, or what this program put there.
pub(super) fn is_free(
    folder: &Path,
    path: &str,
    files: &HashMap<&str, Hash>,
) -> Result<bool, ExportError> {
    let there = joined(folder, path);
    match fs::symlink_metadata(&there) {
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            Ok(true)
        }
        Err(error) => Err(ExportError::reading(&there, &error)),
        Ok(found) => Ok(found.is_file() && is_ours(folder, path, files)),
    }
}

/// Whether the file holds bytes of this hash.
pub(super) fn holds(folder: &Path, path: &str, sha256: Hash) -> bool {
    fs::read(joined(folder, path)).is_ok_and(|there| Sha256::digest(&there)[..] == sha256.0)
}

/// Whether the file holds what this program wrote.
pub(super) fn is_ours(folder: &Path, path: &str, files: &HashMap<&str, Hash>) -> bool {
    match (files.get(path), fs::read(joined(folder, path))) {
        (Some(hash), Ok(bytes)) => Sha256::digest(&bytes)[..] == hash.0,
        (_, Err(error)) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

/// A file that is hashed while it is written.
pub(super) struct Hashing {
    out: BufWriter<File>,
    hasher: Sha256,
}

impl Hashing {
    pub(super) fn new(file: File) -> Self {
        Self { out: BufWriter::with_capacity(256 * 1024, file), hasher: Sha256::new() }
    }

    pub(super) fn finish(mut self) -> io::Result<Hash> {
        self.out.flush()?;
        Ok(Hash(self.hasher.finalize().into()))
    }
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
