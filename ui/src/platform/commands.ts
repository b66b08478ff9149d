/** The commands that the desk answers: the one contract between the window and Rust. */
import type { Boilerplate } from "./bindings/Boilerplate";
import type { Bulletin } from "./bindings/Bulletin";
import type { Contact } from "./bindings/Contact";
import type { Content } from "./bindings/Content";
import type { Embargo } from "./bindings/Embargo";
import type { Kind } from "./bindings/Kind";
import type { Office } from "./bindings/Office";
import type { Profile } from "./bindings/Profile";
import type { Release } from "./bindings/Release";
import type { Slot } from "./bindings/Slot";
import type { Stage } from "./bindings/Stage";
import type {
  Counts,
  DeskInfo,
  Event,
  Exported,
  ExportOrder,
  ExportRecord,
  Finding,
  Imported,
  Page,
  Pasted,
  Person,
  Question,
  RevisionInfo,
  Saved,
} from "./wire";

/** Every command refuses with a `Fault`. */
export interface Commands {
  desk(): Promise<DeskInfo>;
  set_office(a: { office: Office }): Promise<void>;
  set_user(a: { name: string }): Promise<void>;
  profiles(): Promise<Profile[]>;
  list(a: { question: Question }): Promise<Page>;
  counts(): Promise<Counts>;
  release(a: { id: number }): Promise<Release>;
  create(a: { kind: Kind }): Promise<Release>;
  /** Refuses with the code `conflict` when `base` is no longer the head. */
  save(a: { id: number; base: number; content: Content }): Promise<Saved>;
  /** A section of `null` leaves it as it is, an empty one takes the release out of its section. */
  file(a: {
    id: number;
    section: string | null;
    add: string[];
    remove: string[];
  }): Promise<Release>;
  /** Refuses with the code `refused` and the reasons. */
  move_to(a: { id: number; stage: Stage; why: string | null }): Promise<Release>;
  trash(a: { id: number }): Promise<Release>;
  restore(a: { id: number }): Promise<Release>;
  duplicate(a: { id: number }): Promise<Release>;
  lacks(a: { content: Content }): Promise<Slot[]>;
  check(a: { content: Content }): Promise<Finding[]>;
  read_date(a: { text: string }): Promise<string | null>;
  long_date(a: { date: string; language: string }): Promise<string>;
  /** Refuses with a sentence when a clock change makes the time no single instant. */
  read_embargo(a: { text: string }): Promise<Embargo>;
  embargo_line(a: { embargo: Embargo; language: string }): Promise<string>;
  contacts(): Promise<Contact[]>;
  put_contact(a: { contact: Contact }): Promise<Contact>;
  remove_contact(a: { id: number }): Promise<void>;
  boilerplates(): Promise<Boilerplate[]>;
  put_boilerplate(a: { boilerplate: Boilerplate }): Promise<Boilerplate>;
  remove_boilerplate(a: { id: number }): Promise<void>;
  people(): Promise<Person[]>;
  paste(a: { html: string; text: string }): Promise<Pasted>;
  import_files(a: { paths: string[] }): Promise<Imported[]>;
  history(a: { id: number }): Promise<RevisionInfo[]>;
  events(a: { id: number }): Promise<Event[]>;
  exports(a: { id: number }): Promise<ExportRecord[]>;
  revision(a: { revision: number }): Promise<Content>;
  restore_revision(a: { id: number; base: number; revision: number }): Promise<Release>;
  bulletin(a: { id: number }): Promise<Bulletin>;
  put_bulletin(a: { bulletin: Bulletin }): Promise<Bulletin>;
  remove_bulletin(a: { id: number }): Promise<void>;
  /** Refuses with the code `exists` when somebody else's file stands in the way. */
  export_releases(a: { ids: number[]; order: ExportOrder }): Promise<Exported>;
  export_bulletin(a: { id: number; order: ExportOrder }): Promise<Exported>;
  /** Writes text to a file of the user's choice: the way out when the desk cannot be written. */
  save_text(a: { path: string; text: string }): Promise<void>;
  setting(a: { key: string }): Promise<string | null>;
  set_setting(a: { key: string; value: string }): Promise<void>;
}
