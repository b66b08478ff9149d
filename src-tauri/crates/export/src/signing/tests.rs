use std::process::Command;

use dateline_model::Office;
use tempfile::TempDir;

use super::*;
use crate::{Entry, Manifest, Origin, manifest::sha256, verify};

const PASSPHRASE: &str = "a lighthouse in fog";

/// A desk with a key, and a folder with one file and its manifest.
fn place() -> (TempDir, dateline_store::Desk) {
    let room = tempfile::tempdir().unwrap();
    let desk =
        dateline_store::Desk::create(room.path().join("a.dateline"), &Office::default()).unwrap();
    make_signing_key(&desk, PASSPHRASE, false).unwrap();
    let out = room.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("a.txt"), "Words").unwrap();
    let mut manifest = Manifest::default();
    let origin = Origin::Release { release: 1, revision: 2 };
    manifest.files.insert("a.txt".into(), Entry { sha256: sha256(b"Words"), origin });
    fs::write(out.join(MANIFEST), manifest.bytes()).unwrap();
    (room, desk)
}

#[test]
fn a_folder_is_signed_and_proved() {
    let (room, desk) = place();
    let out = room.path().join("out");
    let key = signing_key(&desk).unwrap().unwrap();
    assert_eq!(verify(&out, Some(&key)).unwrap().signed, Signed::No);

    let signer = Signer::unlock(&desk, PASSPHRASE).unwrap();
    assert_eq!(signer.public(), &key);
    assert_eq!(sign(&out, &signer, false).unwrap().signed, Signed::Yes(key.id()));
    assert_eq!(verify(&out, Some(&key)).unwrap().signed, Signed::Yes(key.id()));
    assert_eq!(verify(&out, None).unwrap().signed, Signed::Unproven(key.id()));
    let page = fs::read_to_string(out.join(PAGE)).unwrap();
    assert!(page.contains(&format!(">{key}<")) && !page.contains("{{"));

    let stranger = make_signing_key(&desk, PASSPHRASE, true).unwrap();
    assert_eq!(verify(&out, Some(&stranger)).unwrap().signed, Signed::Stranger(key.id()));

    let manifest = fs::read_to_string(out.join(MANIFEST)).unwrap();
    fs::write(out.join(MANIFEST), manifest.replace("\"revision\":2", "\"revision\":3")).unwrap();
    assert_eq!(verify(&out, Some(&key)).unwrap().signed, Signed::False);
    fs::write(out.join(SIGNATURE), [0xFF, 0xFE]).unwrap();
    assert_eq!(verify(&out, Some(&key)).unwrap().signed, Signed::False);
}

#[test]
fn equal_manifests_have_equal_signatures() {
    let (_room, desk) = place();
    let signer = || Signer::unlock(&desk, PASSPHRASE).unwrap();
    let signed = signer().sign(b"{}");
    assert_eq!(signed, signer().sign(b"{}"));
    assert_ne!(signed, signer().sign(b"{ }"));
    let text = String::from_utf8(signed).unwrap();
    assert!(text.contains("\ntrusted comment: file:manifest.json\thashed\n"), "{text}");
}

#[test]
fn minisign_itself_finds_it_genuine() {
    if Command::new("minisign").arg("-v").output().is_err() {
        assert!(std::env::var_os("DATELINE_CI").is_none(), "the build server always has minisign");
        eprintln!("Left out: minisign is not here.");
        return;
    }
    let (room, desk) = place();
    let out = room.path().join("out");
    let signer = Signer::unlock(&desk, PASSPHRASE).unwrap();
    sign(&out, &signer, false).unwrap();
    let key = room.path().join("office.pub");
    fs::write(&key, signer.public().file()).unwrap();
    assert_eq!(PublicKey::named(&key.display().to_string()).unwrap(), *signer.public());
    let ask = || {
        Command::new("minisign")
            .args(["-V", "-m", MANIFEST, "-p"])
            .arg(&key)
            .current_dir(&out)
            .output()
            .unwrap()
    };
    let genuine = ask();
    assert!(genuine.status.success(), "{}", String::from_utf8_lossy(&genuine.stderr));
    fs::write(out.join(MANIFEST), "{}").unwrap();
    assert!(!ask().status.success());
}

#[test]
fn what_is_not_sound_or_not_ours_is_left_alone() {
    let (room, desk) = place();
    let out = room.path().join("out");
    let signer = Signer::unlock(&desk, PASSPHRASE).unwrap();
    fs::write(out.join(PAGE), "<p>How we verify</p>").unwrap();
    assert!(matches!(sign(&out, &signer, false), Err(ExportError::Occupied { .. })));
    assert!(!out.join(SIGNATURE).exists());
    sign(&out, &signer, true).unwrap();
    sign(&out, &signer, false).unwrap();

    fs::write(out.join("a.txt"), "Other").unwrap();
    assert_eq!(
        sign(&out, &signer, false).unwrap_err().to_string(),
        format!(
            "One file in “{}” is not as the export wrote it, so nothing was signed. Export once \
             more, then sign.",
            out.display()
        )
    );
}

#[test]
fn what_is_outdated_is_named_and_what_is_not_ours_is_not() {
    let (room, desk) = place();
    let out = room.path().join("out");
    assert!(outdated(&out).unwrap().is_empty());
    let signer = Signer::unlock(&desk, PASSPHRASE).unwrap();
    sign(&out, &signer, false).unwrap();
    assert_eq!(outdated(&out).unwrap(), [SIGNATURE, PAGE]);
    fs::write(out.join(PAGE), "<p>How we verify</p>").unwrap();
    assert_eq!(outdated(&out).unwrap(), [SIGNATURE]);
    fs::remove_file(out.join(SIGNATURE)).unwrap();
    assert!(outdated(&out).unwrap().is_empty());
}

#[test]
fn only_the_passphrase_opens_the_key() {
    let (_room, desk) = place();
    assert!(matches!(Signer::unlock(&desk, "another one"), Err(KeyError::Passphrase)));
    assert!(matches!(make_signing_key(&desk, PASSPHRASE, false), Err(KeyError::Exists(_))));
    assert!(matches!(make_signing_key(&desk, "short", true), Err(KeyError::Short)));
    assert!(matches!(make_signing_key(&desk, &"x".repeat(2000), true), Err(KeyError::Long)));
    assert!("RWnonsense".parse::<PublicKey>().is_err());
    assert!(matches!(PublicKey::named("/nowhere/a.pub"), Err(KeyError::NotAKey(_))));

    desk.set_setting("signing-key", "{}").unwrap();
    assert!(matches!(Signer::unlock(&desk, PASSPHRASE), Err(KeyError::Damaged)));
    make_signing_key(&desk, PASSPHRASE, false).unwrap();
    desk.set_setting("signing-key", "").unwrap();
    assert!(matches!(Signer::unlock(&desk, PASSPHRASE), Err(KeyError::None)));
}
