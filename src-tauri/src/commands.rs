//! The command table: everything that the window can ask of the desk, each an adapter onto a crate.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use dateline_check::{HouseStyle, RuleCard, rule_cards};
use dateline_copydesk::{Choice, Review, keep_house_style, set_rule as set_rule_choice};
use dateline_export::{
    SiteOrder, Subject, clipping, make_signing_key as make_key, publish, signing_key as known_key,
};
use dateline_model::{
    Boilerplate, Bulletin, BulletinId, Contact, Content, Embargo, Find, Kind, LabelSort, Language,
    Office, PieceId, Profile, Release, ReleaseId, RevisionId, Sentence, Slot, Stage, parse_date,
    say,
};
use dateline_store::{
    Cause, Change, Chosen, Counts, Edition, Event, ExportRecord, Found, Move, NamedPlace,
    NewRelease, Page, Person, Planned, Put, Question, Replaced, RevisionInfo, SignOff, Thread,
};

use crate::{
    clipboard, copydesk, departure,
    fault::Fault,
    inbox, intake, open,
    pictures::Added,
    start,
    table::commands,
    wire::{
        Acceptable, DeskInfo, ExportOrder, Exported, Imported, Instant, KeyInfo, LoadedVocabulary,
        Parts, Pasted, Recognised, RichText, Saved, SiteExport, SiteExported, Split, StyleInfo,
        ThemeInfo, Wrong,
    },
};

