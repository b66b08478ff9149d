/** The desk as the window has it: what is listed, what is open, and what may be done with it. */
import { createContext, tick, untrack } from "svelte";
import { SvelteMap } from "svelte/reactivity";

import type { Commented, Length, Suggestion } from "../editor";
import {
  faultOf,
  type Commands,
  type Counts,
  type DeskInfo,
  type Finding,
  type Imported,
  type Platform,
} from "../platform";
import type { Bulletin } from "../platform/bindings/Bulletin";
import type { Chosen } from "../platform/bindings/Chosen";
import type { Find } from "../platform/bindings/Find";
import type { Kind } from "../platform/bindings/Kind";
import type { Profile } from "../platform/bindings/Profile";
import type { Office } from "../platform/bindings/Office";
import type { Recognised } from "../platform/bindings/Recognised";
import type { Slot } from "../platform/bindings/Slot";
import type { Stage } from "../platform/bindings/Stage";
import { dayAndClock } from "../list/when";
import { passagesOf } from "../editor/body_passages";
import type { SaveState } from "../save/queue";
import { w } from "../words";
import { OpenBulletin } from "./bulletin.svelte";
import { ClosedRelease } from "./closed";
import { deedOf, type Acts, type Done, type DoneTo } from "./deeds";
import type { Dialog } from "./dialog";
import { Kept } from "./kept.svelte";
import { Library } from "./library.svelte";
import { ReleaseList, type Shelf } from "./list.svelte";
import { Look } from "./look.svelte";
import { Notices } from "./notices.svelte";
import { Plan } from "./plan.svelte";
import { OpenRelease, type EditedSlot } from "./release.svelte";
import { savedSearches, type SavedSearch } from "./searches";
import { Preview, type Shown } from "./preview.svelte";
import { Undo, type Deed } from "./undo.svelte";

export const [useDesk, provideDesk] = createContext<Desk>();

const NO_COUNTS: Counts = {
  queues: {
    all: 0,
    draft: 0,
    review: 0,
    approved: 0,
    embargoed: 0,
    released: 0,
    withdrawn: 0,
    trash: 0,
  },
  sections: [],
  tags: [],
  languages: [],
  bulletins: [],
};

/** What others may ask of the paper. */
export interface Page {
  focus(slot: Slot): void;
  /** What is suggested in the text, in its order. */
  readonly suggestions: readonly PlacedSuggestion[];
  /** The words that are commented on, in their order. */
  readonly commented: readonly PlacedComment[];
  /** What the caret is in. */
  readonly caret: { suggestion: string | null; thread: string | null };
  /** How much is selected in the text that was written in last; null when nothing is. */
  readonly selected: Length | null;
  /** The selected words of it. */
  readonly selectedWords: string;
  /** Marks the selected words as commented on. Returns them; null when there are none. */
  comment(id: string): string | null;
  uncomment(id: string): void;
  /** Accepts or rejects suggestions; all of them without ids. */
  decide(accept: boolean, ids?: readonly string[]): void;
  /** Takes pictures into the text where they were dropped; false when that was not on the text. */
  dropPictures(paths: readonly string[], x: number, y: number): boolean;
  showRemark(remark: PlacedSuggestion | PlacedComment): void;
  /** The body before and from the caret on. */
  parts(): { before: BodyJson; after: BodyJson } | null;
  /** Whether the text that was written in last has something of its own to undo or do again. */
  canRetrace(way: "undo" | "redo"): boolean;
  /** Opens find and replace. */
  find(): void;
  /** Shows where a finding is. */
  show(finding: Finding): void;
  /** Mends it. False when the text has changed since it was found. */
  mend(finding: Finding, replacement: string): boolean;
}

/** A suggestion, and in which of the two texts it is. */
export type PlacedSuggestion = Suggestion & { slot: EditedSlot };

/** Words with a comment, and in which of the two texts they are. */
export type PlacedComment = Commented & { slot: EditedSlot };

export class Desk {
  readonly platform: Platform;
  readonly commands: Commands;
  readonly list: ReleaseList;
  readonly library: Library;
  readonly look: Look;
  readonly people: Kept<string>;
  readonly plan: Plan;
  readonly searches: Kept<SavedSearch>;
  readonly preview: Preview;
  readonly notices = new Notices();
  readonly undo = new Undo();

