/** What is planned: how much lies ahead, and what should be out by now and waits. */
import type { Commands, Planned } from "../platform";

/** How far ahead the desk pane counts, in milliseconds: a year. */
const AHEAD = 365 * 86_400_000;

export class Plan {
  due = $state.raw<Planned[]>([]);
  /** Releases that are planned, the overdue ones included. */
  count = $state(0);
  #commands: Commands;
  /** What has been reminded of, by release and time: once is enough. */
  #reminded = new Set<string>();

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  async load(now = new Date()): Promise<void> {
    const to = new Date(now.valueOf() + AHEAD);
    const [due, ahead] = await Promise.all([
      this.#commands.due(),
      this.#commands.calendar({ from: now.toISOString(), to: to.toISOString() }),
    ]);
    this.due = due;
    this.count = due.length + ahead.filter(({ what }) => what === "release").length;
  }

  /** What has come due since it was asked last. */
  fresh(): Planned[] {
    const fresh = this.due.filter((planned) => !this.#reminded.has(keyOf(planned)));
    for (const planned of fresh) this.#reminded.add(keyOf(planned));
    return fresh;
  }
}

function keyOf({ at, row }: Planned): string {
  return `${row.id} ${at}`;
}
