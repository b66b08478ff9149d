// Written by the tests of the window from its command table. Do not edit.
import type { Acceptable } from "./Acceptable";
import type { Added } from "./Added";
import type { Boilerplate } from "./Boilerplate";
import type { Bulletin } from "./Bulletin";
import type { Change } from "./Change";
import type { Choice } from "./Choice";
import type { Chosen } from "./Chosen";
import type { Contact } from "./Contact";
import type { Content } from "./Content";
import type { Counts } from "./Counts";
import type { DeskInfo } from "./DeskInfo";
import type { Edition } from "./Edition";
import type { Embargo } from "./Embargo";
import type { Event } from "./Event";
import type { ExportOrder } from "./ExportOrder";
import type { ExportRecord } from "./ExportRecord";
import type { Exported } from "./Exported";
import type { Find } from "./Find";
import type { Found } from "./Found";
import type { HouseStyle } from "./HouseStyle";
import type { Imported } from "./Imported";
import type { Instant } from "./Instant";
import type { KeyInfo } from "./KeyInfo";
import type { Kind } from "./Kind";
import type { LabelSort } from "./LabelSort";
import type { Language } from "./Language";
import type { LoadedVocabulary } from "./LoadedVocabulary";
import type { NamedPlace } from "./NamedPlace";
import type { Office } from "./Office";
import type { Page } from "./Page";
import type { Parts } from "./Parts";
import type { Pasted } from "./Pasted";
import type { Person } from "./Person";
import type { Planned } from "./Planned";
import type { Profile } from "./Profile";
import type { Put } from "./Put";
import type { Question } from "./Question";
import type { Recognised } from "./Recognised";
import type { Release } from "./Release";
import type { Replaced } from "./Replaced";
import type { Review } from "./Review";
import type { RevisionInfo } from "./RevisionInfo";
import type { RichText } from "./RichText";
import type { RuleCard } from "./RuleCard";
import type { Saved } from "./Saved";
import type { Sentence } from "./Sentence";
import type { SignOff } from "./SignOff";
import type { SiteExport } from "./SiteExport";
import type { SiteExported } from "./SiteExported";
import type { Slot } from "./Slot";
import type { Split } from "./Split";
import type { Stage } from "./Stage";
import type { StyleInfo } from "./StyleInfo";
import type { ThemeInfo } from "./ThemeInfo";
import type { Thread } from "./Thread";
import type { Wrong } from "./Wrong";

