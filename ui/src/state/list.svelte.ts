/** The list of releases: what it is asked for, and the pages that have come so far. */
import type { Commands, Order, Queue, Row } from "../platform";
import { faultOf } from "../platform/fault";

/** Rows of the first page, which the window waits for. */
const FIRST = 60;

/** Rows that are fetched beyond those that are looked at, so that nobody waits for them. */
const AHEAD = 240;

/** As many as the desk gives at once. */
const MOST = 1000;

/** A list shows a queue, a section or a tag. */
export type Shelf =
  { is: "queue"; queue: Queue } | { is: "section"; name: string } | { is: "tag"; name: string };

export class ReleaseList {
  shelf = $state.raw<Shelf>({ is: "queue", queue: "all" });
  text = $state("");
  order = $state<Order>("newest");

  rows = $state.raw<Row[]>([]);
  total = $state(0);
  totalIsFloor = $state(false);
  remarks = $state.raw<string[]>([]);
  /** Why the list could not be read. */
  fault = $state<string | null>(null);
  /** Whether the first page of the present question has come. */
  ready = $state(false);
  /** How many rows have not come yet. */
  missing = $state(0);
  /** What the rows are the answer to: the same as long as the same is asked. */
  answers = $state("");

  #commands: Commands;
  #next: string | null = null;
  #turn = 0;
  #fetching: Promise<void> | null = null;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  show(shelf: Shelf): Promise<void> {
    this.shelf = shelf;
    this.ready = false;
    return this.load();
  }

  search(text: string): Promise<void> {
    this.text = text;
    return this.load();
  }

  sort(order: Order): Promise<void> {
    this.order = order;
    return this.load();
  }

  /**
   * Asks anew. Of several questions under way the last one counts. What was scrolled to stays while
   * the same is asked again.
   */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    const { shelf, text, order } = this;
    const asked = JSON.stringify([shelf, text, order]);
    const seen = asked === this.answers ? this.rows.length : 0;
    // The cursor belongs to the question before.
    this.#next = null;
    try {
      const page = await this.#ask(null, Math.min(Math.max(FIRST, seen), MOST));
      if (turn !== this.#turn) return;
      this.rows = page.rows;
      this.#take(page);
      this.answers = asked;
      this.fault = null;
      this.ready = true;
    } catch (thrown) {
      if (turn === this.#turn) this.fault = faultOf(thrown).message;
    }
  }

  /** Waits until the row at a position is here, if there is one, and has more fetched beyond it. */
  async reach(position: number): Promise<void> {
    const turn = this.#turn;
    while (turn === this.#turn && this.#next !== null && position >= this.rows.length) {
      await this.#more(position);
    }
    if (turn === this.#turn && position + AHEAD / 2 >= this.rows.length) void this.#more(position);
  }

  /** The page after those that are here, if there is one; it is fetched once. */
  #more(position: number): Promise<void> {
    if (this.#next === null) return Promise.resolve();
    const limit = Math.min(Math.max(AHEAD, position + AHEAD - this.rows.length), MOST);
    return (this.#fetching ??= this.#fetch(this.#next, limit).finally(
      () => (this.#fetching = null),
    ));
  }

  async #fetch(after: string, limit: number): Promise<void> {
    const turn = this.#turn;
    try {
      const page = await this.#ask(after, limit);
      if (turn !== this.#turn) return;
      const known = new Set(this.rows.map(({ id }) => id));
      this.rows = [...this.rows, ...page.rows.filter(({ id }) => !known.has(id))];
      this.#take(page);
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#next = null;
      this.fault = faultOf(thrown).message;
    }
  }

  /** A release has changed: its line says so at once, and stays where it is. */
  patch(id: number, change: Partial<Row>): void {
    const at = this.rows.findIndex((row) => row.id === id);
    const row = this.rows[at];
    if (row) this.rows = this.rows.with(at, { ...row, ...change });
  }

  get queue(): Queue {
    return this.shelf.is === "queue" ? this.shelf.queue : "all";
  }

  #take(page: { next: string | null; total: number; total_is_floor: boolean; remarks: string[] }) {
    this.#next = page.next;
    this.total = page.total;
    this.missing = page.next === null ? 0 : Math.max(1, page.total - this.rows.length);
    this.totalIsFloor = page.total_is_floor;
    this.remarks = page.remarks;
  }

  #ask(after: string | null, limit: number) {
    const { shelf, text } = this;
    return this.#commands.list({
      question: {
        queue: this.queue,
        section: shelf.is === "section" ? shelf.name : null,
        tag: shelf.is === "tag" ? shelf.name : null,
        text,
        order: text.trim() || this.order === "stage" ? this.order : "newest",
        after,
        limit,
      },
    });
  }
}
