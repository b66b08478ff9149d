/** A bulletin that is open: its words, its items in order, and its way to the desk. */
import { SaveQueue, type SaveState } from "../save/queue";
import type { Bulletin } from "../platform/bindings/Bulletin";
import type { Release } from "../platform/bindings/Release";
import type { Commands } from "../platform";

export class OpenBulletin {
  readonly id: number;
  bulletin = $state.raw() as Bulletin;
  saving = $state.raw<SaveState>({ is: "saved", at: null });
  /** Counts the saves, so that a preview knows when to paint anew. */
  edition = $state(0);
  /** The releases in it, as far as they have come. */
  releases = $state.raw(new Map<number, Release>());
  readonly queue: SaveQueue<Bulletin>;
  #commands: Commands;
  /** As the desk has it, for all that is known: what a save is made from. */
  #before: Bulletin;

  constructor(commands: Commands, bulletin: Bulletin, onSaved: () => void) {
    this.#commands = commands;
    this.id = bulletin.id;
    this.bulletin = bulletin;
    this.#before = bulletin;
    this.queue = new SaveQueue<Bulletin>({
      base: 0,
      read: () => this.bulletin,
      save: async (_, bulletin) => {
        this.#before = await commands.change_bulletin({ before: this.#before, after: bulletin });
        return { revision: 0, modified: new Date().toISOString() };
      },
      onState: (state) => (this.saving = state),
      onSaved: () => {
        this.edition += 1;
        onSaved();
      },
    });
    void this.#fetch();
  }

  set(change: Partial<Bulletin>): void {
    this.bulletin = { ...this.bulletin, ...change };
    this.queue.touch();
    void this.#fetch();
  }

  add(ids: number[]): void {
    const { items } = this.bulletin;
    this.set({ items: [...items, ...ids.filter((id) => !items.includes(id))] });
  }

  remove(id: number): void {
    this.set({ items: this.bulletin.items.filter((item) => item !== id) });
  }

  /** Puts an item to a place, counted from 0; beyond the ends nothing happens. */
  move(from: number, to: number): void {
    const { items } = this.bulletin;
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    this.set({ items: items.toSpliced(from, 1).toSpliced(to, 0, item) });
  }

  /** The desk was changed elsewhere: its items as they stand now, and it itself if all is saved. */
  async refresh(): Promise<void> {
    const theirs = await this.#commands.bulletin({ id: this.id });
    const changed = JSON.stringify(theirs) !== JSON.stringify(this.#before);
    if (changed && this.queue.clean) this.#take(theirs);
    await this.#fetch(this.bulletin.items);
  }

  /** Somebody else has changed it: as it stands on the desk, it takes the place of what is here. */
  async takeTheirs(): Promise<void> {
    this.#take(await this.#commands.bulletin({ id: this.id }));
    await this.#fetch();
  }

  /** Somebody else has changed it: what stands here goes over it. */
  async keepMine(): Promise<void> {
    this.#before = await this.#commands.bulletin({ id: this.id });
    await this.queue.keepMine(0);
  }

  #take(theirs: Bulletin): void {
    this.bulletin = this.#before = theirs;
    this.queue.takeTheirs(0);
    this.edition += 1;
  }

  async #fetch(wanted = this.#missing()): Promise<void> {
    if (wanted.length === 0) return;
    const fetched = await Promise.allSettled(wanted.map((id) => this.#commands.release({ id })));
    const found = fetched.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    this.releases = new Map([
      ...this.releases,
      ...found.map((release) => [release.id, release] as const),
    ]);
  }

  #missing(): number[] {
    return this.bulletin.items.filter((id) => !this.releases.has(id));
  }
}
