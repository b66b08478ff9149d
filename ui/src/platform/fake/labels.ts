/** Sections and tags of the invented desk: coloured, renamed, merged, removed, loaded, and undone. */
import type { LabelSort } from "../bindings/LabelSort";
import type { Release } from "../bindings/Release";
import type { Commands } from "../bindings/commands";
import type { Change, Counted } from "../wire";
import { answer, attempt } from "./answer";
import { refusal, type FakeDesk } from "./desk";
import { TAG_COLOURS } from "./vestmark";
import { say } from "./say";

interface Label {
  sort: LabelSort;
  name: string;
  colour: string | null;
}

export class Labels {
  #desk: FakeDesk;
  /** Those that were given a colour or a place of their own; the others are there while used. */
  #kept: Label[] = Object.entries(TAG_COLOURS).map(([name, colour]) => ({
    sort: "tag",
    name,
    colour,
  }));
  #undo = new Map<number, () => void>();
  #changes = 0;

  constructor(desk: FakeDesk) {
    this.#desk = desk;
  }

  /** By name, with how many releases outside the trash stand under each. */
  of(sort: LabelSort): Counted[] {
    const kept = this.#kept.filter((label) => label.sort === sort);
    const used = this.#desk.all().flatMap((release) => namesOf(release, sort));
    const names = [...new Set([...kept.map(({ name }) => name), ...used])];
    return names
      .map((name, id) => ({
        id,
        name,
        count: this.#under(sort, name).filter(({ trashed }) => !trashed).length,
        colour: kept.find((label) => label.name === name)?.colour ?? null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  put(sort: LabelSort, name: string, colour: string | null): void {
    const rest = this.#kept.filter((label) => label.sort !== sort || label.name !== name);
    this.#kept = [...rest, { sort, name, colour }];
  }

  rename(sort: LabelSort, from: string, to: string): Change {
    const name = to.trim().replace(/\s+/g, " ");
    if (!name)
      throw refusal(say(sort === "tag" ? "A tag needs a name." : "A section needs a name."));
    const holder = this.#named(sort, name);
    if (holder && holder !== from) {
      throw refusal(
        say(
          sort === "tag"
            ? "There is already a tag called “{name}”. Choose another name, or merge the two."
            : "There is already a section called “{name}”. Choose another name, or merge the two.",
          { name },
        ),
      );
    }
    return this.#change(sort, from, name);
  }

  merge(sort: LabelSort, from: string, into: string): Change {
    if (this.#named(sort, from) === this.#named(sort, into)) {
      throw refusal(
        say(
          sort === "tag"
            ? "“{name}” cannot be merged into itself. Choose another tag."
            : "“{name}” cannot be merged into itself. Choose another section.",
          { name: from },
        ),
      );
    }
    if (!this.#named(sort, into)) {
      throw refusal(
        say(
          sort === "tag"
            ? "There is no tag called “{name}” on this desk."
            : "There is no section called “{name}” on this desk.",
          { name: into },
        ),
      );
    }
    return this.#change(sort, from, into);
  }

  remove(sort: LabelSort, name: string): Change {
    return this.#change(sort, name, null);
  }

  undo(id: number): void {
    const undo = this.#undo.get(id);
    if (!undo)
      throw refusal(
        say(
          "This change cannot be undone any more: it was undone already, or what it changed is gone.",
        ),
      );
    this.#undo.delete(id);
    undo();
  }

  /** Puts another name, or none, in the place of one. */
  #change(sort: LabelSort, from: string, to: string | null): Change {
    const before = this.#kept;
    const releases = this.#under(sort, from);
    const label = before.find((one) => one.sort === sort && one.name === from);
    const rest = before.filter((one) => one !== label);
    const there = to === null || rest.some((one) => one.sort === sort && one.name === to);
    this.#kept = label && to !== null && !there ? [...rest, { ...label, name: to }] : rest;
    for (const { id, section, tags } of releases) {
      const renamed = tags.map((tag) => (tag === from ? to : tag)).filter((tag) => tag !== null);
      if (sort === "section")
        this.#desk.change(id, { section: section === from ? (to ?? "") : section });
      else this.#desk.change(id, { tags: [...new Set(renamed)].sort() });
    }
    const id = ++this.#changes;
    this.#undo.set(id, () => {
      this.#kept = before;
      for (const { id, section, tags } of releases) {
        this.#desk.change(id, sort === "section" ? { section } : { tags });
      }
    });
    return { id, sentence: `The ${sort} “${from}” was changed.`, releases: releases.length };
  }

  #under(sort: LabelSort, name: string): Release[] {
    return this.#desk.all().filter((release) => namesOf(release, sort).includes(name));
  }

  #named(sort: LabelSort, name: string): string | undefined {
    const folded = name.trim().toLocaleLowerCase();
    return this.of(sort).find((label) => label.name.toLocaleLowerCase() === folded)?.name;
  }
}

export function labelCommands(
  { labels }: FakeDesk,
  textOf: (path: string) => string,
): Pick<
  Commands,
  | "colour_label"
  | "rename_label"
  | "merge_labels"
  | "remove_label"
  | "undo_label_change"
  | "load_vocabulary"
> {
  return {
    colour_label: ({ sort, name, colour }) => attempt(() => labels.put(sort, name, colour)),
    rename_label: ({ sort, from, to }) => attempt(() => labels.rename(sort, from, to)),
    merge_labels: ({ sort, from, into }) => attempt(() => labels.merge(sort, from, into)),
    remove_label: ({ sort, name }) => attempt(() => labels.remove(sort, name)),
    undo_label_change: ({ id }) => attempt(() => labels.undo(id)),
    load_vocabulary: ({ path }) => {
      const broken: { number: number; why: string }[] = [];
      let [made, known] = [0, 0];
      for (const [at, line] of textOf(path).split("\n").entries()) {
        if (!line.trim()) continue;
        const [sort = "", name = "", colour = ""] = line.split(",").map((cell) => cell.trim());
        if ((sort !== "section" && sort !== "tag") || !name) {
          broken.push({ number: at + 1, why: `“${line}” names no section and no tag.` });
          continue;
        }
        if (labels.of(sort).some((label) => label.name === name)) known += 1;
        else made += 1;
        labels.put(sort, name, colour || null);
      }
      return answer({ made, known, broken });
    },
  };
}

function namesOf({ section, tags }: Release, sort: LabelSort): string[] {
  return sort === "tag" ? tags : [section].filter(Boolean);
}
