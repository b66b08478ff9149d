//! Shared pieces, pictures, bulletins, the record of exports.

use dateline_model::{
    Boilerplate, Bulletin, Contact, Content, EmbargoedItems, ItemForm, Language, Stage,
};
use dateline_store::{Cause, DeskError, ExportRecord, NamedPlace, Person, PieceSort, sha256};

use crate::common::{Room, complete};

#[test]
fn a_changed_contact_reaches_what_is_not_out() {
    let room = Room::new();
    let desk =
        Contact { name: "Press desk".into(), phone: "+47 5550 0100".into(), ..Contact::default() };
    let id = room.desk.put_contact(&desk, "Ada", room.now).unwrap().id;
    let held = Contact { id: Some(id), ..desk.clone() };
    let with = |headline: &str, stage| {
        let content = Content { contacts: vec![held.clone()], ..complete(headline) };
        room.create_filed(content, "", &[], stage)
    };
    let draft = with("Draft", Stage::Draft);
    let approved = with("Approved", Stage::Draft);
    room.step(approved.id, Stage::Approved);
    let released = with("Released", Stage::Released);
    let trashed = with("Trashed", Stage::Draft);
    room.desk.trash(trashed.id, "Ada", room.now).unwrap();
    room.create(complete("Without"));
    assert_eq!(room.desk.piece_in_use(id).unwrap(), 2);

    let new = Contact { phone: "+47 5550 0199".into(), ..held.clone() };
    let put = room.desk.put_contact(&new, "Bo", room.now).unwrap();
    assert_eq!((put.id, put.changed), (id, 2));
    let phone = |id| room.desk.release(id).unwrap().content.contacts[0].phone.clone();
    assert_eq!(phone(draft.id), "+47 5550 0199");
    assert_eq!(phone(released.id), "+47 5550 0100");
    assert_eq!(phone(trashed.id), "+47 5550 0100");
    assert_eq!(
        room.desk.release(approved.id).unwrap().stage,
        Stage::Draft,
        "other words, no approval"
    );
    assert_eq!(room.desk.history(draft.id).unwrap()[0].cause, Cause::Library);
    assert_eq!(room.desk.contacts().unwrap(), [new]);

    assert_eq!(room.desk.remove_contact(id).unwrap(), 2);
    assert_eq!(phone(draft.id), "+47 5550 0199", "releases keep what they hold");
    let gone = room.desk.put_contact(&held, "Bo", room.now).unwrap_err().to_string();
    assert_eq!(gone, format!("There is no contact {id} in the library."));
}

#[test]
fn boilerplates_people_and_places_stand_by_name() {
    let room = Room::new();
    let about = |title: &str| Boilerplate {
        title: title.into(),
        text: "Since 1614.".into(),
        ..Boilerplate::default()
    };
    for title in ["on traffic", "About the port"] {
        room.desk.put_boilerplate(&about(title), "Ada", room.now).unwrap();
    }
    let titles: Vec<_> = room.desk.boilerplates().unwrap().into_iter().map(|b| b.title).collect();
    assert_eq!(titles, ["About the port", "on traffic"]);
    let person =
        Person { name: "Anna Berg".into(), position: "Harbour master".into(), ..Person::default() };
    let id = room.desk.put_person(&person).unwrap();
    let promoted = Person { id: Some(id), position: "Director".into(), ..person };
    room.desk.put_person(&promoted).unwrap();
    assert_eq!(room.desk.people().unwrap(), [promoted]);
    let place = NamedPlace { name: "Vestmark".into(), ..NamedPlace::default() };
    let place = room.desk.put_place(&place).unwrap();
    assert!(matches!(
        room.desk.remove_person(place),
        Err(DeskError::NoPiece { sort: PieceSort::Person, .. })
    ));
    room.desk.remove_person(id).unwrap();
    room.desk.remove_place(place).unwrap();
    assert!(room.desk.people().unwrap().is_empty() && room.desk.places().unwrap().is_empty());
}

