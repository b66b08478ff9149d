/** The desk file of the invented office, held in memory: releases, revisions, filing, library. */
import type { Cause } from "../bindings/Cause";
import type { Acceptance } from "../bindings/Acceptance";
import type { Bulletin } from "../bindings/Bulletin";
import type { Content } from "../bindings/Content";
import type { HouseStyle } from "../bindings/HouseStyle";
import type { Kind } from "../bindings/Kind";
import type { Profile } from "../bindings/Profile";
import type { Release } from "../bindings/Release";
import type { Slot } from "../bindings/Slot";
import type { Stage } from "../bindings/Stage";
import type { Acceptable } from "../bindings/Acceptable";
import type { Review } from "../bindings/Review";
import type { Thread } from "../bindings/Thread";
import type { Event, ExportRecord, Fault, RevisionInfo } from "../wire";
import { review } from "./checks";
import { Editions } from "./editions";
import { Labels } from "./labels";
import { Signing } from "./signing";
import { stands } from "../stands";
import { bodyOf, textOf } from "./text";
import {
  ARCHIVE,
  ARCHIVE_BODY,
  BOILERPLATES,
  CONTACTS,
  OFFICE,
  PEOPLE,
  PLACES,
  SAMPLES,
} from "./vestmark";
import { say } from "./say";

const EMPTY: BodyJson = { type: "doc", content: [] };
const PAGE_SLOTS: Slot[] = [
  "headline",
  "subhead",
  "place",
  "date",
  "body",
  "notes",
  "boilerplate",
  "contacts",
];

export const PROFILES: Profile[] = [
  profile("news", PAGE_SLOTS, ["headline", "place", "date", "body", "contacts"]),
  profile("statement", PAGE_SLOTS, ["headline", "date", "body", "contacts"]),
  profile("interview", PAGE_SLOTS, ["headline", "date", "body", "contacts"]),
  profile("report", PAGE_SLOTS, ["headline", "place", "date", "body", "contacts"]),
  profile("advisory", PAGE_SLOTS, ["headline", "place", "date", "body", "contacts"]),
  profile("notice", ["headline", "date", "body", "contacts"], ["headline", "date", "body"]),
  profile(
    "correction",
    [
      "headline",
      "subhead",
      "correction",
      "place",
      "date",
      "body",
      "notes",
      "boilerplate",
      "contacts",
    ],
    ["headline", "correction", "date", "body", "contacts"],
  ),
];

interface Kept {
  release: Release;
  revisions: { info: RevisionInfo; content: Content }[];
}

export class FakeDesk {
  office = structuredClone(OFFICE);
  contacts = structuredClone(CONTACTS);
  boilerplates = structuredClone(BOILERPLATES);
  people = structuredClone(PEOPLE);
  places = structuredClone(PLACES);
  readonly labels = new Labels(this);
  readonly editions = new Editions(this);
  readonly signing = new Signing();
  bulletins: Bulletin[] = [];
  user = "";
  settings = new Map<string, string>();
  /** The office's own themes, each with what is wrong with it. */
  themes = new Map<string, string | null>();
  style: HouseStyle = {
    ...{ organisation: [], dictionary: [], abbreviations: [], rules: {} },
    ...{ glossary: [], patterns: [], exceptions: [] },
  };
  styleFile: string | null = null;
  /** What was accepted in each release. */
  accepted = new Map<number, Acceptance[]>();
  exports: ExportRecord[] = [];
  events: (Event & { id: number })[] = [];
  threads: (Thread & { release: number })[] = [];
  #releases = new Map<number, Kept>();
  #revision = 0;
  #numbered = 90;

  readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
    let age = 24 * 8;
    const archive = ARCHIVE.map(([section, tags, headline], i) => {
      age += 24 * (4 + (i % 5));
      return { age, section, tags, headline };
    });
    for (const { age, section, tags, headline } of archive.reverse()) {
      const content = { headline, kind: kindOf(section) };
      this.#sample({ age, stage: "released", section, tags, content, body: ARCHIVE_BODY });
    }
    for (const sample of [...SAMPLES].reverse()) this.#sample(sample);
    const [source, arabic] = ["Harbour and coast guard begin", "ميناء فستمارك"].map((begins) =>
      this.all().find(({ content }) => content.headline.startsWith(begins)),
    );
    if (source && arabic) this.editions.link(arabic.id, source.id);
    const issued = this.all().filter((r) => r.stage === "released");
    for (const [i, issue] of ["41", "42"].entries()) {
      this.bulletins.unshift({
        id: i + 1,
        masthead: "Vestmark Weekly",
        issue,
        date: this.#day(24 * (8 - i * 7)),
        language: "en-GB",
        introduction: "What happened in and around the harbour this week.",
        items: issued.slice(i * 3, i * 3 + 3).map((r) => r.id),
        form: "full",
        embargoed: "hold",
      });
    }
  }

  /** Every release, the newest day first. */
  all(): Release[] {
    const kept = [...this.#releases.values()].map(({ release }) => release);
    const day = ({ content, created }: Release) => content.date ?? created.slice(0, 10);
    return kept.sort((a, b) => day(b).localeCompare(day(a)) || b.id - a.id);
  }

  kept(id: number): Kept {
    const kept = this.#releases.get(id);
    if (!kept)
      throw refusal(
        say("There is no release {id} on this desk. `list` shows those that are there.", { id }),
      );
    return kept;
  }

  content(revision: number): Content {
    for (const { revisions } of this.#releases.values()) {
      const found = revisions.find(({ info }) => info.id === revision);
      if (found) return found.content;
    }
    throw refusal(
      say(
        "There is no revision {id} on this desk: it never was, or a later one of the same minute took its place.",
        { id: revision },
      ),
    );
  }

  create(content: Content, section = "", tags: string[] = []): Release {
    const id = this.#releases.size + 1;
    const at = this.now().toISOString();
    const release: Release = {
      id,
      revision: 0,
      reference: null,
      section,
      tags,
      stage: "draft",
      trashed: false,
      approval: null,
      withdrawal: null,
      release_at: null,
      created: at,
      modified: at,
      content,
    };
    this.#releases.set(id, { release, revisions: [] });
    return this.revise(id, content, "created");
  }

  revise(id: number, content: Content, asked: Cause): Release {
    const kept = this.kept(id);
    const at = this.now().toISOString();
    const revision = ++this.#revision;
    const previous = kept.revisions.at(-1);
    const before = kept.release.content;
    const same = previous !== undefined && wordsOf(content) === wordsOf(before);
    const cause = same && asked === "typing" ? "suggested" : asked;
    const burst =
      (cause === "typing" || cause === "suggested") &&
      previous?.info.cause === cause &&
      Date.parse(at) - Date.parse(previous.info.at) < 60_000;
    if (burst) kept.revisions.pop();
    const number = (kept.revisions.at(-1)?.info.number ?? 0) + 1;
    const { section, tags } = kept.release;
    const author = this.user || "Sample";
    const info = {
      ...{ id: revision, number, cause, author, at, hash: "" },
      ...{ section, tags, source: null },
    };
    kept.revisions.push({ info, content });
    const voided = kept.release.approval !== null && wordsOf(content) !== wordsOf(before);
    kept.release = { ...kept.release, revision, content, modified: at };
    if (voided) kept.release = { ...kept.release, approval: null, stage: "draft" };
    return kept.release;
  }

  /** Who may approve, as the office has it: `enforce`, `warn` or `off`. */
  get approverRule(): string {
    return this.settings.get("approver-is-not-writer") ?? "off";
  }

  /** Whether whoever sits here wrote the last words of a release. */
  isOwn(id: number): boolean {
    const written = this.kept(id).revisions.filter(({ info }) => info.cause !== "filed");
    return written.at(-1)?.info.author.toLowerCase() === this.user.toLowerCase();
  }

  /** Puts a piece on its shelf of the library, a new one under a number of its own. */
  keep<T extends { id: number | null }>(shelf: T[], piece: T): T & { id: number } {
    const shelves = [this.contacts, this.boilerplates, this.people, this.places];
    const id = piece.id ?? Math.max(0, ...shelves.flat().map((other) => other.id ?? 0)) + 1;
    const put = { ...piece, id };
    const at = shelf.findIndex((other) => other.id === id);
    if (at < 0) shelf.push(put);
    else shelf[at] = put;
    return put;
  }

  change(id: number, change: Partial<Release>): Release {
    const kept = this.kept(id);
    kept.release = { ...kept.release, ...change };
    return kept.release;
  }

  move(id: number, stage: Stage, why: string | null): Release {
    const { release } = this.kept(id);
    const moved = this.#moved(release, stage, why);
    const at = this.now().toISOString();
    const { stage: from, revision } = release;
    this.events.push({
      id,
      what: "moved",
      by: this.user,
      at,
      from,
      to: stage,
      why,
      hash: "",
      revision,
    });
    return moved;
  }

  /** The newest step goes back; one that went back already is not taken twice. */
  takeBack(id: number): Release {
    const { release } = this.kept(id);
    const steps = this.events.filter((event) => event.id === id);
    let undone = 0;
    const step = steps.findLast(({ what }) => {
      if (what === "undone") undone += 1;
      else if (what === "moved" && undone > 0) undone -= 1;
      else return what === "moved";
      return false;
    });
    if (!step)
      throw refusal(
        say(
          "This change cannot be undone any more: it was undone already, or what it changed is gone.",
        ),
      );
    if (step.to !== release.stage || step.revision !== release.revision) {
      throw refusal(refused(release, step.from, "its words have changed since. Move it by hand."));
    }
    const by = steps.findLast(({ what, to }) => what === "moved" && to === "approved");
    const keeps = !["draft", "review"].includes(step.from);
    const approval = keeps && by ? { by: by.by, at: by.at, hash: "" } : null;
    const at = this.now().toISOString();
    const { from: to, to: from, revision } = step;
    this.events.push({
      id,
      what: "undone",
      by: this.user,
      at,
      from,
      to,
      why: null,
      hash: "",
      revision,
    });
    return this.change(id, { stage: to, approval, withdrawal: null });
  }

  review(id: number | null, content: Content): Review {
    return review(content, this.style, (id !== null && this.accepted.get(id)) || []);
  }

  /** Lets a finding stand, or takes that back when there is no reason. */
  accept(id: number, { key, rule, excerpt }: Acceptable, why: string | null): void {
    const { release } = this.kept(id);
    const others = (this.accepted.get(id) ?? []).filter((known) => known.key !== key);
    const at = this.now().toISOString();
    const kept = why ? [{ key, rule, excerpt, why, by: this.user, at }] : [];
    this.accepted.set(id, [...others, ...kept]);
    const { stage, revision } = release;
    this.events.push({
      ...{ id, what: why ? "accepted" : "reopened", by: this.user, at, from: stage, to: stage },
      ...{ why: why ? `“${excerpt}” (${rule}): ${why}` : null, hash: "", revision },
    });
  }

  #moved(release: Release, stage: Stage, why: string | null): Release {
    const { id } = release;
    const reference = release.reference ?? (stage === "draft" ? null : this.#number());
    if (stage === "approved") {
      const lacking = lacks(release.content);
      if (lacking.length) {
        throw {
          code: "refused",
          message: say("“{headline}” cannot be approved yet. It lacks {what}.", {
            headline: release.content.headline,
            what: lacking.map((slot) => say(MISSING[slot])).join(", "),
          }),
          reasons: lacking,
        } satisfies Fault;
      }
      const errors = this.review(id, release.content).open.filter((f) => f.severity === "error");
      if (errors.length > 0 && !why) {
        throw {
          code: "errors",
          message: say(
            "The checks found errors in this release. Mend them, or say why they shall stand.",
          ),
          reasons: errors.map(({ message }) => message),
        } satisfies Fault;
      }
      if (this.approverRule === "enforce" && this.isOwn(id)) {
        const why = say(
          "{name} wrote its last words, and this office wants another pair of eyes. Ask a colleague to approve it.",
          { name: this.user },
        );
        throw refusal(refused(release, stage, why));
      }
      const approval = { by: this.user, at: this.now().toISOString(), hash: "" };
      return this.change(id, { stage, approval, reference });
    }
    if (stage === "released" && !release.approval && release.stage !== "released") {
      throw refusal(refused(release, stage, "it is not approved. Approve it first."));
    }
    if (stage === "withdrawn" && !why) {
      const reason = "a withdrawal needs a reason that can be told to readers. Say why.";
      throw refusal(refused(release, stage, reason));
    }
    const approval = stage === "draft" || stage === "review" ? null : release.approval;
    const release_at = ["released", "withdrawn"].includes(stage) ? null : release.release_at;
    return this.change(id, { stage, approval, reference, withdrawal: why, release_at });
  }

  #number(): string {
    return `${this.now().getFullYear()}/${String(++this.#numbered).padStart(3, "0")}`;
  }

  #sample(sample: (typeof SAMPLES)[number]): void {
    const at = new Date(this.now().valueOf() - sample.age * 36e5).toISOString();
    const embargo =
      sample.embargo === undefined
        ? null
        : {
            until: new Date(this.now().valueOf() + sample.embargo * 36e5).toISOString(),
            zone: OFFICE.zone,
          };
    const empty = !sample.body;
    const content: Content = {
      kind: "news",
      language: "en-GB",
      headline: "",
      subhead: "",
      place: empty ? "" : "Vestmark",
      date: empty ? null : this.#day(sample.age),
      body: sample.body ? bodyOf(sample.body) : EMPTY,
      notes: sample.notes ? bodyOf(sample.notes) : EMPTY,
      boilerplates: empty ? [] : BOILERPLATES.slice(0, 1),
      contacts: empty ? [] : CONTACTS.slice(0, 1),
      embargo,
      correction: null,
      ...sample.content,
    };
    const { id } = this.create(content, sample.section, sample.tags);
    const kept = this.kept(id);
    for (const { info } of kept.revisions) info.at = at;
    const reference = sample.stage === "draft" ? null : this.#number();
    const approved = ["approved", "released", "withdrawn"].includes(sample.stage);
    kept.release = {
      ...kept.release,
      stage: sample.stage,
      reference,
      created: at,
      modified: at,
      trashed: sample.trashed ?? false,
      approval: approved ? { by: "Marit Aasen", at, hash: "" } : null,
      withdrawal: sample.stage === "withdrawn" ? "The figure counts the timber twice." : null,
    };
  }

  #day(age: number): string {
    return new Date(this.now().valueOf() - age * 36e5).toISOString().slice(0, 10);
  }
}

