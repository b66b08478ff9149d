/** A release that is open: what stands on the page, and its way to the desk. */
import type { Length } from "../editor";
import { SaveQueue, type SaveState } from "../save/queue";
import type { Content } from "../platform/bindings/Content";
import type { Release } from "../platform/bindings/Release";
import type { Slot } from "../platform/bindings/Slot";
import type { Stage } from "../platform/bindings/Stage";
import type { Acceptance } from "../platform/bindings/Acceptance";
import type { Commands, Finding, Saved } from "../platform";
import { faultOf } from "../platform/fault";
import { w } from "../words";
import { filing, stillHas, type Acts, type Done } from "./deeds";

/** The two slots whose text an editor holds. */
export type EditedSlot = "body" | "notes";

/** What an open release tells its surroundings. */
export interface Surroundings {
  commands: Commands;
  /** Its line in the lists is no longer right. */
  changed: (open: OpenRelease) => void;
  /** Its approval no longer holds, because its text changed. */
  voided: (open: OpenRelease) => void;
  /** Something was done that can be undone. */
  did: (id: number, done: Done) => void;
}

/** How long the typing must rest before the text is checked, and told of elsewhere, in milliseconds. */
export const REST = 300;

export class OpenRelease implements Acts {
  readonly id: number;
  /** As the desk last told it: its stage, its filing, its approval. */
  release = $state.raw() as Release;
  /** The slots as they stand on the page; a text that an editor holds as it was handed to it. See `snapshot`. */
  content = $state.raw() as Content;
  saving = $state.raw<SaveState>({ is: "saved", at: null });
  /**
   * Goes up when its history and all that the desk keeps beside it is to be read anew: after each
   * act, and after saves when the typing rests, for almost every key is saved.
   */
  told = $state(0);
  /** Goes up whenever the texts come from elsewhere than the editors, which then take them. */
  edition = $state(0);
  /** What the checks say, in the order of the page. */
  findings = $state.raw<Finding[]>([]);
  /** What they say and somebody let stand, with the reasons. */
  accepted = $state.raw<Finding[]>([]);
  acceptances = $state.raw<Acceptance[]>([]);
  lacking = $state.raw<Slot[]>([]);
  /** How long the body is; counted when the typing rests. */
  length = $state.raw<Length>({ words: 0, characters: 0 });

