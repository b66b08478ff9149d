/** The library of the invented desk; what changes in it changes in every release that is not out. */
import type { Boilerplate } from "../bindings/Boilerplate";
import type { Contact } from "../bindings/Contact";
import type { Content } from "../bindings/Content";
import type { Put } from "../bindings/Put";
import type { Release } from "../bindings/Release";
import type { Commands } from "../bindings/commands";
import { answer, attempt } from "./answer";
import type { FakeDesk } from "./desk";

type LibraryCommand =
  | `${"put" | "remove"}_${"contact" | "boilerplate" | "person" | "place"}`
  | "contacts"
  | "boilerplates"
  | "people"
  | "places"
  | "piece_in_use";

export function libraryCommands(desk: FakeDesk): Pick<Commands, LibraryCommand> {
  /** The releases that hold a piece and are not out. */
  const holders = (id: number): Release[] =>
    desk
      .all()
      .filter(({ stage, trashed }) => !trashed && ["draft", "review", "approved"].includes(stage))
      .filter(({ content }) =>
        [...content.contacts, ...content.boilerplates].some((piece) => piece.id === id),
      );
  const carry = (id: number, change: (content: Content) => Content): Put => {
    const held = holders(id);
    for (const { id, content } of held) desk.revise(id, change(content), "library");
    return { id, changed: held.length };
  };
  return {
    contacts: () => answer(desk.contacts),
    put_contact: ({ contact }) =>
      attempt(() => {
        const put = desk.keep(desk.contacts, contact);
        const swap = (one: Contact) => (one.id === put.id ? put : one);
        return carry(put.id, (content) => ({ ...content, contacts: content.contacts.map(swap) }));
      }),
    remove_contact: ({ id }) =>
      attempt(() => void (desk.contacts = desk.contacts.filter((c) => c.id !== id))),
    boilerplates: () => answer(desk.boilerplates),
    put_boilerplate: ({ boilerplate }) =>
      attempt(() => {
        const put = desk.keep(desk.boilerplates, boilerplate);
        const swap = (one: Boilerplate) => (one.id === put.id ? put : one);
        return carry(put.id, (content) => ({
          ...content,
          boilerplates: content.boilerplates.map(swap),
        }));
      }),
    remove_boilerplate: ({ id }) =>
      attempt(() => void (desk.boilerplates = desk.boilerplates.filter((b) => b.id !== id))),
    people: () => answer(desk.people),
    put_person: ({ person }) => attempt(() => desk.keep(desk.people, person).id),
    remove_person: ({ id }) =>
      attempt(() => void (desk.people = desk.people.filter((one) => one.id !== id))),
    places: () => answer(desk.places),
    put_place: ({ place }) => attempt(() => desk.keep(desk.places, place).id),
    remove_place: ({ id }) =>
      attempt(() => void (desk.places = desk.places.filter((one) => one.id !== id))),
    piece_in_use: ({ id }) => attempt(() => holders(id).length),
  };
}
