/**
 * What was done outside the text, and the way back: one stack for filing, stages, the slots of the
 * page and the trash. The text itself has the editor's own.
 *
 * Nothing is taken out of the desk by an undo: it appends the act that leads back, and the record
 * keeps both.
 */

/** Something that was done, with its way back. */
export interface Deed {
  /** What it was, as it follows the word Undo. */
  name: string;
  /** One deed out of this and the one just before it: a field that is being typed in. */
  joined?: (before: Deed) => Deed | null;
  /** Whether it changed the text itself: the text's own Undo leads here when it has nothing left. */
  inText?: boolean;
  back: () => Promise<void>;
  again: () => Promise<void>;
}

/** How far back the stack reaches. */
const DEEP = 100;

/** Milliseconds within which a deed may go on with the one before it. */
const CLOSE = 2_000;

export class Undo {
  #done = $state.raw<Deed[]>([]);
  #undone = $state.raw<Deed[]>([]);
  #last = 0;
  /** While a deed is being undone or done again, what it does is no deed of its own. */
  #busy = false;

  /** What would be undone. */
  get next(): string | null {
    return this.#done.at(-1)?.name ?? null;
  }

  /** What would be done again. */
  get nextAgain(): string | null {
    return this.#undone.at(-1)?.name ?? null;
  }

  /** Whether what would be undone, or done again, changed a text as a whole. */
  reaches(way: "undo" | "redo"): boolean {
    return (way === "undo" ? this.#done : this.#undone).at(-1)?.inText ?? false;
  }

  did(deed: Deed): void {
    if (this.#busy) return;
    const now = performance.now();
    const before = this.#done.at(-1);
    const joined = before && now - this.#last < CLOSE ? deed.joined?.(before) : null;
    this.#done = joined ? [...this.#done.slice(0, -1), joined] : [...this.#done, deed].slice(-DEEP);
    this.#last = now;
    this.#undone = [];
  }

  /** Undoes the last deed; answers what it was. One that cannot be undone is out of the way then. */
  async undo(): Promise<string | null> {
    const deed = this.#done.at(-1);
    if (!deed || this.#busy) return null;
    this.#done = this.#done.slice(0, -1);
    await this.#quietly(deed.back);
    this.#undone = [...this.#undone, deed];
    return deed.name;
  }

  async redo(): Promise<string | null> {
    const deed = this.#undone.at(-1);
    if (!deed || this.#busy) return null;
    this.#undone = this.#undone.slice(0, -1);
    await this.#quietly(deed.again);
    this.#done = [...this.#done, deed];
    return deed.name;
  }

  /** Undoes one deed, wherever it stands: its own notice offers that. */
  async takeBack(deed: Deed): Promise<void> {
    if (!this.#done.includes(deed) || this.#busy) return;
    this.#done = this.#done.filter((one) => one !== deed);
    await this.#quietly(deed.back);
    this.#undone = [...this.#undone, deed];
  }

  async #quietly(act: () => Promise<void>): Promise<void> {
    this.#busy = true;
    try {
      await act();
    } finally {
      this.#busy = false;
    }
  }
}