/** What the window can ask of the desk. */
export interface Commands {
  /** The desk that is open, and who sits at it. */
  desk(): Promise<DeskInfo>;
  /** Changes whose desk it is, and by which customs it works. */
  set_office(ask: { office: Office }): Promise<void>;
  /** Changes the name under which things are done. */
  set_user(ask: { name: string }): Promise<void>;
  /** Opens a finished desk of an invented office in a window of its own, to look around in. */
  open_sample(): Promise<void>;
  /** What each kind of release has and needs. */
  profiles(): Promise<Array<Profile>>;
  /** A page of the releases that answer a question. */
  list(ask: { question: Question }): Promise<Page>;
  /** How many releases lie where. */
  counts(): Promise<Counts>;
  /** A release at its newest revision. */
  release(ask: { id: number }): Promise<Release>;
  /** Makes an empty release in the office's language, dated today. */
  create(ask: { kind: Kind }): Promise<Release>;
  /** Saves the words over the revision that they were made from; a conflict when that is no longer the newest. */
  save(ask: { id: number; base: number; content: Content }): Promise<Saved>;
  /** Files a release: a section of null leaves it, an empty one takes it away. */
  file(ask: { id: number; section: string | null; add: Array<string>; remove: Array<string> }): Promise<Release>;
  /** Takes a step in the workflow, or refuses with the reasons. */
  move_to(ask: { id: number; stage: Stage; why: string | null }): Promise<Release>;
  /** Takes the newest step in the workflow back. */
  take_back(ask: { id: number }): Promise<Release>;
  /** Whether the office asks for other eyes than the writer's before it is approved: whoever sits here wrote its last words, and the office only warns of that. */
  wants_other_eyes(ask: { id: number }): Promise<boolean>;
  /** The speakers' consents to their words in a release, oldest first. */
  sign_offs(ask: { id: number }): Promise<Array<SignOff>>;
  /** Writes down that a speaker agreed to be quoted so. */
  sign_off(ask: { id: number; speaker: string; words: string }): Promise<Array<SignOff>>;
  /** Plans a release for a time; null takes it from the plan. */
  plan(ask: { id: number; at: string | null }): Promise<Release>;
  /** What is planned, and which embargoes end, from one time up to another, in order. */
  calendar(ask: { from: string; to: string }): Promise<Array<Planned>>;
  /** What should be out by now and waits, the longest first. */
  due(): Promise<Array<Planned>>;
  /** A release and its translations, the source first; empty when it has none. */
  editions(ask: { id: number }): Promise<Array<Edition>>;
  /** Makes a draft in another language, with the source's words to write over. */
  translate(ask: { id: number; language: Language }): Promise<Release>;
  /** Says that a release is a translation of another as that stands now. */
  link_edition(ask: { id: number; source: number }): Promise<void>;
  /** Says that a release is no translation any more. */
  unlink_edition(ask: { id: number }): Promise<void>;
  /** Gives a section or tag a colour; null takes it away. */
  colour_label(ask: { sort: LabelSort; name: string; colour: string | null }): Promise<void>;
  /** Gives a section or tag another name. */
  rename_label(ask: { sort: LabelSort; from: string; to: string }): Promise<Change>;
  /** Puts what stands under one section or tag under another, and takes the first away. */
  merge_labels(ask: { sort: LabelSort; from: string; into: string }): Promise<Change>;
  /** Takes a section or tag away, also from its releases. */
  remove_label(ask: { sort: LabelSort; name: string }): Promise<Change>;
  /** Takes a change of sections or tags back. */
  undo_label_change(ask: { id: number }): Promise<void>;
  /** Takes sections and tags from a CSV file; its broken lines are told. */
  load_vocabulary(ask: { path: string }): Promise<LoadedVocabulary>;
  /** Puts a release into the trash. */
  trash(ask: { id: number }): Promise<Release>;
  /** Takes a release out of the trash. */
  restore(ask: { id: number }): Promise<Release>;
  /** Makes a draft of a release's words. */
  duplicate(ask: { id: number }): Promise<Release>;
  /** Begins a correction of a release that is out, with its words to put right. */
  correct(ask: { id: number }): Promise<Release>;
  /** What a correction corrects, and the files in which that went out; null while it names no release of this desk. */
  corrected(ask: { content: Content }): Promise<Wrong | null>;
  /** What a correction changes, and where, as a sentence; empty while nothing differs. */
  propose_correction(ask: { content: Content }): Promise<string>;
  /** What its kind requires and a text does not have yet. */
  lacks(ask: { content: Content }): Promise<Array<Slot>>;
  /** What a sub-editor would mark, apart from what was accepted in the release. */
  check(ask: { id: number | null; content: Content }): Promise<Review>;
  /** Accepts a finding in a release, or for good in this office, with a reason. */
  accept(ask: { id: number; finding: Acceptable; why: string; forGood: boolean }): Promise<void>;
  /** Takes an acceptance back. */
  take_acceptance_back(ask: { id: number; key: string }): Promise<void>;
  /** What may be meant by a word that the dictionaries do not have, the best first. */
  suggest(ask: { word: string; language: Language }): Promise<Array<string>>;
  /** Every rule of the checks. */
  rules(): Promise<Array<RuleCard>>;
  /** The house style, and the file that it lives in. */
  house_style(): Promise<StyleInfo>;
  /** Keeps a changed house style. */
  put_house_style(ask: { style: HouseStyle }): Promise<void>;
  /** Sets how much the findings of a rule matter. */
  set_rule(ask: { rule: string; choice: Choice }): Promise<void>;
  /** Adds a word to the house's own dictionary. */
  accept_word(ask: { word: string }): Promise<void>;
  /** Takes files in: a house style in place of this one, rules of Vale beside it, dictionaries. What came of each, in sentences. */
  import_style(ask: { paths: Array<string> }): Promise<Array<Sentence>>;
  /** Writes the house style into a file. */
  export_style(ask: { path: string }): Promise<void>;
  /** Has the house style live in a file; null keeps it in the desk alone. */
  follow_style(ask: { path: string | null }): Promise<void>;
  /** A date as typed; null when it is none. */
  read_date(ask: { text: string }): Promise<string | null>;
  /** A date as the language writes it. */
  long_date(ask: { date: string; language: Language }): Promise<string>;
  /** An embargo as typed, in the office's zone unless it names another. */
  read_embargo(ask: { text: string }): Promise<Embargo>;
  /** What may be meant by an embargo that was refused because of a clock change. */
  embargo_choices(ask: { text: string }): Promise<Array<Instant>>;
  /** An embargo as it stands on the page. */
  embargo_line(ask: { embargo: Embargo; language: Language }): Promise<string>;
  /** The contacts of the library. */
  contacts(): Promise<Array<Contact>>;
  /** Keeps a contact, and carries it into every release that is not out yet. */
  put_contact(ask: { contact: Contact }): Promise<Put>;
  /** Takes a contact out of the library; releases keep it. */
  remove_contact(ask: { id: number }): Promise<void>;
  /** The boilerplates of the library. */
  boilerplates(): Promise<Array<Boilerplate>>;
  /** Keeps a boilerplate, and carries it into every release that is not out yet. */
  put_boilerplate(ask: { boilerplate: Boilerplate }): Promise<Put>;
  /** Takes a boilerplate out of the library; releases keep it. */
  remove_boilerplate(ask: { id: number }): Promise<void>;
  /** The people whose names the desk knows. */
  people(): Promise<Array<Person>>;
  /** Keeps a person. */
  put_person(ask: { person: Person }): Promise<number>;
  /** Takes a person out of the library. */
  remove_person(ask: { id: number }): Promise<void>;
  /** The places whose names the desk knows. */
  places(): Promise<Array<NamedPlace>>;
  /** Keeps a place. */
  put_place(ask: { place: NamedPlace }): Promise<number>;
  /** Takes a place out of the library. */
  remove_place(ask: { id: number }): Promise<void>;
  /** How many releases that are not out yet hold a contact or boilerplate. */
  piece_in_use(ask: { id: number }): Promise<number>;
  /** What was dropped, or else lies on the clipboard, as blocks. */
  paste(ask: { html: string; text: string; dropped: boolean }): Promise<Pasted>;
  /** Keeps a picture from a file, cleaned of what it tells about its maker and no larger than a page needs. */
  picture_from(ask: { path: string }): Promise<Added>;
  /** What was recognised in a document; null where there is nothing to look over. */
  recognised(ask: { path: string }): Promise<Recognised | null>;
  /** Makes the draft of a document, with its slots as they were looked over. */
  import_reviewed(ask: { path: string; slots: Recognised }): Promise<Imported>;
  /** Brings files and folders in, a draft for each release in them. */
  import_files(ask: { paths: Array<string> }): Promise<Array<Imported>>;
  /** The folder whose files become drafts by themselves, if there is one. */
  inbox(): Promise<string | null>;
  /** Makes another folder the inbox, or none. */
  set_inbox(ask: { folder: string | null }): Promise<void>;
  /** How many files lie in a folder, which would become drafts if it were the inbox. */
  waiting_in(ask: { folder: string }): Promise<number>;
  /** The revisions of a release, newest first. */
  history(ask: { id: number }): Promise<Array<RevisionInfo>>;
  /** What happened to a release beside its words, oldest first. */
  events(ask: { id: number }): Promise<Array<Event>>;
  /** The files that a release went out in, newest first. */
  exports(ask: { id: number }): Promise<Array<ExportRecord>>;
  /** The words of a revision. */
  revision(ask: { revision: number }): Promise<Content>;
  /** Takes an earlier revision back, as a new one. */
  restore_revision(ask: { id: number; base: number; revision: number }): Promise<Release>;
  /** The comments on a release, by thread. */
  threads(ask: { id: number }): Promise<Array<Thread>>;
  /** Says something in a thread; a new one begins with it. `words` are those that it stands on. */
  comment(ask: { id: number; thread: string; words: string; text: string }): Promise<Array<Thread>>;
  /** Says that a thread is done with, or open again. */
  resolve(ask: { id: number; thread: string; resolved: boolean }): Promise<Array<Thread>>;
  /** Splits a release: the rest of its text becomes a draft of its own. */
  split(ask: { id: number; base: number; parts: Parts }): Promise<Split>;
  /** Puts another release at the end of one; the other goes into the trash. */
  join(ask: { id: number; base: number; other: number }): Promise<Release>;
  /** Where words stand, in every release that can be changed. */
  find_everywhere(ask: { find: Find }): Promise<Found>;
  /** Puts other words in the place of the chosen hits, in all of the releases or in none. */
  replace_everywhere(ask: { find: Find; with: string; chosen: Array<Chosen> }): Promise<Array<Replaced>>;
  /** Lets releases read as before a replacement, where nobody wrote in them since. */
  put_back(ask: { replaced: Array<Replaced> }): Promise<Array<Replaced>>;
  /** A bulletin. */
  bulletin(ask: { id: number }): Promise<Bulletin>;
  /** Keeps a bulletin; a new one has the number 0. */
  put_bulletin(ask: { bulletin: Bulletin }): Promise<Bulletin>;
  /** Keeps a changed bulletin; a conflict when it is no longer as it was before the change. */
  change_bulletin(ask: { before: Bulletin; after: Bulletin }): Promise<Bulletin>;
  /** Takes a bulletin off the desk; its releases stay. */
  remove_bulletin(ask: { id: number }): Promise<void>;
  /** Exports releases, all of them or none. */
  export_releases(ask: { ids: Array<number>; order: ExportOrder }): Promise<Exported>;
  /** Exports a bulletin. */
  export_bulletin(ask: { id: number; order: ExportOrder }): Promise<Exported>;
  /** A release as it would leave now, for pasting into a mail or a word processor. */
  rich_text(ask: { id: number }): Promise<RichText>;
  /** Writes a text to a file of the editor's choice: the way out when the desk cannot be written. */
  save_text(ask: { path: string; text: string }): Promise<void>;
  /** Every theme that pages can have. */
  themes(): Promise<Array<ThemeInfo>>;
  /** Writes the site into a folder, or what changed of it; `Exists` when a file is in the way. */
  export_site(ask: { order: SiteExport }): Promise<SiteExported>;
  /** How many of how many pages of the site are ready; null while none is written. */
  site_progress(): Promise<[number, number] | null>;
  /** The public part of the key that exports are signed with; null while there is none. */
  signing_key(): Promise<KeyInfo | null>;
  /** Makes a key under a passphrase; where there is one already, only to replace it. */
  make_signing_key(ask: { passphrase: string; replace: boolean }): Promise<KeyInfo>;
  /** What the window remembers under a name. */
  setting(ask: { key: string }): Promise<string | null>;
  /** Remembers something for the window. */
  set_setting(ask: { key: string; value: string }): Promise<void>;
}