#[test]
fn a_picture_is_kept_once() {
    let room = Room::new();
    let hash = room.desk.put_image(b"picture", "image/png", 640, 480).unwrap();
    assert_eq!(hash, sha256(b"picture"));
    assert_eq!(room.desk.put_image(b"picture", "image/png", 640, 480).unwrap(), hash);
    let picture = room.desk.image(&hash).unwrap().unwrap();
    assert_eq!((picture.bytes.as_slice(), picture.width), (&b"picture"[..], 640));
    assert_eq!(room.desk.image("unknown").unwrap(), None);
}

#[test]
fn a_bulletin_keeps_its_order() {
    let room = Room::new();
    let ids: Vec<_> = ["A", "B", "C"].map(|headline| room.create(complete(headline)).id).into();
    let weekly = Bulletin {
        id: 0,
        masthead: "Vestmark Weekly".into(),
        issue: "42".into(),
        date: Some("2026-10-14".parse().unwrap()),
        language: Language::english(),
        introduction: "This week.".into(),
        items: vec![ids[2], ids[0], ids[2]],
        form: ItemForm::Summary,
        embargoed: EmbargoedItems::LeaveOut,
    };
    let kept = room.desk.put_bulletin(&weekly).unwrap();
    assert_eq!(kept, Bulletin { id: kept.id, items: vec![ids[2], ids[0]], ..weekly.clone() });
    let moved = Bulletin { items: vec![ids[1], ids[2]], ..kept.clone() };
    assert_eq!(room.desk.put_bulletin(&moved).unwrap(), moved);
    let stray = Bulletin { items: vec![99], ..kept.clone() };
    assert!(matches!(room.desk.put_bulletin(&stray), Err(DeskError::NoRelease(99))));
    assert_eq!(room.desk.bulletin(kept.id).unwrap(), moved, "a refused change changes nothing");
    let titles = room.desk.counts(room.now).unwrap().bulletins;
    assert_eq!((titles[0].id, titles[0].title.as_str()), (kept.id, "Vestmark Weekly No. 42"));
    // Two people at one bulletin: whoever comes second is told, and nothing is written over.
    let mine = room.desk.change_bulletin(&moved, &kept).unwrap();
    assert_eq!(mine, kept);
    let late = room.desk.change_bulletin(&moved, &moved);
    assert!(matches!(late, Err(DeskError::BulletinConflict { .. })));
    assert_eq!(room.desk.bulletin(kept.id).unwrap(), kept);
    room.desk.remove_bulletin(kept.id).unwrap();
    assert!(matches!(room.desk.bulletin(kept.id), Err(DeskError::NoBulletin(_))));
    assert!(matches!(room.desk.put_bulletin(&kept), Err(DeskError::NoBulletin(_))));
}

#[test]
fn an_export_is_on_record_and_keeps_its_revision() {
    let mut room = Room::new();
    let first = room.create(complete("0"));
    let typed = room.retitle(&first, "1", Cause::Typing);
    let record = ExportRecord {
        release: Some(typed.id),
        revision: Some(typed.revision),
        bulletin: None,
        format: "html".into(),
        path: "/out/fairway.html".into(),
        file_hash: sha256(b"<html>"),
        draft: true,
        overruled: Some("The date is quoted from the poster.".into()),
        at: room.now,
        by: "Ada".into(),
    };
    room.desk.record_export(record.clone()).unwrap();
    room.later(1);
    room.retitle(&typed, "2", Cause::Typing);
    assert_eq!(room.desk.content_at(typed.revision).unwrap().headline, "1");
    assert_eq!(room.desk.exports(typed.id).unwrap(), std::slice::from_ref(&record));
    assert_eq!(room.desk.exported_to("/out/fairway.html").unwrap(), Some(record.clone()));
    assert_eq!(room.desk.exported_to("/out/other.html").unwrap(), None);
    let stray = ExportRecord { revision: Some(99), ..record };
    assert!(matches!(room.desk.record_export(stray), Err(DeskError::NoRevision(99))));
}
