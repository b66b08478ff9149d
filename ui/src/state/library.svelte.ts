/** The shared pieces: contacts and boilerplates. */
import type { Commands } from "../platform";
import type { Boilerplate } from "../platform/bindings/Boilerplate";
import type { Contact } from "../platform/bindings/Contact";

export class Library {
  contacts = $state.raw<Contact[]>([]);
  boilerplates = $state.raw<Boilerplate[]>([]);
  #commands: Commands;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  async load(): Promise<void> {
    [this.contacts, this.boilerplates] = await Promise.all([
      this.#commands.contacts(),
      this.#commands.boilerplates(),
    ]);
  }

  async putContact(contact: Contact): Promise<Contact> {
    const put = await this.#commands.put_contact({ contact });
    await this.load();
    return put;
  }

  async putBoilerplate(boilerplate: Boilerplate): Promise<Boilerplate> {
    const put = await this.#commands.put_boilerplate({ boilerplate });
    await this.load();
    return put;
  }

  async removeContact(id: number): Promise<void> {
    await this.#commands.remove_contact({ id });
    await this.load();
  }

  async removeBoilerplate(id: number): Promise<void> {
    await this.#commands.remove_boilerplate({ id });
    await this.load();
  }
}
