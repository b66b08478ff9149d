//! The office's key: made in the desk, kept in it under a passphrase, and opened for one signature.

use std::{fmt, fs, io::Cursor, path::Path, str::FromStr};

use base64::{Engine, engine::general_purpose::STANDARD};
use blake2::{Blake2b512, Digest};
use dateline_store::Desk;
use ed25519_compact::SecretKey;
use minisign::{KeyPair, SecretKeyBox, SignatureBox};
use serde::{Deserialize, Serialize};

use super::{COMMENT, KeyError};

/// The fewest characters of a passphrase.
pub(super) const SHORTEST: usize = 8;
/// The most bytes of one that minisign reads.
pub(super) const LONGEST: usize = 1024;

/// The setting under which the desk keeps the key.
const SETTING: &str = "signing-key";

/// What the desk keeps, both in minisign's own form.
#[derive(Serialize, Deserialize)]
struct Kept {
    public: String,
    /// Two lines, as in a minisign key file.
    secret: String,
}

/// The part of a key that everybody may know: by it signatures are verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(minisign::PublicKey);

impl PublicKey {
    /// The number by which the key is named, in hexadecimal as minisign shows it.
    pub fn id(&self) -> String {
        spelled(self.0.keynum())
    }

    /// The key as a file that minisign reads.
    pub fn file(&self) -> String {
        format!("untrusted comment: minisign public key {}\n{self}\n", self.id())
    }

    /// A key as it was named: itself, or the file that holds it.
    ///
    /// # Errors
    /// When it is neither.
    pub fn named(name: &str) -> Result<Self, KeyError> {
        name.parse().or_else(|_| {
            let text = fs::read_to_string(Path::new(name.trim()));
            let text = text.map_err(|_| KeyError::NotAKey(name.to_owned()))?;
            let key = text.lines().find(|line| line.starts_with("RW")).unwrap_or_default();
            key.parse().map_err(|_| KeyError::NotAKey(name.to_owned()))
        })
    }

    pub(super) fn has_signed(&self, bytes: &[u8], signature: &SignatureBox) -> bool {
        minisign::verify(&self.0, signature, Cursor::new(bytes), true, false, false).is_ok()
    }
}

impl FromStr for PublicKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let key = minisign::PublicKey::from_base64(text.trim());
        key.map(Self).map_err(|_| KeyError::NotAKey(text.to_owned()))
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_base64())
    }
}

/// The number of a key, which is little-endian in it.
pub(super) fn spelled(number: &[u8]) -> String {
    number.iter().rev().map(|byte| format!("{byte:02X}")).collect()
}

/// The public part of the desk's key, if it has one.
///
/// # Errors
/// When the desk cannot be read, or what it keeps is no key.
pub fn signing_key(desk: &Desk) -> Result<Option<PublicKey>, KeyError> {
    let kept = kept(desk)?;
    kept.map(|kept| kept.public.parse().map_err(|_| KeyError::Damaged)).transpose()
}

/// Makes a key and keeps it in the desk under a passphrase.
///
/// # Errors
/// When the passphrase is too short or too long, or the desk has a key that is not to be replaced.
pub fn make_signing_key(
    desk: &Desk,
    passphrase: &str,
    replace: bool,
) -> Result<PublicKey, KeyError> {
    if passphrase.chars().count() < SHORTEST {
        return Err(KeyError::Short);
    }
    if passphrase.len() > LONGEST {
        return Err(KeyError::Long);
    }
    // A damaged key is in nobody's way.
    if let Ok(Some(key)) = signing_key(desk)
        && !replace
    {
        return Err(KeyError::Exists(key.id()));
    }
    let failed = |why: minisign::PError| KeyError::Random(why.to_string());
    let pair = KeyPair::generate_encrypted_keypair(Some(passphrase.to_owned())).map_err(failed)?;
    let secret = pair.sk.to_box(Some("minisign encrypted secret key")).map_err(failed)?;
    let kept = Kept { public: pair.pk.to_base64(), secret: secret.into_string() };
    let kept = serde_json::to_string(&kept).map_err(dateline_store::DeskError::from)?;
    desk.set_setting(SETTING, &kept)?;
    Ok(PublicKey(pair.pk))
}

fn kept(desk: &Desk) -> Result<Option<Kept>, KeyError> {
    let kept = desk.setting(SETTING)?.filter(|kept| !kept.is_empty());
    kept.map(|kept| serde_json::from_str(&kept).map_err(|_| KeyError::Damaged)).transpose()
}

/// An open key.
pub struct Signer {
    public: PublicKey,
    secret: SecretKey,
}

/// Never shows what it holds.
impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.public.id())
    }
}

impl Signer {
    /// Opens the desk's key.
    ///
    /// # Errors
    /// When it has none, or the passphrase is another.
    pub fn unlock(desk: &Desk, passphrase: &str) -> Result<Self, KeyError> {
        let kept = kept(desk)?.ok_or(KeyError::None)?;
        let secret = SecretKeyBox::from(kept.secret);
        let secret =
            secret.into_secret_key(Some(passphrase.to_owned())).map_err(|why| {
                match why.kind() {
                    minisign::ErrorKind::Verify => KeyError::Passphrase,
                    _ => KeyError::Damaged,
                }
            })?;
        let public =
            minisign::PublicKey::from_secret_key(&secret).map_err(|_| KeyError::Damaged)?;
        // Algorithms (3 × 2 bytes), salt (32), costs (2 × 8), number (8), secret (64), checksum (32).
        let bytes = secret.to_bytes();
        let secret = bytes.get(62..126).and_then(|secret| SecretKey::from_slice(secret).ok());
        let secret = secret.ok_or(KeyError::Damaged)?;
        Ok(Self { public: PublicKey(public), secret })
    }

    /// The part of it that everybody may know.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Signs bytes, as minisign does but for two things, so that equal bytes have equal signatures:
    /// no chance goes into it, which Ed25519 does not need, and the comment bears no time.
    pub(super) fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        let comment = "file:manifest.json\thashed";
        let signature = self.secret.sign(Blake2b512::digest(bytes), None);
        let whole = self.secret.sign([&signature[..], comment.as_bytes()].concat(), None);
        let signature = STANDARD.encode([b"ED", self.public.0.keynum(), &signature[..]].concat());
        let whole = STANDARD.encode(&whole[..]);
        format!(
            "untrusted comment: {COMMENT}, key {}\n{signature}\ntrusted comment: {comment}\n{whole}\n",
            self.public.id()
        )
        .into_bytes()
    }
}
