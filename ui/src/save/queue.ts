/**
 * The one way by which what was typed reaches the desk.
 *
 * A queue cares for one release (or bulletin) while it is open. It never holds text itself: it reads the newest
 * text at the moment of saving, so nothing can be saved that is older than what stands on the page,
 * and a failed save loses nothing. One save is under way at a time, and each names the revision it
 * was made from; a desk that has moved on refuses it, and then the editor decides.
 */
import type { Fault } from "../platform";
import { faultOf } from "../platform/fault";

export type SaveState =
  | { is: "saved"; at: Date | null }
  | { is: "saving" }
  | { is: "failed"; fault: Fault }
  | { is: "conflict"; fault: Fault };

/** What every save answers with. */
export interface Kept {
  revision: number;
  /** When, as ISO 8601. */
  modified: string;
}

export interface Saving<T, S extends Kept = Kept> {
  /** The revision that the text was opened at. */
  base: number;
  read: () => T;
  save: (base: number, text: T) => Promise<S>;
  onState: (state: SaveState) => void;
  onSaved: (saved: S) => void;
}

/**
 * How long a typed key may stay unsaved, in milliseconds. The preview shows what is saved, and follows
 * a key within a tenth of a second.
 */
export const PAUSE = 40;

/** How long to wait after each failure in a row, in milliseconds; the last repeats. */
export const RETRIES = [1_000, 2_000, 5_000, 15_000];

export class SaveQueue<T, S extends Kept = Kept> {
  #saving: Saving<T, S>;
  #base: number;
  #state: SaveState = { is: "saved", at: null };
  #dirty = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is under way: a save, or an act that must not run beside one. Never rejects. */
  #turn: Promise<unknown> | null = null;

  constructor(saving: Saving<T, S>) {
    this.#saving = saving;
    this.#base = saving.base;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** The revision that the next save is made from. */
  get base(): number {
    return this.#base;
  }

  /** Whether everything that was typed is on the desk. */
  get clean(): boolean {
    return !this.#dirty && this.#turn === null;
  }

  /**
   * Something was typed. It is saved at most `PAUSE` after the first key since the last save, not
   * after the last one: whoever types without a pause is saved all the same.
   */
  touch(): void {
    this.#dirty = true;
    if (this.#state.is === "saved") this.#enter({ is: "saving" });
    if (this.#state.is !== "conflict" && this.#turn === null) this.#schedule(PAUSE);
  }

  /** Saves now what is not saved yet. Answers whether everything is on the desk. */
  async flush(): Promise<boolean> {
    this.#unschedule();
    while (this.#turn) await this.#turn;
    while (this.#dirty && this.#state.is !== "conflict") {
      if (!(await this.#save())) return false;
      while (this.#turn) await this.#turn;
    }
    return !this.#dirty;
  }

  /**
   * Runs an act that gives the release a new revision (filing, a stage, a restored text) when
   * everything is saved and while nothing is being saved, and goes on from the revision it made.
   *
   * @throws the fault of the save when the text could not be saved first, and that of the act
   */
  async alone<R extends { revision: number }>(act: (base: number) => Promise<R>): Promise<R> {
    do {
      if (!(await this.flush())) throw this.#fault();
    } while (!this.clean);
    const made = await this.#takeTurn(async () => {
      const made = await act(this.#base);
      this.#base = made.revision;
      return made;
    });
    if (this.#dirty) this.#schedule(PAUSE);
    return made;
  }

  /** After a conflict: what stands on the page is saved on top of the revision `base`. */
  keepMine(base: number): Promise<boolean> {
    this.#base = base;
    this.#dirty = true;
    this.#enter({ is: "saving" });
    return this.flush();
  }

  /** The page shows the revision `base` now; what was typed before it is given up. */
  takeTheirs(base: number): void {
    this.#unschedule();
    this.#base = base;
    this.#dirty = false;
    this.#failures = 0;
    this.#enter({ is: "saved", at: null });
  }

  /** Stops trying. What is not saved stays with whoever reads the text. */
  stop(): void {
    this.#unschedule();
  }

  #save(): Promise<boolean> {
    this.#unschedule();
    this.#dirty = false;
    // While saving keeps failing, that is what the reader has to know; not that it is tried again.
    if (this.#state.is !== "failed") this.#enter({ is: "saving" });
    const { save, read } = this.#saving;
    return this.#takeTurn(async () => {
      let saved: S;
      try {
        saved = await save(this.#base, read());
      } catch (thrown) {
        this.#failed(faultOf(thrown));
        return false;
      }
      this.#succeeded(saved);
      return true;
    });
  }

  #succeeded(saved: S): void {
    this.#base = saved.revision;
    this.#failures = 0;
    this.#enter(this.#dirty ? { is: "saving" } : { is: "saved", at: new Date(saved.modified) });
    this.#saving.onSaved(saved);
  }

  #failed(fault: Fault): void {
    this.#dirty = true;
    if (fault.code === "conflict") {
      this.#enter({ is: "conflict", fault });
      return;
    }
    this.#enter({ is: "failed", fault });
    const wait = RETRIES[Math.min(this.#failures, RETRIES.length - 1)] ?? PAUSE;
    this.#failures += 1;
    this.#schedule(wait);
  }

  /** The turn ends when all that follows from it is noted, so that the next one sees it. */
  #takeTurn<R>(act: () => Promise<R>): Promise<R> {
    const turn = (async () => {
      try {
        return await act();
      } finally {
        this.#turn = null;
      }
    })();
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #schedule(wait: number): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, wait);
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #enter(state: SaveState): void {
    if (state.is === "saving" && this.#state.is === "saving") return;
    this.#state = state;
    this.#saving.onState(state);
  }

  #fault(): Fault {
    return this.#state.is === "failed" || this.#state.is === "conflict"
      ? this.#state.fault
      : faultOf("The text is not saved yet.");
  }
}
