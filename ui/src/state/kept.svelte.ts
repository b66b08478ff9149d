/** A short list that the office keeps in its desk, each entry by its name. */
import type { Commands } from "../platform";

export class Kept<T> {
  all = $state.raw<T[]>([]);
  #commands: Commands;
  #key: string;
  #nameOf: (one: T) => string;
  #isOne: (one: unknown) => one is T;

  /** `isOne` tells an entry from what else may stand under the key. */
  constructor(
    commands: Commands,
    key: string,
    nameOf: (one: T) => string,
    isOne: (one: unknown) => one is T,
  ) {
    this.#commands = commands;
    this.#key = key;
    this.#nameOf = nameOf;
    this.#isOne = isOne;
  }

  async load(): Promise<void> {
    this.all = this.#read(await this.#commands.setting({ key: this.#key }));
  }

  /** Keeps one; another of its name gives way. What others kept meanwhile stays. */
  async keep(one: T): Promise<void> {
    await this.load();
    const name = this.#nameOf(one);
    const rest = this.all.filter((other) => this.#nameOf(other) !== name);
    const order = (a: T, b: T) => this.#nameOf(a).localeCompare(this.#nameOf(b));
    await this.#write([...rest, one].sort(order));
  }

  async remove(name: string): Promise<void> {
    await this.load();
    await this.#write(this.all.filter((one) => this.#nameOf(one) !== name));
  }

  async #write(all: T[]): Promise<void> {
    await this.#commands.set_setting({ key: this.#key, value: JSON.stringify(all) });
    this.all = all;
  }

  /** What is no list is none: a broken setting must not keep the desk shut. */
  #read(kept: string | null): T[] {
    try {
      const all: unknown = JSON.parse(kept ?? "[]");
      return Array.isArray(all) ? all.filter(this.#isOne) : [];
    } catch {
      return [];
    }
  }
}