  readonly queue: SaveQueue<Content, Saved>;
  #around: Surroundings;
  #readers = new Map<EditedSlot, () => BodyJson>();
  #checking: ReturnType<typeof setTimeout> | undefined;
  #checked = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Surroundings, release: Release) {
    this.#around = around;
    this.id = release.id;
    this.release = release;
    this.content = release.content;
    this.saving = { is: "saved", at: new Date(release.modified) };
    const { id } = release;
    this.queue = new SaveQueue<Content, Saved>({
      base: release.revision,
      read: () => this.snapshot(),
      save: (base, content) => around.commands.save({ id, base, content }),
      onState: (state) => (this.saving = state),
      onSaved: (saved) => this.#saved(saved),
    });
    this.#checkSoon(0);
  }

  get title(): string {
    return this.content.headline;
  }

  /** Whether readers have it, or it lies in the trash: then it is not written in by accident. */
  get closed(): boolean {
    return this.release.trashed;
  }

  /** Changes slots, and sees to it that they are saved. */
  set(change: Partial<Content>): void {
    const slots = Object.keys(change) as (keyof Content)[];
    const before = Object.fromEntries(slots.map((slot) => [slot, this.content[slot]]));
    if (stillHas(this.content, change)) return;
    this.content = { ...this.content, ...change };
    this.touch();
    this.#around.did(this.id, { is: "set", before, after: change });
  }

  async setIf(these: Partial<Content>, others: Partial<Content>): Promise<void> {
    if (!stillHas(this.content, these)) throw faultOf(w.undo.changed);
    this.set(others);
    await this.queue.flush();
  }

  /** Something was typed in one of the editors. */
  touch(): void {
    this.queue.touch();
    this.#checkSoon(REST);
  }

  /** Lends the text of an editor for as long as it is mounted; the answer ends it. */
  lend(slot: EditedSlot, read: () => BodyJson): () => void {
    this.#readers.set(slot, read);
    return () => {
      if (this.#readers.get(slot) !== read) return;
      this.content = { ...this.content, [slot]: read() };
      this.#readers.delete(slot);
    };
  }

  /** All that stands on the page at this moment. */
  snapshot(): Content {
    const texts = [...this.#readers].map(([slot, read]) => [slot, read()] as const);
    return { ...this.content, ...Object.fromEntries(texts) };
  }

  /** Files it, adds and removes tags. A section of `null` leaves it where it is. */
  async file(section: string | null, add: string[] = [], remove: string[] = []): Promise<void> {
    const { id, release } = this;
    await this.#act(() => this.#around.commands.file({ id, section, add, remove }));
    this.#around.did(id, filing(release, section, add, remove));
  }

  async moveTo(stage: Stage, why: string | null = null): Promise<void> {
    await this.#act(() => this.#around.commands.move_to({ id: this.id, stage, why }));
    this.#around.did(this.id, { is: "moved", to: stage, why });
  }

  takeBack(): Promise<void> {
    return this.#act(() => this.#around.commands.take_back({ id: this.id }));
  }

  /** Plans it for a time, or takes it from the plan. */
  plan(at: string | null): Promise<void> {
    return this.#act(() => this.#around.commands.plan({ id: this.id, at }));
  }

  async trash(): Promise<void> {
    await this.#act(() => this.#around.commands.trash({ id: this.id }));
    this.#around.did(this.id, { is: "trashed" });
  }

  async restore(): Promise<void> {
    await this.#act(() => this.#around.commands.restore({ id: this.id }));
    this.#around.did(this.id, { is: "restored" });
  }

  async restoreRevision(revision: number): Promise<void> {
    await this.#act((base) =>
      this.#around.commands.restore_revision({ id: this.id, base, revision }),
    );
    this.#replace(this.release.content);
  }

  /** Leaves only what stands before the caret; the rest becomes a draft, which is the answer. */
  async split(before: BodyJson, rest: BodyJson): Promise<Release> {
    const stays = { ...this.snapshot(), body: before };
    const { id } = this;
    const split = await this.queue.alone(async (base) => {
      const parts = { stays, rest };
      const split = await this.#around.commands.split({ id, base, parts });
      return { ...split, revision: split.left.revision };
    });
    this.#told(split.left);
    this.#replace(split.left.content);
    return split.new;
  }

  /** Takes another release in at the end; that one goes into the trash. */
  async join(other: number): Promise<void> {
    await this.#act((base) => this.#around.commands.join({ id: this.id, base, other }));
    this.#replace(this.release.content);
  }

  /** The desk was changed elsewhere. What is unsaved here stays, and meets the other at its save. */
  async refresh(): Promise<void> {
    if (!this.queue.clean) return;
    const release = await this.#around.commands.release({ id: this.id });
    if (!this.queue.clean) return;
    const moved = release.revision !== this.queue.base;
    this.#told(release);
    if (!moved) return;
    this.queue.takeTheirs(release.revision);
    this.#replace(release.content);
  }

  /** In a conflict: mine is saved on top, theirs stays in the history. */
  async keepMine(theirs: Release): Promise<void> {
    await this.queue.keepMine(theirs.revision);
  }

  /** In a conflict: mine goes into the history, and theirs stands again. */
  async takeTheirs(theirs: Release): Promise<void> {
    if (await this.queue.keepMine(theirs.revision)) await this.restoreRevision(theirs.revision);
  }

  async #act(act: (base: number) => Promise<Release>): Promise<void> {
    this.#told(await this.queue.alone(act));
  }

  #told(release: Release): void {
    this.release = release;
    this.told += 1;
    this.#around.changed(this);
  }

  #replace(content: Content): void {
    this.#readers.clear();
    this.content = content;
    this.edition += 1;
    this.#around.changed(this);
    this.#checkSoon(0);
  }

  #saved({ revision, modified, stage, approval }: Saved): void {
    const voided = this.release.approval !== null && approval === null;
    this.release = { ...this.release, revision, modified, stage, approval };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => (this.told += 1), REST);
    this.#around.changed(this);
    if (voided) this.#around.voided(this);
  }

  #checkSoon(pause: number): void {
    clearTimeout(this.#checking);
    this.#checking = setTimeout(() => void this.#check(), pause);
  }

  /** Checks at once: the house style, or what was accepted, has changed. */
  async recheck(): Promise<void> {
    clearTimeout(this.#checking);
    await this.#check();
  }

  async #check(): Promise<void> {
    const turn = ++this.#checked;
    const content = this.snapshot();
    try {
      const [review, lacking] = await Promise.all([
        this.#around.commands.check({ id: this.id, content }),
        this.#around.commands.lacks({ content }),
      ]);
      if (turn !== this.#checked) return;
      this.findings = review.open;
      this.accepted = review.accepted;
      this.acceptances = review.acceptances;
      this.lacking = lacking;
    } catch {
      // A check that fails says nothing about the text; the next key asks again.
      this.findings = [];
    }
  }
}