export function lacks(content: Content): Slot[] {
  const required = PROFILES.find(({ kind }) => kind === content.kind)?.required ?? [];
  return required.filter((slot) => {
    switch (slot) {
      case "body":
      case "notes":
        return !textOf(content[slot]).trim();
      case "boilerplate":
        return content.boilerplates.length === 0;
      case "contacts":
        return content.contacts.length === 0;
      case "date":
        return !content.date;
      case "correction":
        return !content.correction?.what.trim();
      default:
        return !content[slot].trim();
    }
  });
}

export function emptyContent(kind: Kind, language: string): Content {
  return {
    kind,
    language,
    headline: "",
    subhead: "",
    place: "",
    date: null,
    body: EMPTY,
    notes: EMPTY,
    boilerplates: [],
    contacts: [],
    embargo: null,
    correction: null,
  };
}

/** Everything that an approval covers, without what is only suggested. */
function wordsOf({ body, notes, ...slots }: Content): string {
  const standing = (node: BodyJson | NodeJson): unknown => ({
    type: node.type,
    attrs: "attrs" in node ? node.attrs : undefined,
    text: (node.content ?? [])
      .filter(stands)
      .map(({ text }) => text ?? "")
      .join(""),
    content: (node.content ?? []).filter(({ type }) => type !== "text").map(standing),
  });
  return JSON.stringify([slots, standing(body), standing(notes)]);
}

/** Why a release does not go on to a stage. */
function refused({ id, stage }: Release, to: Stage, why: string): string {
  return say("Release {id} cannot go from {from} to {to}: {why}", {
    ...{ id, from: say(stage), to: say(to), why: say(why) },
  });
}

/** What is missing, as it is spoken of. */
const MISSING: Record<Slot, string> = {
  headline: "a headline",
  subhead: "a subhead",
  place: "a place",
  date: "a date",
  body: "a body",
  notes: "notes to editors",
  boilerplate: "a boilerplate",
  contacts: "a contact",
  correction: "a word on what it corrects",
};

export function refusal(message: string, reasons: string[] = []): Fault {
  return { code: reasons.length ? "refused" : "other", message, reasons };
}

function profile(kind: Kind, slots: Slot[], required: Slot[]): Profile {
  return { kind, slots, required };
}

function kindOf(section: string): Kind {
  const kinds: Record<string, Kind> = {
    Statements: "statement",
    Interviews: "interview",
    Exercises: "report",
  };
  return kinds[section] ?? "news";
}
