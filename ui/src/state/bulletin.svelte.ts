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

  constructor(commands: Commands, bulletin: Bulletin, onSaved: () => void) {
    this.#commands = commands;
    this.id = bulletin.id;
    this.bulletin = bulletin;
    this.queue = new SaveQueue<Bulletin>({
      base: 0,
      read: () => this.bulletin,
      save: async (_, bulletin) => {
        await commands.put_bulletin({ bulletin });
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

  async #fetch(): Promise<void> {
    const missing = this.bulletin.items.filter((id) => !this.releases.has(id));
    if (missing.length === 0) return;
    const fetched = await Promise.allSettled(missing.map((id) => this.#commands.release({ id })));
    const found = fetched.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    this.releases = new Map([
      ...this.releases,
      ...found.map((release) => [release.id, release] as const),
    ]);
  }
}
