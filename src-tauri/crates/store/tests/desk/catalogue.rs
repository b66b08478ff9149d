//! The catalogue, and the record of the sites that are made from it.

use dateline_model::{Language, Stage};
use dateline_store::{SitePage, SiteRun, sha256};

use crate::common::{Room, complete, dated};

#[test]
fn a_card_says_what_the_release_says() {
    let room = Room::new();
    let first = room.create_filed(complete("Fairway open"), "News", &["sea", "ice"], Stage::Review);
    room.step(first.id, Stage::Approved);
    room.create_filed(dated("Undone", "2026-01-02", "Words."), "", &["ice"], Stage::Draft);
    let language: Language = "fr".parse().unwrap();
    room.desk.translate(first.id, &language, "Ada", room.now).unwrap();
    let embargoed = room.create_filed(complete("Later"), "Notices", &[], Stage::Released);
    room.desk.trash(embargoed.id, "Ada", room.now).unwrap();
    let mut cards = Vec::new();
    room.desk.catalogue(|card| cards.push(card)).unwrap();
    assert_eq!(cards.len(), 4);
    for card in &cards {
        let release = room.desk.release(card.id).unwrap();
        assert_eq!(card.revision, release.revision);
        assert_eq!(card.reference, release.reference);
        assert_eq!((card.stage, card.trashed), (release.stage, release.trashed));
        assert_eq!(card.approved, release.approval.map(|approval| approval.hash));
        assert_eq!((&card.section, &card.tags), (&release.section, &release.tags));
        assert_eq!(card.headline, release.content.headline);
        assert_eq!((&card.language, card.date), (&release.content.language, release.content.date));
    }
    assert_eq!(cards[2].edition_of, Some(first.id));
    assert_eq!(cards[0].tags, ["ice", "sea"]);
}

#[test]
fn a_site_is_on_record_and_keeps_its_revisions() {
    let mut room = Room::new();
    let first = room.create(complete("0"));
    let typed = room.retitle(&first, "1", dateline_store::Cause::Typing);
    let page = SitePage {
        release: typed.id,
        revision: typed.revision,
        path: "2026/fairway.html".into(),
        file_hash: [7; 32],
    };
    let run = SiteRun {
        folder: "/site".into(),
        theme: "office".into(),
        at: room.now,
        by: "Ada".into(),
        pages: vec![page],
    };
    room.desk.record_site(run).unwrap();
    room.later(1);
    room.retitle(&typed, "2", dateline_store::Cause::Typing);
    assert_eq!(room.desk.content_at(typed.revision).unwrap().headline, "1");
    let exports = room.desk.exports(typed.id).unwrap();
    assert_eq!(exports.len(), 1);
    assert_eq!((exports[0].format.as_str(), exports[0].by.as_str()), ("site", "Ada"));
    assert!(exports[0].path.ends_with("fairway.html"));
    assert_eq!(exports[0].file_hash.len(), sha256(b"").len());
}
