/** The people who take turns at this desk, by name. */
import type { Commands } from "../platform";

const KEY = "people-at-the-desk";

export class People {
  names = $state.raw<string[]>([]);
  #commands: Commands;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  async load(): Promise<void> {
    this.names = read(await this.#commands.setting({ key: KEY }));
  }

  async add(name: string): Promise<void> {
    await this.load();
    if (!this.names.includes(name)) await this.#write([...this.names, name].sort());
  }

  async forget(name: string): Promise<void> {
    await this.load();
    await this.#write(this.names.filter((one) => one !== name));
  }

  async #write(names: string[]): Promise<void> {
    await this.#commands.set_setting({ key: KEY, value: JSON.stringify(names) });
    this.names = names;
  }
}

function read(kept: string | null): string[] {
  try {
    const names: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}