  info = $state.raw() as DeskInfo;
  profiles = $state.raw<Profile[]>([]);
  counts = $state.raw<Counts>(NO_COUNTS);
  open = $state.raw<OpenRelease | null>(null);
  bulletin = $state.raw<OpenBulletin | null>(null);
  /** Whether what is written is suggested. */
  suggesting = $state(false);
  /** The words that a comment is being written on. */
  commenting = $state<string | null>(null);
  /** Whether nobody has begun with this desk: it welcomes whoever opens it. */
  isNew = $state(false);
  /** The releases marked in the list, for acts on several; the open one alone when empty. */
  marked = $state.raw<ReadonlySet<number>>(new Set());
  /** The line of the list that the keyboard stands on. */
  cursor = $state<number | null>(null);
  dialog = $state.raw<Dialog | null>(null);
  /** The finding whose card is shown: where it is on the screen, and what led there. */
  pointed = $state.raw<{ finding: Finding; box: DOMRect; by: "keys" | "panel" | "pointer" } | null>(
    null,
  );
  /** The paper of the open release, while it is on the screen. */
  page = $state.raw<Page | null>(null);

  /** Releases that were left before their text was saved; they stay until it is. */
  #left = new SvelteMap<number, OpenRelease>();
  #turn = 0;
  /** What is being done to several releases, as long as it goes on. */
  #gathered: DoneTo | null = null;

  private constructor(platform: Platform) {
    this.platform = platform;
    this.commands = platform.commands;
    this.list = new ReleaseList(platform.commands);
    this.library = new Library(platform.commands);
    this.look = new Look(platform.commands);
    const isName = (one: unknown) => typeof one === "string";
    this.people = new Kept(platform.commands, "people-at-the-desk", (name) => name, isName);
    this.plan = new Plan(platform.commands);
    this.searches = savedSearches(platform.commands);
    this.preview = new Preview(platform);
  }

  /** Opens the window's side of the desk: what it shows first is there when this is done. */
  static async at(platform: Platform): Promise<Desk> {
    const desk = new Desk(platform);
    const { commands } = platform;
    const [info, profiles] = await Promise.all([
      commands.desk(),
      commands.profiles(),
      desk.look.recall(),
      desk.list.load(),
      desk.recount(),
      desk.library.load(),
      desk.searches.load(),
      desk.preview.load(),
    ]);
    desk.info = info;
    desk.profiles = profiles;
    if (!info.user && !info.office.name && desk.counts.queues.all === 0) {
      desk.isNew = true;
    }
    platform.onDeskChanged(() => void desk.refresh());
    platform.onStyleChanged(() => void desk.open?.recheck());
    platform.onArrived((arrived) => void desk.welcome(arrived));
    platform.onClose(() => desk.settle());
    return desk;
  }

  profileOf(kind: Kind): Profile {
    return (
      this.profiles.find((profile) => profile.kind === kind) ?? { kind, slots: [], required: [] }
    );
  }

  /** The state of saving that matters most: text left behind unsaved, before what is open. */
  get saving(): { state: SaveState; headline: string | null } {
    for (const left of this.#left.values()) {
      if (left.saving.is === "failed" || left.saving.is === "conflict") {
        return { state: left.saving, headline: left.title };
      }
    }
    const state = this.open?.saving ?? this.bulletin?.saving ?? { is: "saved", at: null };
    return { state, headline: null };
  }

  /** The release whose text could not be saved, if there is one. */
  get unsaved(): OpenRelease | null {
    const stuck = (open: OpenRelease) => ["failed", "conflict"].includes(open.saving.is);
    const left = [...this.#left.values()].find(stuck);
    return left ?? (this.open && stuck(this.open) ? this.open : null);
  }

  /** What the preview is of. */
  get shown(): Shown | null {
    const { open, bulletin } = this;
    if (open) {
      const { release } = open;
      return { of: { release: open.id, revision: release.revision }, edition: release };
    }
    return bulletin && { of: { bulletin: bulletin.id }, edition: bulletin.edition };
  }

  /** The passages of the open text as it was saved last, as the preview finds them again. */
  readonly passages = $derived.by((): string[] => {
    if (!this.open) return [];
    const { open } = this;
    void open.release;
    // Not for each key in a slot; and an editor that is asked for its text may finish a change.
    const { body, notes } = untrack(() => open.snapshot());
    return [...passagesOf(body), ...passagesOf(notes)]
      .filter(({ sort }) => sort !== "caption")
      .map(({ text }) => text ?? "");
  });

  /** What the acts on several releases are meant for. */
  get chosen(): number[] {
    if (this.marked.size > 0) return [...this.marked];
    return this.open ? [this.open.id] : [];
  }

  /** Runs what may be refused; a refusal is shown, and answered with `undefined`. */
  async attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (thrown) {
      this.notices.fault(thrown);
      return undefined;
    }
  }

