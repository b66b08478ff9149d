//! Signatures: the office's key, and what it says under a manifest.
//!
//! Key and signature are in minisign's own forms, so that its public tool verifies what the desk
//! signed. The secret part lies in the desk as minisign would keep it in a file: under a passphrase,
//! which is nowhere but in the head of whoever signs.

mod key;
mod page;

use dateline_model::{Sentence, say, tells_its_sentence};
use std::{fs, io, path::Path};

use dateline_store::DeskError;
use minisign::SignatureBox;

pub use key::{PublicKey, Signer, make_signing_key, signing_key};
use page::PAGE;

use crate::{
    ExportError, MANIFEST, Proof,
    place::{Place, Step},
    verify::look,
};

/// The signature's name beside the manifest.
pub const SIGNATURE: &str = "manifest.json.minisig";

/// How the first line of our signatures begins, by which they are known.
const COMMENT: &str = "signature of manifest.json by Dateline";

/// A file that a signature brings.
struct Brought {
    name: &'static str,
    /// Whether bytes of that name are a file of ours.
    is_ours: fn(&[u8]) -> bool,
    /// Its bytes, for a manifest.
    made: fn(&Signer, &[u8]) -> Vec<u8>,
}

/// What a signature brings, in the order in which it is put: its page, and itself.
const BROUGHT: [Brought; 2] = [
    Brought {
        name: PAGE,
        is_ours: page::is_page,
        made: |signer, _| page::page(signer.public()).into_bytes(),
    },
    Brought { name: SIGNATURE, is_ours: is_our_signature, made: Signer::sign },
];

/// Why a key could not be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is none yet.
    None,
    /// There is one already.
    Exists(String),
    /// The passphrase would not keep anybody out.
    Short,
    /// The passphrase is longer than the form of the key allows.
    Long,
    /// The passphrase is another.
    Passphrase,
    /// What the desk keeps is no key.
    Damaged,
    /// The system gave no randomness.
    Random(String),
    /// That is no public key.
    NotAKey(String),
    /// The desk could not be asked.
    Desk(#[from] DeskError),
}

tells_its_sentence!(KeyError);

impl KeyError {
    /// What to tell whoever wanted to sign.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::None => say!(
                "This desk has no key to sign with. Make one in the Settings, or with `dateline-cli key new`."
            ),
            Self::Exists(id) => say!(
                "This desk has a key already ({id}). Signatures of a new one are not known to readers who have the old. To replace it, say so.",
                id
            ),
            Self::Short => say!(
                "A passphrase of fewer than {least} characters keeps nobody out. Choose a longer one.",
                least = key::SHORTEST
            ),
            Self::Long => say!(
                "A passphrase has at most {most} bytes. Choose a shorter one.",
                most = key::LONGEST
            ),
            Self::Passphrase => say!(
                "The passphrase does not open the key of this desk. Nothing was signed. Type it again."
            ),
            Self::Damaged => say!(
                "The key that this desk keeps is damaged. Take it from a backup of the desk, or make a new one."
            ),
            Self::Random(why) => {
                say!("The system gave no random numbers to make a key from: {why}. Try again.", why)
            }
            Self::NotAKey(name) => say!(
                "“{name}” is no minisign key. Name the line that begins with RW, or the file that holds it.",
                name
            ),
            Self::Desk(error) => error.sentence(),
        }
    }
}

/// What became of a folder's signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Signed {
    /// There is none.
    #[default]
    No,
    /// There is one, and no key to hold it to. It says that it is by this key.
    Unproven(String),
    /// It is by the key.
    Yes(String),
    /// It is by another key.
    Stranger(String),
    /// It is not a signature of this manifest.
    False,
}

/// Signs the manifest of a folder whose files are all as they were written, and puts the page beside
/// it by which anybody can verify them.
///
/// # Errors
/// When a file is not as it was written, or something is in the way: nothing is signed then.
pub fn sign(folder: &Path, signer: &Signer, replace: bool) -> Result<Proof, ExportError> {
    let (proof, manifest) = look(folder, None)?;
    if !proof.differences.is_empty() {
        return Err(ExportError::Unsound(folder.to_owned(), proof.differences.len()));
    }
    let in_the_way = in_the_way(folder)?;
    if !replace && !in_the_way.is_empty() {
        return Err(ExportError::Occupied { folder: folder.to_owned(), files: in_the_way });
    }
    let place = Place::take(folder)?.flushed();
    let mut steps = Vec::new();
    put(&place, signer, &manifest, &mut steps)?;
    place.switch(&steps)?;
    Ok(Proof { signed: Signed::Yes(signer.public().id()), ..proof })
}

