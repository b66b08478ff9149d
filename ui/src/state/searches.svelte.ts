/** The searches that the office keeps in its desk pane: where they look, and for what. */
import type { Commands } from "../platform";
import type { Shelf } from "./list.svelte";

export interface SavedSearch {
  name: string;
  text: string;
  shelf: Shelf;
}

const KEY = "saved-searches";

export class Searches {
  all = $state.raw<SavedSearch[]>([]);
  #commands: Commands;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  async load(): Promise<void> {
    this.all = read(await this.#commands.setting({ key: KEY }));
  }

  /** Keeps a search; another one of the name gives way. */
  async keep(search: SavedSearch): Promise<void> {
    await this.load();
    const rest = this.all.filter(({ name }) => name !== search.name);
    await this.#write([...rest, search].sort((a, b) => a.name.localeCompare(b.name)));
  }

  async remove(name: string): Promise<void> {
    await this.load();
    await this.#write(this.all.filter((search) => search.name !== name));
  }

  async #write(all: SavedSearch[]): Promise<void> {
    await this.#commands.set_setting({ key: KEY, value: JSON.stringify(all) });
    this.all = all;
  }
}

/** What is no list of searches is none: a broken setting must not keep the desk shut. */
function read(kept: string | null): SavedSearch[] {
  try {
    const all: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(all) ? all.filter(isSearch) : [];
  } catch {
    return [];
  }
}

function isSearch(one: unknown): one is SavedSearch {
  const { name, text, shelf } = (one ?? {}) as Partial<SavedSearch>;
  return typeof name === "string" && typeof text === "string" && typeof shelf?.is === "string";
}
