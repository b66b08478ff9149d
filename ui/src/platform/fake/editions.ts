/** Editions of the invented desk: which release was made from which revision of which other. */
import type { Commands } from "../bindings/commands";
import type { Edition } from "../wire";
import { attempt } from "./answer";
import { refusal, type FakeDesk } from "./desk";
import { say } from "./say";

export class Editions {
  #desk: FakeDesk;
  #sources = new Map<number, { source: number; revision: number }>();

  constructor(desk: FakeDesk) {
    this.#desk = desk;
  }

  /** The source first, the others by language; none when it stands alone. */
  of(id: number): Edition[] {
    const source = this.#sourceOf(id);
    const { revision } = this.#desk.kept(source).release;
    const editions = [...this.#sources]
      .filter(([, tie]) => tie.source === source)
      .map(([edition, tie]) => this.#line(edition, tie.revision, tie.revision !== revision))
      .sort((a, b) => a.language.localeCompare(b.language));
    return editions.length > 0 ? [this.#line(source, null, false), ...editions] : [];
  }

  link(id: number, to: number): void {
    const source = this.#sourceOf(to);
    if (id === source) {
      throw refusal(
        say(
          "Release {id} cannot be a translation of itself. Choose the release that it was made from.",
          { id },
        ),
      );
    }
    if ([...this.#sources.values()].some((tie) => tie.source === id)) {
      throw refusal(
        say("Release {id} has translations itself. Link those to release {source} first.", {
          ...{ id, source },
        }),
      );
    }
    const { revision } = this.#desk.kept(source).release;
    this.#sources.set(id, { source, revision });
  }

  unlink(id: number): void {
    this.#sources.delete(id);
  }

  #sourceOf(id: number): number {
    return this.#sources.get(id)?.source ?? id;
  }

  #line(id: number, made_from: number | null, behind: boolean): Edition {
    const { content, stage, trashed } = this.#desk.kept(id).release;
    const { headline, language } = content;
    return { id, headline, language, stage, trashed, made_from, behind };
  }
}

export function editionCommands(
  desk: FakeDesk,
): Pick<Commands, "editions" | "translate" | "link_edition" | "unlink_edition"> {
  const { editions } = desk;
  return {
    editions: ({ id }) => attempt(() => editions.of(id)),
    translate: ({ id, language }) =>
      attempt(() => {
        const { content, section, tags } = desk.kept(editions.of(id)[0]?.id ?? id).release;
        const made = desk.create({ ...content, language }, section, tags);
        editions.link(made.id, id);
        return made;
      }),
    link_edition: ({ id, source }) => attempt(() => editions.link(id, source)),
    unlink_edition: ({ id }) => attempt(() => editions.unlink(id)),
  };
}
