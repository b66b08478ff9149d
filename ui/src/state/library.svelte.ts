/** The shared pieces: contacts, boilerplates, people and places. */
import type { Commands, NamedPlace, Person } from "../platform";
import type { Boilerplate } from "../platform/bindings/Boilerplate";
import type { Contact } from "../platform/bindings/Contact";

/** A piece as it was put, and how many releases changed with it. */
export interface Carried<T> {
  piece: T;
  changed: number;
}

export class Library {
  contacts = $state.raw<Contact[]>([]);
  boilerplates = $state.raw<Boilerplate[]>([]);
  people = $state.raw<Person[]>([]);
  places = $state.raw<NamedPlace[]>([]);
  #commands: Commands;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  async load(): Promise<void> {
    [this.contacts, this.boilerplates, this.people, this.places] = await Promise.all([
      this.#commands.contacts(),
      this.#commands.boilerplates(),
      this.#commands.people(),
      this.#commands.places(),
    ]);
  }

  async putContact(contact: Contact): Promise<Carried<Contact>> {
    const { id, changed } = await this.#commands.put_contact({ contact });
    await this.load();
    return { piece: { ...contact, id }, changed };
  }

  async putBoilerplate(boilerplate: Boilerplate): Promise<Carried<Boilerplate>> {
    const { id, changed } = await this.#commands.put_boilerplate({ boilerplate });
    await this.load();
    return { piece: { ...boilerplate, id }, changed };
  }

  async putPerson(person: Person): Promise<void> {
    await this.#commands.put_person({ person });
    await this.load();
  }

  async putPlace(place: NamedPlace): Promise<void> {
    await this.#commands.put_place({ place });
    await this.load();
  }

  /** How many releases that are not out yet hold a piece. */
  usedBy(id: number): Promise<number> {
    return this.#commands.piece_in_use({ id });
  }

  async removeContact(id: number): Promise<void> {
    await this.#commands.remove_contact({ id });
    await this.load();
  }

  async removeBoilerplate(id: number): Promise<void> {
    await this.#commands.remove_boilerplate({ id });
    await this.load();
  }

  async removePerson(id: number): Promise<void> {
    await this.#commands.remove_person({ id });
    await this.load();
  }

  async removePlace(id: number): Promise<void> {
    await this.#commands.remove_place({ id });
    await this.load();
  }
}