/// The files that a signature brings, in the order in which they are put.
fn files(signer: &Signer, manifest: &[u8]) -> [(&'static str, Vec<u8>); 2] {
    BROUGHT.map(|one| (one.name, (one.made)(signer, manifest)))
}

/// Puts signature and page where they wait, with the steps that bring them to their places.
pub(crate) fn put(
    place: &Place,
    signer: &Signer,
    manifest: &[u8],
    steps: &mut Vec<Step>,
) -> Result<(), ExportError> {
    for (name, bytes) in files(signer, manifest) {
        place.put(name, &bytes)?;
        steps.push(Step::Put(name.to_owned()));
    }
    Ok(())
}

/// Whether the folder's manifest bears this very signature already.
pub(crate) fn stands(folder: &Path, signer: &Signer) -> Result<bool, ExportError> {
    let path = folder.join(MANIFEST);
    let manifest = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        read => read.map_err(|error| ExportError::reading(&path, &error))?,
    };
    Ok(files(signer, &manifest)
        .iter()
        .all(|(name, bytes)| fs::read(folder.join(name)).is_ok_and(|there| there == *bytes)))
}

/// The steps that take away what does not cover the next manifest. Whether it was signed.
pub(crate) fn take_away(folder: &Path, steps: &mut Vec<Step>) -> Result<bool, ExportError> {
    let outdated = outdated(folder)?;
    steps.extend(outdated.iter().map(|name| Step::Cut((*name).to_owned())));
    Ok(!outdated.is_empty())
}

/// The names of what goes with a manifest that was signed: our signature, and its page, which proves
/// nothing without it, unless somebody has put another in its place. None where there is no
/// signature of ours. The signature comes first, so that no page stands beside a false one.
fn outdated(folder: &Path) -> Result<Vec<&'static str>, ExportError> {
    let mut names = named(folder, true)?;
    names.reverse();
    Ok(if names.contains(&SIGNATURE) { names } else { Vec::new() })
}

/// The names of signature and page that somebody else's files bear.
pub(crate) fn in_the_way(folder: &Path) -> Result<Vec<String>, ExportError> {
    Ok(named(folder, false)?.into_iter().map(str::to_owned).collect())
}

/// The names of signature and page under which a file of ours lies, or one that is not.
fn named(folder: &Path, is_ours: bool) -> Result<Vec<&'static str>, ExportError> {
    let mut names = Vec::new();
    for one in BROUGHT {
        if ours(&folder.join(one.name), one.is_ours)? == Some(is_ours) {
            names.push(one.name);
        }
    }
    Ok(names)
}

/// Whether a file is one of ours; `None` where there is none.
fn ours(path: &Path, is_ours: fn(&[u8]) -> bool) -> Result<Option<bool>, ExportError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(is_ours(&bytes))),
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            Ok(None)
        }
        Err(error) if error.kind() == io::ErrorKind::IsADirectory => Ok(Some(false)),
        Err(error) => Err(ExportError::reading(path, &error)),
    }
}

fn is_our_signature(bytes: &[u8]) -> bool {
    bytes
        .strip_prefix(b"untrusted comment: ")
        .is_some_and(|rest| rest.starts_with(COMMENT.as_bytes()))
}

/// Holds a folder's signature to a key.
pub(crate) fn prove(
    folder: &Path,
    manifest: &[u8],
    key: Option<&PublicKey>,
) -> Result<Signed, ExportError> {
    let path = folder.join(SIGNATURE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Signed::No),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => return Ok(Signed::False),
        Err(error) => return Err(ExportError::reading(&path, &error)),
    };
    let Ok(signature) = SignatureBox::from_string(&text) else { return Ok(Signed::False) };
    let by = key::spelled(signature.keynum());
    Ok(match key {
        None => Signed::Unproven(by),
        Some(key) if key.id() != by => Signed::Stranger(by),
        Some(key) if key.has_signed(manifest, &signature) => Signed::Yes(by),
        Some(_) => Signed::False,
    })
}

#[cfg(test)]
mod tests;