commands! {
    /// The desk that is open, and who sits at it.
    fn desk(open) -> DeskInfo {
        let path = open.desk.path();
        let file = path.file_name().unwrap_or(path.as_os_str());
        Ok(DeskInfo {
            path: path.display().to_string(),
            file: file.to_string_lossy().into_owned(),
            office: open.desk.office()?,
            user: open.given_user()?.unwrap_or_default(),
            system_user: open::system_user(),
            version: env!("CARGO_PKG_VERSION"),
        })
    }

    /// Changes whose desk it is, and by which customs it works.
    fn set_office(open, office: Office) -> () {
        Ok(open.desk.set_office(&office)?)
    }

    /// Changes the name under which things are done.
    fn set_user(open, name: String) -> () {
        open.set_user(&name)
    }

    /// Opens a finished desk of an invented office in a window of its own, to look around in.
    fn open_sample(open) -> () {
        start::sample(open)
    }

    /// What each kind of release has and needs.
    fn profiles(_open) -> Vec<Profile> {
        Ok(Kind::ALL.into_iter().map(Kind::profile).collect())
    }

    /// A page of the releases that answer a question.
    fn list(open, question: Question) -> Page {
        Ok(open.desk.list(&question, open.now())?)
    }

    /// How many releases lie where.
    fn counts(open) -> Counts {
        Ok(open.desk.counts(open.now())?)
    }

    /// A release at its newest revision.
    fn release(open, id: ReleaseId) -> Release {
        Ok(open.desk.release(id)?)
    }

    /// Makes an empty release in the office's language, dated today.
    fn create(open, kind: Kind) -> Release {
        let language = open.desk.office()?.language;
        let content = Content { kind, language, date: Some(open.today()?), ..Content::default() };
        let new = NewRelease { content, ..NewRelease::default() };
        Ok(open.desk.create_release(new, &open.user()?, open.now())?)
    }

    /// Saves the words over the revision that they were made from; a conflict when that is no
    /// longer the newest.
    fn save(open, id: ReleaseId, base: RevisionId, content: Content) -> Saved {
        let user = open.user()?;
        Ok(open.desk.save(id, base, &content, Cause::Typing, &user, open.now())?.into())
    }

    /// Files a release: a section of null leaves it, an empty one takes it away.
    fn file(
        open,
        id: ReleaseId,
        section: Option<String>,
        add: Vec<String>,
        remove: Vec<String>,
    ) -> Release {
        let user = open.user()?;
        Ok(open.desk.file(id, section.as_deref(), &add, &remove, &user, open.now())?)
    }

    /// Takes a step in the workflow, or refuses with the reasons.
    fn move_to(open, id: ReleaseId, stage: Stage, why: Option<String>) -> Release {
        if stage == Stage::Approved && why.as_deref().is_none_or(|why| why.trim().is_empty()) {
            copydesk::stop_at_errors(open, id)?;
        }
        let step = Move { stage, by: open.user()?, why, at: open.now() };
        Ok(open.desk.set_stage(id, step)?)
    }

    /// Takes the newest step in the workflow back.
    fn take_back(open, id: ReleaseId) -> Release {
        Ok(open.desk.take_back(id, &open.user()?, open.now())?)
    }

    /// Whether the office asks for other eyes than the writer's before it is approved: whoever sits
    /// here wrote its last words, and the office only warns of that.
    fn wants_other_eyes(open, id: ReleaseId) -> bool {
        Ok(open.desk.caution(id, Stage::Approved, &open.user()?)?.is_some())
    }

    /// The speakers' consents to their words in a release, oldest first.
    fn sign_offs(open, id: ReleaseId) -> Vec<SignOff> {
        Ok(open.desk.sign_offs(id)?)
    }

    /// Writes down that a speaker agreed to be quoted so.
    fn sign_off(open, id: ReleaseId, speaker: String, words: String) -> Vec<SignOff> {
        let sign_off = SignOff { speaker, words, by: open.user()?, at: open.now() };
        open.desk.sign_off(id, sign_off)?;
        Ok(open.desk.sign_offs(id)?)
    }

    /// Plans a release for a time; null takes it from the plan.
    fn plan(open, id: ReleaseId, at: Option<DateTime<Utc>>) -> Release {
        Ok(open.desk.plan(id, at, &open.user()?, open.now())?)
    }

    /// What is planned, and which embargoes end, from one time up to another, in order.
    fn calendar(open, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Planned> {
        Ok(open.desk.calendar(from, to)?)
    }

    /// What should be out by now and waits, the longest first.
    fn due(open) -> Vec<Planned> {
        Ok(open.desk.due(open.now())?)
    }

    /// A release and its translations, the source first; empty when it has none.
    fn editions(open, id: ReleaseId) -> Vec<Edition> {
        Ok(open.desk.editions(id)?)
    }

    /// Makes a draft in another language, with the source's words to write over.
    fn translate(open, id: ReleaseId, language: Language) -> Release {
        Ok(open.desk.translate(id, &language, &open.user()?, open.now())?)
    }

    /// Says that a release is a translation of another as that stands now.
    fn link_edition(open, id: ReleaseId, source: ReleaseId) -> () {
        Ok(open.desk.link_edition(id, source)?)
    }

    /// Says that a release is no translation any more.
    fn unlink_edition(open, id: ReleaseId) -> () {
        Ok(open.desk.unlink_edition(id)?)
    }

    /// Gives a section or tag a colour; null takes it away.
    fn colour_label(open, sort: LabelSort, name: String, colour: Option<String>) -> () {
        open.desk.put_label(sort, &name, colour.as_deref())?;
        Ok(())
    }

    /// Gives a section or tag another name.
    fn rename_label(open, sort: LabelSort, from: String, to: String) -> Change {
        Ok(open.desk.rename_label(sort, &from, &to, &open.user()?, open.now())?)
    }

    /// Puts what stands under one section or tag under another, and takes the first away.
    fn merge_labels(open, sort: LabelSort, from: String, into: String) -> Change {
        Ok(open.desk.merge_labels(sort, &from, &into, &open.user()?, open.now())?)
    }

    /// Takes a section or tag away, also from its releases.
    fn remove_label(open, sort: LabelSort, name: String) -> Change {
        Ok(open.desk.remove_label(sort, &name, &open.user()?, open.now())?)
    }

    /// Takes a change of sections or tags back.
    fn undo_label_change(open, id: i64) -> () {
        open.desk.undo_change(id)?;
        Ok(())
    }

    /// Takes sections and tags from a CSV file; its broken lines are told.
    fn load_vocabulary(open, path: String) -> LoadedVocabulary {
        intake::vocabulary(open, &path)
    }

    /// Puts a release into the trash.
    fn trash(open, id: ReleaseId) -> Release {
        Ok(open.desk.trash(id, &open.user()?, open.now())?)
    }

    /// Takes a release out of the trash.
    fn restore(open, id: ReleaseId) -> Release {
        Ok(open.desk.restore(id, &open.user()?, open.now())?)
    }

    /// Makes a draft of a release's words.
    fn duplicate(open, id: ReleaseId) -> Release {
        Ok(open.desk.duplicate(id, &open.user()?, open.now())?)
    }

    /// Begins a correction of a release that is out, with its words to put right.
    fn correct(open, id: ReleaseId) -> Release {
        Ok(open.desk.correct(id, &open.user()?, open.now())?)
    }

    /// What a correction corrects, and the files in which that went out; null while it names no
    /// release of this desk.
    fn corrected(open, content: Content) -> Option<Wrong> {
        departure::wrong(open, &content)
    }

    /// What a correction changes, and where, as a sentence; empty while nothing differs.
    fn propose_correction(open, content: Content) -> String {
        let original = open.desk.corrected(&content)?;
        Ok(original.map_or_else(String::new, |original| {
            dateline_render::proposed_correction(&original.content, &content)
        }))
    }

    /// What its kind requires and a text does not have yet.
    fn lacks(_open, content: Content) -> Vec<Slot> {
        Ok(dateline_model::lacks(&content).into_iter().map(|lack| lack.0).collect())
    }

    /// What a sub-editor would mark, apart from what was accepted in the release.
    fn check(open, id: Option<ReleaseId>, content: Content) -> Review {
        Ok(open.copydesk().review(id, &content)?)
    }

    /// Accepts a finding in a release, or for good in this office, with a reason.
    fn accept(open, id: ReleaseId, finding: Acceptable, why: String, for_good: bool) -> () {
        copydesk::accept(open, id, finding, why, for_good)
    }

    /// Takes an acceptance back.
    fn take_acceptance_back(open, id: ReleaseId, key: String) -> () {
        Ok(open.desk.take_acceptance_back(id, &key, &open.user()?, open.now())?)
    }

    /// What may be meant by a word that the dictionaries do not have, the best first.
    fn suggest(open, word: String, language: Language) -> Vec<String> {
        Ok(open.copydesk().suggest(&word, &language))
    }

    /// Every rule of the checks.
    fn rules(_open) -> Vec<RuleCard> {
        Ok(rule_cards())
    }

    /// The house style, and the file that it lives in.
    fn house_style(open) -> StyleInfo {
        copydesk::style_info(open)
    }

    /// Keeps a changed house style.
    fn put_house_style(open, style: HouseStyle) -> () {
        Ok(keep_house_style(&open.desk, &style)?)
    }

    /// Sets how much the findings of a rule matter.
    fn set_rule(open, rule: String, choice: Choice) -> () {
        Ok(set_rule_choice(&open.desk, &rule, choice)?)
    }

    /// Adds a word to the house's own dictionary.
    fn accept_word(open, word: String) -> () {
        Ok(dateline_copydesk::accept_word(&open.desk, &word)?)
    }

    /// Takes files in: a house style in place of this one, rules of Vale beside it, dictionaries.
    /// What came of each, in sentences.
    fn import_style(open, paths: Vec<String>) -> Vec<Sentence> {
        copydesk::import(open, &paths)
    }

    /// Writes the house style into a file.
    fn export_style(open, path: String) -> () {
        copydesk::export(open, &path)
    }

    /// Has the house style live in a file; null keeps it in the desk alone.
    fn follow_style(open, path: Option<String>) -> () {
        copydesk::follow(open, path.as_deref())
    }

    /// A date as typed; null when it is none.
    fn read_date(open, text: String) -> Option<NaiveDate> {
        Ok(parse_date(&text, open.today()?))
    }

    /// A date as the language writes it.
    fn long_date(open, date: NaiveDate, language: Language) -> String {
        Ok(dateline_model::long_date(date, &language, open.desk.office()?.dateline))
    }

    /// An embargo as typed, in the office's zone unless it names another.
    fn read_embargo(open, text: String) -> Embargo {
        let zone = open.desk.office()?.zone;
        Embargo::parse(&text, zone).map_err(|error| Fault::said(error.sentence()))
    }

    /// What may be meant by an embargo that was refused because of a clock change.
    fn embargo_choices(open, text: String) -> Vec<Instant> {
        let zone = open.desk.office()?.zone;
        let refused = Embargo::parse(&text, zone).err();
        Ok(refused.map_or_else(Vec::new, |error| error.choices()).into_iter().map(Into::into).collect())
    }

    /// An embargo as it stands on the page.
    fn embargo_line(open, embargo: Embargo, language: Language) -> String {
        Ok(dateline_render::embargo_line(&embargo, &language, &open.desk.office()?))
    }

    /// The contacts of the library.
    fn contacts(open) -> Vec<Contact> {
        Ok(open.desk.contacts()?)
    }

    /// Keeps a contact, and carries it into every release that is not out yet.
    fn put_contact(open, contact: Contact) -> Put {
        Ok(open.desk.put_contact(&contact, &open.user()?, open.now())?)
    }

    /// Takes a contact out of the library; releases keep it.
    fn remove_contact(open, id: PieceId) -> () {
        open.desk.remove_contact(id)?;
        Ok(())
    }

    /// The boilerplates of the library.
    fn boilerplates(open) -> Vec<Boilerplate> {
        Ok(open.desk.boilerplates()?)
    }

    /// Keeps a boilerplate, and carries it into every release that is not out yet.
    fn put_boilerplate(open, boilerplate: Boilerplate) -> Put {
        Ok(open.desk.put_boilerplate(&boilerplate, &open.user()?, open.now())?)
    }

    /// Takes a boilerplate out of the library; releases keep it.
    fn remove_boilerplate(open, id: PieceId) -> () {
        open.desk.remove_boilerplate(id)?;
        Ok(())
    }

    /// The people whose names the desk knows.
    fn people(open) -> Vec<Person> {
        Ok(open.desk.people()?)
    }

    /// Keeps a person.
    fn put_person(open, person: Person) -> PieceId {
        Ok(open.desk.put_person(&person)?)
    }

    /// Takes a person out of the library.
    fn remove_person(open, id: PieceId) -> () {
        Ok(open.desk.remove_person(id)?)
    }

    /// The places whose names the desk knows.
    fn places(open) -> Vec<NamedPlace> {
        Ok(open.desk.places()?)
    }

    /// Keeps a place.
    fn put_place(open, place: NamedPlace) -> PieceId {
        Ok(open.desk.put_place(&place)?)
    }

    /// Takes a place out of the library.
    fn remove_place(open, id: PieceId) -> () {
        Ok(open.desk.remove_place(id)?)
    }

    /// How many releases that are not out yet hold a contact or boilerplate.
    fn piece_in_use(open, id: PieceId) -> u32 {
        Ok(open.desk.piece_in_use(id)?)
    }

    /// What was dropped, or else lies on the clipboard, as blocks.
    fn paste(open, html: String, text: String, dropped: bool) -> Pasted {
        // What the page was handed is cleaned; the import reads what the other program wrote.
        let pasted = !dropped && !html.trim().is_empty();
        let written = if pasted { clipboard::html() } else { None };
        intake::paste(open, written.as_deref().unwrap_or(&html), &text)
    }

    /// Keeps a picture from a file, cleaned of what it tells about its maker and no larger than a
    /// page needs.
    fn picture_from(open, path: String) -> Added {
        intake::picture(open, &path)
    }

    /// What was recognised in a document; null where there is nothing to look over.
    fn recognised(open, path: String) -> Option<Recognised> {
        intake::recognised(open, &path)
    }

    /// Makes the draft of a document, with its slots as they were looked over.
    fn import_reviewed(open, path: String, slots: Recognised) -> Imported {
        intake::reviewed(open, &path, slots)
    }

    /// Brings files and folders in, a draft for each release in them.
    fn import_files(open, paths: Vec<String>) -> Vec<Imported> {
        intake::files(open, &paths)
    }

    /// The folder whose files become drafts by themselves, if there is one.
    fn inbox(open) -> Option<String> {
        inbox::folder(open)
    }

    /// Makes another folder the inbox, or none.
    fn set_inbox(open, folder: Option<String>) -> () {
        inbox::set_folder(open, folder.as_deref())
    }

    /// How many files lie in a folder, which would become drafts if it were the inbox.
    fn waiting_in(_open, folder: String) -> u32 {
        inbox::waiting(&folder)
    }

    /// The revisions of a release, newest first.
    fn history(open, id: ReleaseId) -> Vec<RevisionInfo> {
        Ok(open.desk.history(id)?)
    }

    /// What happened to a release beside its words, oldest first.
    fn events(open, id: ReleaseId) -> Vec<Event> {
        Ok(open.desk.events(id)?)
    }

    /// The files that a release went out in, newest first.
    fn exports(open, id: ReleaseId) -> Vec<ExportRecord> {
        Ok(open.desk.exports(id)?)
    }

    /// The words of a revision.
    fn revision(open, revision: RevisionId) -> Content {
        Ok(open.desk.content_at(revision)?)
    }

    /// Takes an earlier revision back, as a new one.
    fn restore_revision(open, id: ReleaseId, base: RevisionId, revision: RevisionId) -> Release {
        let content = open.desk.content_at(revision)?;
        Ok(open.desk.save(id, base, &content, Cause::Restored, &open.user()?, open.now())?)
    }

    /// The comments on a release, by thread.
    fn threads(open, id: ReleaseId) -> Vec<Thread> {
        Ok(open.desk.threads(id)?)
    }

    /// Says something in a thread; a new one begins with it. `words` are those that it stands on.
    fn comment(
        open,
        id: ReleaseId,
        thread: String,
        words: String,
        text: String,
    ) -> Vec<Thread> {
        Ok(open.desk.comment(id, &thread, &words, &text, &open.user()?, open.now())?)
    }

    /// Says that a thread is done with, or open again.
    fn resolve(open, id: ReleaseId, thread: String, resolved: bool) -> Vec<Thread> {
        Ok(open.desk.resolve(id, &thread, resolved, &open.user()?, open.now())?)
    }

    /// Splits a release: the rest of its text becomes a draft of its own.
    fn split(open, id: ReleaseId, base: RevisionId, parts: Parts) -> Split {
        let (user, Parts { stays, rest }) = (open.user()?, parts);
        let (left, new) = open.desk.split(id, base, &stays, rest, &user, open.now())?;
        Ok(Split { left, new })
    }

    /// Puts another release at the end of one; the other goes into the trash.
    fn join(open, id: ReleaseId, base: RevisionId, other: ReleaseId) -> Release {
        Ok(open.desk.join(id, base, other, &open.user()?, open.now())?)
    }

    /// Where words stand, in every release that can be changed.
    fn find_everywhere(open, find: Find) -> Found {
        Ok(open.desk.find(&find, open.now())?)
    }

    /// Puts other words in the place of the chosen hits, in all of the releases or in none.
    fn replace_everywhere(
        open,
        find: Find,
        with: String,
        chosen: Vec<Chosen>,
    ) -> Vec<Replaced> {
        Ok(open.desk.replace(&find, &with, &chosen, &open.user()?, open.now())?)
    }

    /// Lets releases read as before a replacement, where nobody wrote in them since.
    fn put_back(open, replaced: Vec<Replaced>) -> Vec<Replaced> {
        Ok(open.desk.put_back(&replaced, &open.user()?, open.now())?)
    }

    /// A bulletin.
    fn bulletin(open, id: BulletinId) -> Bulletin {
        Ok(open.desk.bulletin(id)?)
    }

    /// Keeps a bulletin; a new one has the number 0.
    fn put_bulletin(open, bulletin: Bulletin) -> Bulletin {
        Ok(open.desk.put_bulletin(&bulletin)?)
    }

    /// Keeps a changed bulletin; a conflict when it is no longer as it was before the change.
    fn change_bulletin(open, before: Bulletin, after: Bulletin) -> Bulletin {
        Ok(open.desk.change_bulletin(&before, &after)?)
    }

    /// Takes a bulletin off the desk; its releases stay.
    fn remove_bulletin(open, id: BulletinId) -> () {
        Ok(open.desk.remove_bulletin(id)?)
    }

    /// Exports releases, all of them or none.
    fn export_releases(open, ids: Vec<ReleaseId>, order: ExportOrder) -> Exported {
        departure::export(open, ids.into_iter().map(Subject::Release).collect(), &order)
    }

    /// Exports a bulletin.
    fn export_bulletin(open, id: BulletinId, order: ExportOrder) -> Exported {
        departure::export(open, vec![Subject::Bulletin(id)], &order)
    }

    /// A release as it would leave now, for pasting into a mail or a word processor.
    fn rich_text(open, id: ReleaseId) -> RichText {
        Ok(clipping(&open.desk, id, open.now())?.into())
    }

    /// Writes a text to a file of the editor's choice: the way out when the desk cannot be written.
    fn save_text(_open, path: String, text: String) -> () {
        std::fs::write(&path, text).map_err(|error| {
            Fault::said(say!(
                "“{path}” could not be written: {error}. Choose another place.",
                path,
                error
            ))
        })
    }

    /// Every theme that pages can have.
    fn themes(open) -> Vec<ThemeInfo> {
        Ok(open.themes.list()?.into_iter().map(ThemeInfo::from).collect())
    }

    /// Writes the site into a folder, or what changed of it; `Exists` when a file is in the way.
    fn export_site(open, order: SiteExport) -> SiteExported {
        let tell = |state| *open.site.lock().unwrap_or_else(|broken| broken.into_inner()) = state;
        let base = order.base.trim();
        let signer = departure::signer(open, order.passphrase.as_deref())?;
        let outcome = publish(
            &open.desk,
            &SiteOrder {
                folder: Path::new(&order.folder),
                theme: &open.theme()?,
                base: (!base.is_empty()).then_some(base),
                replace: order.replace,
                signer: signer.as_ref(),
                by: &open.user()?,
                now: open.now(),
                progress: &|ready, total| tell(Some((ready, total))),
            },
        );
        tell(None);
        Ok(outcome?.into())
    }

    /// How many of how many pages of the site are ready; null while none is written.
    fn site_progress(open) -> Option<(usize, usize)> {
        Ok(*open.site.lock().unwrap_or_else(|broken| broken.into_inner()))
    }

    /// The public part of the key that exports are signed with; null while there is none.
    fn signing_key(open) -> Option<KeyInfo> {
        Ok(known_key(&open.desk)?.map(KeyInfo::from))
    }

    /// Makes a key under a passphrase; where there is one already, only to replace it.
    fn make_signing_key(open, passphrase: String, replace: bool) -> KeyInfo {
        Ok(make_key(&open.desk, &passphrase, replace)?.into())
    }

    /// What the window remembers under a name.
    fn setting(open, key: String) -> Option<String> {
        Ok(open.desk.setting(&key)?)
    }

    /// Remembers something for the window.
    fn set_setting(open, key: String, value: String) -> () {
        Ok(open.desk.set_setting(&key, &value)?)
    }
}