  /** Opens a release. Of several asked for in a row the last one is shown. */
  async show(id: number): Promise<void> {
    this.cursor = id;
    if (!this.marked.has(id)) this.marked = new Set();
    if (this.open?.id === id) return;
    const turn = ++this.#turn;
    await this.attempt(async () => {
      const open =
        this.#left.get(id) ??
        new OpenRelease(
          {
            commands: this.commands,
            changed: (changed) => this.#changed(changed),
            voided: () => this.notices.say(w.save.approvalVoid),
            did: (id, done) => this.#did(id, done),
          },
          await this.commands.release({ id }),
        );
      if (turn !== this.#turn) return;
      await this.#leave(() => {
        this.open = open;
        this.bulletin = null;
      });
    });
  }

  async showBulletin(id: number): Promise<void> {
    if (this.bulletin?.id === id) return;
    const turn = ++this.#turn;
    await this.attempt(async () => {
      const bulletin = await this.commands.bulletin({ id });
      if (turn !== this.#turn) return;
      await this.#leave(() => {
        this.open = null;
        this.cursor = null;
        this.bulletin = new OpenBulletin(this.commands, bulletin, () => void this.recount());
      });
    });
  }

  async showShelf(shelf: Shelf): Promise<void> {
    this.marked = new Set();
    await this.list.show(shelf);
  }

  /** Shows a saved search: where it looks, and for what. */
  async showSearch({ text, shelf }: SavedSearch): Promise<void> {
    this.marked = new Set();
    this.list.text = text;
    await this.list.show(shelf);
  }

  async create(kind: Kind): Promise<void> {
    await this.attempt(async () => {
      const { id } = await this.commands.create({ kind });
      if (this.list.text || this.list.queue !== "all" || this.list.shelf.is !== "queue") {
        this.list.text = "";
        this.list.shelf = { is: "queue", queue: "all" };
      }
      await this.relist();
      await this.show(id);
      this.page?.focus("headline");
    });
  }

  /** Gives the marked releases a tag. */
  async tagMarked(tag: string): Promise<void> {
    const ids = [...this.marked];
    await this.attempt(async () => {
      const deed = await this.#together(ids, (release) => release.file(null, [tag]));
      await this.relist();
      this.notices.say(w.notices.tagged(ids.length, tag), () => void this.takeBack(deed));
    });
  }

  /** Whether not even the computer knows who sits at the desk. */
  get isNameless(): boolean {
    return !this.info.user && !this.info.system_user;
  }

  /** Takes the marked releases to a stage; those that may not go there stay, with the reason. */
  async moveMarked(stage: Stage): Promise<void> {
    if (stage === "approved" && this.isNameless) {
      this.dialog = { is: "name", then: () => void this.moveMarked(stage) };
      return;
    }
    const ids = [...this.marked];
    const refused: unknown[] = [];
    await this.attempt(async () => {
      if (stage === "approved" && !(await this.#mayApprove(ids))) return;
      const deed = await this.#together(ids, async (release) => {
        await release.moveTo(stage).catch((thrown: unknown) => refused.push(thrown));
      });
      await this.relist();
      const moved = ids.length - refused.length;
      if (moved > 0) {
        const said = w.list.moved(moved, w.stages[stage]);
        this.notices.say(said, () => void this.takeBack(deed));
      }
      if (refused.length > 0) {
        this.notices.fault(w.list.stayed(refused.length, sentenceOf(refused[0])));
      }
    });
  }

  /** Where the office wants other eyes than the writer's it asks, once for all of them. */
  async #mayApprove(ids: number[]): Promise<boolean> {
    for (const id of ids) {
      if (await this.commands.wants_other_eyes({ id }))
        return this.platform.ask(w.approve.ownWords);
    }
    return true;
  }

  /** Adds releases to a bulletin, whether it is open or not, and shows it. */
  async addToBulletin(id: number, releases: number[]): Promise<void> {
    await this.showBulletin(id);
    if (this.bulletin?.id !== id) return;
    this.bulletin.add(releases);
    const title = this.counts.bulletins.find((bulletin) => bulletin.id === id)?.title ?? "";
    this.notices.say(w.notices.added(releases.length, title));
  }

  async createBulletin(items: number[] = []): Promise<void> {
    await this.attempt(async () => {
      const { language, name } = this.info.office;
      const bulletin: Bulletin = {
        id: 0,
        masthead: name,
        issue: "",
        date: null,
        language,
        introduction: "",
        items,
        form: "full",
        embargoed: "hold",
      };
      const { id } = await this.commands.put_bulletin({ bulletin });
      await this.recount();
      await this.showBulletin(id);
    });
  }

  async removeBulletin(bulletin: OpenBulletin): Promise<void> {
    bulletin.queue.stop();
    await this.commands.remove_bulletin({ id: bulletin.id });
    if (this.bulletin === bulletin) this.bulletin = null;
    await this.recount();
  }

  duplicate(): Promise<void> {
    return this.#from("duplicate", w.notices.duplicated);
  }

  /** Begins a correction of what is open and out. */
  correct(): Promise<void> {
    return this.#from("correct", w.notices.corrected);
  }

  /** Makes a draft out of what is open, and opens that. */
  async #from(make: "duplicate" | "correct", said: string): Promise<void> {
    const { open } = this;
    if (!open) return;
    await this.attempt(async () => {
      await open.queue.flush();
      const { id } = await this.commands[make]({ id: open.id });
      await this.relist();
      await this.show(id);
      this.notices.say(said);
    });
  }

  /** Puts the chosen releases into the trash, and offers to take them out again. */
  async trash(): Promise<void> {
    const ids = this.chosen;
    await this.attempt(async () => {
      const deed = await this.#together(ids, (release) => release.trash());
      this.marked = new Set();
      await this.relist();
      this.notices.say(w.notices.trashed(ids.length), () => void this.takeBack(deed));
    });
  }

  async restore(ids: number[] = this.chosen): Promise<void> {
    await this.attempt(async () => {
      await this.#together(ids, (release) => release.restore());
      this.marked = new Set();
      await this.relist();
    });
  }

  /** An earlier text stands again; the one before it stays in the history. */
  async restoreRevision(open: OpenRelease, revision: number): Promise<void> {
    await open.restoreRevision(revision);
    this.notices.say(w.history.restored);
  }

  /** Puts other words in the place of hits in many releases; it is undone as one. */
  async replaceEverywhere(
    find: Find,
    replacement: string,
    chosen: Chosen[],
    hits: number,
  ): Promise<void> {
    const { commands } = this;
    let replaced = await commands.replace_everywhere({ find, with: replacement, chosen });
    const swap = async (): Promise<void> => {
      await this.flush();
      const back = await commands.put_back({ replaced });
      const left = replaced.length - back.length;
      replaced = back;
      await this.refresh();
      if (left > 0) this.notices.say(w.replace.left(left));
    };
    const deed = { name: w.replace.deed(find.text), back: swap, again: swap };
    this.undo.did(deed);
    await this.refresh();
    this.notices.say(w.replace.done(hits, chosen.length), () => void this.takeBack(deed));
  }

  async importFiles(paths: string[]): Promise<void> {
    const [path] = paths;
    if (path === undefined) return;
    await this.attempt(async () => {
      // One document is looked over first; several come in as they are.
      const slots = paths.length === 1 ? await this.commands.recognised({ path }) : null;
      if (slots) {
        this.dialog = { is: "review", path, slots };
        return;
      }
      const imported = await this.commands.import_files({ paths });
      await this.relist();
      const first = imported.find(({ id }) => id !== null)?.id;
      if (first) await this.show(first);
      this.dialog = { is: "imported", imported };
    });
  }

  /** Makes the draft of a document that was looked over. */
  async importReviewed(path: string, slots: Recognised): Promise<void> {
    await this.attempt(async () => {
      const { id, headline } = await this.commands.import_reviewed({ path, slots });
      await this.relist();
      if (id !== null) await this.show(id);
      this.notices.say(w.review.done(headline));
    });
  }

  /** What came out of the inbox is told, and does not disturb the writing. */
  async welcome(arrived: Imported[]): Promise<void> {
    const drafts = arrived.filter(({ id }) => id !== null);
    for (const { id, notes } of arrived) {
      if (id === null) this.notices.fault(notes.join(" "));
    }
    if (drafts.length === 0) return;
    await this.attempt(() => this.relist());
    this.notices.say(w.notices.arrived(drafts.length, drafts[0]?.headline ?? ""));
  }

  async setOffice(office: Office): Promise<void> {
    await this.commands.set_office({ office });
    this.info = { ...this.info, office };
    await this.platform.nameWindow(office.name ? `${office.name} – Dateline` : "Dateline");
  }

  async setUser(name: string): Promise<DeskInfo> {
    await this.commands.set_user({ name });
    if (name) await this.people.keep(name);
    this.info = { ...this.info, user: name };
    return this.info;
  }

  /** Undoes what was done last outside the text. */
  undoLast(): Promise<void> {
    return this.#retrace(async () => {
      const name = await this.undo.undo();
      return name && w.undo.undone(name);
    });
  }

  /** Does again what was undone last. */
  redoLast(): Promise<void> {
    return this.#retrace(async () => {
      const name = await this.undo.redo();
      return name && w.undo.redone(name);
    });
  }

  /** Reminds of releases whose time has come. */
  async remind(): Promise<void> {
    await this.plan.load();
    for (const { row, at } of this.plan.fresh()) {
      const headline = row.headline || w.untitled[row.kind];
      const when = dayAndClock(new Date(at), w.locale);
      this.notices.remind(w.plan.reminder(headline, when), {
        label: w.plan.show,
        run: () => void this.show(row.id),
      });
    }
  }

  async recount(): Promise<void> {
    this.counts = await this.commands.counts();
  }

  /** The list and the counts, anew. */
  async relist(): Promise<void> {
    await Promise.all([this.list.load(), this.recount(), this.plan.load()]);
  }

  /** Another program has changed the desk. */
  async refresh(): Promise<void> {
    await this.attempt(async () => {
      await Promise.all([
        this.relist(),
        this.library.load(),
        this.searches.load(),
        this.open?.refresh(),
        this.bulletin?.refresh(),
      ]);
    });
  }

  /** Everything typed goes to the desk now: the window loses the focus. */
  async flush(): Promise<boolean> {
    const queues = [this.open?.queue, this.bulletin?.queue, ...this.#leftQueues()];
    const saved = await Promise.all(queues.map((queue) => queue?.flush() ?? true));
    return saved.every(Boolean);
  }

  /** Before the window closes: everything is saved, or the editor says that it may be lost. */
  async settle(): Promise<boolean> {
    await this.look.remember();
    if (await this.flush()) return true;
    const reason = this.unsaved?.saving;
    const message = reason && "fault" in reason ? reason.fault.message : "";
    return this.platform.ask({
      ...w.save.closeAnyway,
      message: w.save.closeAnyway.message(message),
    });
  }

  /** Changes what is shown. The text that is left is saved in any case, before or after. */
  async #leave(change: () => void): Promise<void> {
    const { open, bulletin } = this;
    if (open) this.#left.set(open.id, open);
    change();
    if (this.open) this.#left.delete(this.open.id);
    // The editors hand their text back when they are unmounted.
    await tick();
    if (bulletin !== this.bulletin) void bulletin?.queue.flush();
    if (open && (await open.queue.flush()) && this.open !== open) this.#left.delete(open.id);
  }

  #changed(open: OpenRelease): void {
    const { release, content } = open;
    const { headline, kind, language, embargo, date } = content;
    const { section, tags, stage, trashed, reference, modified, release_at } = release;
    const line = { headline, kind, language, embargo, date };
    this.list.patch(open.id, {
      ...line,
      ...{ section, tags, stage, trashed, reference, modified, release_at },
    });
    if (this.open !== open && open.saving.is === "saved") this.#left.delete(open.id);
  }

  /** A release for acts on it: with what is being typed in it, where it is open. */
  #acts(id: number): Acts {
    if (this.open?.id === id) return this.open;
    const left = this.#left.get(id);
    return left ?? new ClosedRelease(id, this.commands, (done) => this.#did(id, done));
  }

  #did(id: number, done: Done): void {
    if (this.#gathered) this.#gathered.push({ id, done });
    else this.undo.did(deedOf([{ id, done }], (id) => this.#acts(id)));
  }

  /** Does one thing to several releases; it is undone as one, also when it stopped half way. */
  async #together(ids: number[], act: (release: Acts) => Promise<void>): Promise<Deed> {
    const gathered: DoneTo = (this.#gathered = []);
    const note = (): Deed => {
      this.#gathered = null;
      const deed = deedOf(gathered, (id) => this.#acts(id));
      if (gathered.length > 0) this.undo.did(deed);
      return deed;
    };
    try {
      for (const id of ids) await act(this.#acts(id));
    } catch (thrown) {
      note();
      throw thrown;
    }
    return note();
  }

  /** Takes one deed back, wherever it stands: its notice offers that. */
  takeBack(deed: Deed): Promise<void> {
    return this.#retrace(async () => {
      await this.undo.takeBack(deed);
      return null;
    });
  }

  async #retrace(go: () => Promise<string | null>): Promise<void> {
    await this.attempt(async () => {
      try {
        const name = await go();
        if (name !== null) this.notices.say(name);
      } finally {
        await this.relist();
      }
    });
  }

  #leftQueues() {
    return [...this.#left.values()].map(({ queue }) => queue);
  }
}

/** The sentence of whatever was thrown. */
export function sentenceOf(thrown: unknown): string {
  return faultOf(thrown).message;
}
