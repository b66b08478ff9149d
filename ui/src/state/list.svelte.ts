/** The list of releases: what it is asked for, and the pages that have come so far. */
import type { Commands, Order, Queue, Row } from "../platform";
import { faultOf } from "../platform/fault";

const PAGE = 60;

/** As many as the desk gives at once: what was scrolled to stays while the list is read anew. */
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

  #commands: Commands;
  #next: string | null = null;
  #turn = 0;
  #fetching = false;

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

  /** Asks anew. Of several questions under way the last one counts. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const page = await this.#ask(null, Math.min(Math.max(PAGE, this.rows.length), MOST));
      if (turn !== this.#turn) return;
      this.rows = page.rows;
      this.#take(page);
      this.fault = null;
      this.ready = true;
    } catch (thrown) {
      if (turn === this.#turn) this.fault = faultOf(thrown).message;
    }
  }

  /** The page after those that are here, if there is one. */
  async more(): Promise<void> {
    if (this.#next === null || this.#fetching) return;
    this.#fetching = true;
    const turn = this.#turn;
    try {
      const page = await this.#ask(this.#next, PAGE);
      if (turn !== this.#turn) return;
      const known = new Set(this.rows.map(({ id }) => id));
      this.rows = [...this.rows, ...page.rows.filter(({ id }) => !known.has(id))];
      this.#take(page);
    } catch (thrown) {
      this.fault = faultOf(thrown).message;
    } finally {
      this.#fetching = false;
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
