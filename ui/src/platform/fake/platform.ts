/** A platform without a machine: the invented desk behind the same commands, for browser and tests. */
import type { Content } from "../bindings/Content";
import type { Thread } from "../bindings/Thread";
import type { Find } from "../bindings/Find";
import type { Found } from "../bindings/Found";
import type { Release } from "../bindings/Release";
import type { Commands } from "../bindings/commands";
import type { Os, Platform, PreviewForm, Previewed, Question as Asked, Told } from "../platform";
import type { Fault, Imported, Page, Question, SiteExport, SiteExported } from "../wire";
import { answer, attempt } from "./answer";
import { rules, suggest } from "./checks";
import { embargoChoices, embargoLine, longDate, readDate, readEmbargo } from "./dates";
import { emptyContent, FakeDesk, lacks, PROFILES, refusal } from "./desk";
import { editionCommands } from "./editions";
import { correctionOf, proposed, wrong } from "./corrections";
import { exported, isClear } from "./exports";
import { labelCommands } from "./labels";
import { libraryCommands } from "./library";
import { pageOf, plainTextOf } from "./page";
import { readClip } from "./paste";
import { planningCommands } from "./planning";
import { sweep } from "./replace";
import { rowOf } from "./rows";
import { searchOf, STAGES } from "./search";
import { fileOf } from "../paths";
import { textOf } from "./text";
import { say } from "./say";

type Drops = Parameters<Platform["onDrop"]>[0];

export class FakePlatform implements Platform {
  readonly os: Os = navigator.userAgent.includes("Mac") ? "mac" : "linux";
  readonly desk: FakeDesk;
  readonly commands: Commands;

  /** While set, every save is refused with it: a full disk, say. */
  refuseSaves: Fault | null = null;
  /** What the system's dialogs answer. */
  folder: string | null = "/home/press/Releases";
  files: string[] = ["/home/press/old-release.txt"];
  answer = true;
  /** What the items of the native menus are called now, where they were named anew. */
  menuItems = new Map<string, string>();
  /** What stands in the files that only name themselves here. */
  texts = new Map<string, string>();
  /** How often the sample desk was asked for. */
  samplesOpened = 0;
  /** What they asked. */
  asked: Asked[] = [];

  #pictures = new Map<string, string>();
  #deskChanged = new Set<() => void>();
  #arrived = new Set<(arrived: Imported[]) => void>();
  #styleChanged = new Set<() => void>();
  #drops = new Set<Drops>();
  #menu = new Set<(command: string) => void>();
  #themesChanged = new Set<() => void>();
  /** Between the windows of one browser. */
  #between = new BroadcastChannel("preview");
  #settle: () => Promise<boolean> = () => Promise.resolve(true);

  constructor(now: () => Date = () => new Date()) {
    this.desk = new FakeDesk(now);
    this.commands = commandsOf(this.desk, this);
  }

  previewUrl(of: Previewed, form: PreviewForm, width = 72): string {
    const { title, contents, draft } =
      "bulletin" in of
        ? bulletinOf(this.desk, of.bulletin)
        : releaseOf(this.desk, of.release, of.revision);
    const text =
      form === "text"
        ? plainTextOf(contents, draft, width)
        : pageOf(
            contents,
            this.desk.office,
            title,
            draft,
            form === "email" ? "email" : this.#look(),
          );
    return `data:text/${form === "text" ? "plain" : "html"};charset=utf-8,${encodeURIComponent(text)}`;
  }

  pictureUrl(hash: string): string {
    return this.#pictures.get(hash) ?? "";
  }

  addPicture(
    bytes: Uint8Array<ArrayBuffer>,
    name: string,
  ): Promise<{
    image: string;
    width: number;
    height: number;
  }> {
    const image = `${name}-${bytes.length}`;
    this.#pictures.set(image, URL.createObjectURL(new Blob([bytes])));
    return Promise.resolve({ image, width: 1200, height: 800 });
  }

  /** The desk's theme. */
  #look(): string {
    return this.desk.settings.get("theme") ?? "office";
  }

  onThemesChanged(then: () => void): () => void {
    this.#themesChanged.add(then);
    return () => this.#themesChanged.delete(then);
  }

  detachPreview(): Promise<void> {
    window.open(`${location.pathname}?preview`, "preview", "width=720,height=900");
    return Promise.resolve();
  }

  nameWindow(title: string): Promise<void> {
    document.title = title;
    return Promise.resolve();
  }

  closeWindow(): Promise<void> {
    window.close();
    return Promise.resolve();
  }

  tell(told: Told): void {
    this.#between.postMessage(told);
  }

  onTold(then: (told: Told) => void): () => void {
    const hear = ({ data }: MessageEvent<Told>): void => then(data);
    this.#between.addEventListener("message", hear);
    return () => this.#between.removeEventListener("message", hear);
  }

  showMenu(): Promise<void> {
    return Promise.resolve();
  }

  nameMenuItem({ id, label }: { id: string; label: string }): Promise<void> {
    this.menuItems.set(id, label);
    return Promise.resolve();
  }

  pickFolder(): Promise<string | null> {
    return Promise.resolve(this.folder);
  }

  pickFiles(): Promise<string[]> {
    return Promise.resolve(this.files);
  }

  pickSaveFile(_title: string, name: string): Promise<string | null> {
    return Promise.resolve(this.folder && `${this.folder}/${name}`);
  }

  ask(question: Asked): Promise<boolean> {
    this.asked.push(question);
    return Promise.resolve(this.answer);
  }

  onDeskChanged(then: () => void): () => void {
    this.#deskChanged.add(then);
    return () => this.#deskChanged.delete(then);
  }

  onArrived(then: (arrived: Imported[]) => void): () => void {
    this.#arrived.add(then);
    return () => this.#arrived.delete(then);
  }

  onStyleChanged(then: () => void): () => void {
    this.#styleChanged.add(then);
    return () => this.#styleChanged.delete(then);
  }

  onMenu(then: (command: string) => void): () => void {
    this.#menu.add(then);
    return () => this.#menu.delete(then);
  }

  onDrop(then: Drops): () => void {
    this.#drops.add(then);
    return () => this.#drops.delete(then);
  }

  /** Files are dropped on the window at a place, in pixels. */
  dropAt(paths: string[], x: number, y: number): void {
    for (const { drop } of this.#drops) drop(paths, x, y);
  }

  onClose(settle: () => Promise<boolean>): void {
    this.#settle = settle;
  }

  /** Somebody else changes a release, as the command line could. */
  changeOutside(id: number, change: Partial<Content>): void {
    this.desk.revise(id, { ...this.desk.kept(id).release.content, ...change }, "edited");
    for (const then of this.#deskChanged) then();
  }

  /** A file is dropped into the inbox folder. */
  async drop(file: string): Promise<void> {
    if (!this.desk.settings.get("inbox")) return;
    const arrived = await this.commands.import_files({ paths: [file] });
    for (const then of this.#arrived) then(arrived);
  }

  /** Somebody changes the file of the house style by hand. */
  restyleOutside(change: Partial<FakeDesk["style"]>): void {
    this.desk.style = { ...this.desk.style, ...change };
    for (const then of this.#styleChanged) then();
  }

  /** Somebody saves a theme of the office's own, or breaks it. */
  saveTheme(name: string, fault: string | null = null): void {
    this.desk.themes.set(name, fault);
    for (const then of this.#themesChanged) then();
  }

  chooseMenu(command: string): void {
    for (const then of this.#menu) then(command);
  }

  close(): Promise<boolean> {
    return this.#settle();
  }
}

function commandsOf(desk: FakeDesk, platform: FakePlatform): Commands {
  return {
    desk: () =>
      answer({
        path: "/home/press/vestmark.dateline",
        file: "vestmark.dateline",
        office: desk.office,
        user: desk.user,
        system_user: "",
        version: "0.1.0",
      }),
    set_office: ({ office }) => attempt(() => void (desk.office = office)),
    set_user: ({ name }) => attempt(() => void (desk.user = name)),
    profiles: () => answer(PROFILES),
    list: ({ question }) => attempt(() => list(desk, question)),
    counts: () => answer(counts(desk)),
    release: ({ id }) => attempt(() => desk.kept(id).release),
    create: ({ kind }) => attempt(() => desk.create(emptyContent(kind, desk.office.language))),
    save: ({ id, base, content }) =>
      attempt(() => {
        if (platform.refuseSaves) throw platform.refuseSaves;
        if (base !== desk.kept(id).release.revision) {
          throw {
            code: "conflict",
            message: say(
              "Release {id} was changed in the meantime. Your text was not saved over it; compare it with the newest version, and save again.",
              { id },
            ),
            reasons: [],
          } satisfies Fault;
        }
        const { revision, modified, stage, approval } = desk.revise(id, content, "typing");
        return { revision, modified, stage, approval };
      }),
    file: ({ id, section, add, remove }) =>
      attempt(() => {
        const { release } = desk.kept(id);
        const tags = new Set([...release.tags, ...add].filter((tag) => !remove.includes(tag)));
        desk.change(id, { tags: [...tags].sort(), section: section ?? release.section });
        return desk.revise(id, release.content, "filed");
      }),
    move_to: ({ id, stage, why }) => attempt(() => desk.move(id, stage, why)),
    take_back: ({ id }) => attempt(() => desk.takeBack(id)),
    trash: ({ id }) => attempt(() => desk.change(id, { trashed: true })),
    restore: ({ id }) => attempt(() => desk.change(id, { trashed: false })),
    duplicate: ({ id }) =>
      attempt(() => {
        const { content, section, tags } = desk.kept(id).release;
        return desk.create(content, section, tags);
      }),
    correct: ({ id }) => attempt(() => correctionOf(desk, id)),
    corrected: ({ content }) => answer(wrong(desk, content)),
    propose_correction: ({ content }) => answer(proposed(desk, content)),
    lacks: ({ content }) => answer(lacks(content)),
    check: ({ id, content }) => answer(desk.review(id, content)),
    accept: ({ id, finding, why, forGood }) =>
      attempt(() => {
        if (!why.trim())
          throw refusal(say("A finding is accepted with a reason. Say why it may stand."));
        desk.accept(id, finding, why);
        const { rule, excerpt: words } = finding;
        const { exceptions } = desk.style;
        if (forGood) desk.style.exceptions = [...exceptions, { rule, words, why }];
      }),
    take_acceptance_back: ({ id, key }) =>
      attempt(() => {
        const known = desk.accepted.get(id)?.find((acceptance) => acceptance.key === key);
        if (known) desk.accept(id, known, null);
      }),
    suggest: ({ word }) => answer(suggest(word)),
    rules: () => answer(rules()),
    house_style: () => answer({ style: desk.style, file: desk.styleFile, fault: null }),
    put_house_style: ({ style }) => attempt(() => void (desk.style = style)),
    set_rule: ({ rule, choice }) =>
      attempt(() => {
        if (!rules().some(({ id }) => id === rule)) {
          throw refusal(
            say(
              "The house style sets the rule “{rule}”, and there is no such rule. The rule list has the names.",
              { rule },
            ),
          );
        }
        const { [rule]: own, ...others } = desk.style.rules;
        const numbers = Object.entries(own ?? {}).filter(([name]) => name !== "severity");
        const set = choice === "default" ? numbers : [...numbers, ["severity", choice]];
        desk.style.rules = set.length
          ? { ...others, [rule]: Object.fromEntries(set) as Record<string, string> }
          : others;
      }),
    accept_word: ({ word }) =>
      attempt(() => void (desk.style.dictionary = [...desk.style.dictionary, word].sort())),
    import_style: ({ paths }) =>
      attempt(() =>
        paths.map((path) =>
          say("The house style of “{name}” holds from now on.", { name: fileOf(path) }),
        ),
      ),
    export_style: () => answer(undefined),
    follow_style: ({ path }) => attempt(() => void (desk.styleFile = path)),
    read_date: ({ text }) => answer(readDate(text, desk.now())),
    long_date: ({ date, language }) => answer(longDate(date, language)),
    embargo_choices: ({ text }) => answer(embargoChoices(text)),
    read_embargo: ({ text }) => attempt(() => readEmbargo(text)),
    embargo_line: ({ embargo, language }) => answer(embargoLine(embargo, language)),
    ...libraryCommands(desk),
    ...labelCommands(desk, (path) => platform.texts.get(path) ?? ""),
    ...editionCommands(desk),
    ...planningCommands(desk),
    open_sample: () => attempt(() => void (platform.samplesOpened += 1)),
    picture_from: ({ path }) => platform.addPicture(new Uint8Array([1]), path),
    paste: (clip) => attempt(() => readClip(clip)),
    recognised: ({ path }) =>
      attempt(() => {
        const name = fileOf(path);
        if (name.endsWith(".jsonl")) return null;
        return {
          headline: name.replace(/\.\w+$/, "").replaceAll("-", " "),
          subhead: "",
          place: "",
          date: null,
          contacts: [],
          language: desk.office.language,
          beginning: "",
          notes: [say("Web navigation left out: {lines}.", { lines: "“Home › News › Archive”" })],
        };
      }),
    import_reviewed: ({ path, slots }) =>
      attempt(() => {
        const { headline, subhead, place, date, contacts, language, notes } = slots;
        const found = { headline, subhead, place, date, contacts };
        const { id } = desk.create({ ...emptyContent("news", language), ...found });
        return { id, headline, source: fileOf(path), notes };
      }),
    import_files: ({ paths }) =>
      attempt(() =>
        paths.map((path) => {
          const source = fileOf(path);
          const headline = source.replace(/\.\w+$/, "").replaceAll("-", " ");
          const content = { ...emptyContent("news", desk.office.language), headline };
          const { id } = desk.create(content);
          return {
            id,
            headline,
            source,
            notes: [say("Web navigation left out: {lines}.", { lines: "“Home › News › Archive”" })],
          };
        }),
      ),
    inbox: () => answer(desk.settings.get("inbox") ?? null),
    set_inbox: ({ folder }) =>
      attempt(() => {
        if (folder === null) desk.settings.delete("inbox");
        else desk.settings.set("inbox", folder);
      }),
    waiting_in: ({ folder }) =>
      answer(platform.files.filter((file) => file.startsWith(`${folder}/`)).length),
    history: ({ id }) =>
      attempt(() =>
        desk
          .kept(id)
          .revisions.map(({ info }) => info)
          .reverse(),
      ),
    events: ({ id }) => answer(desk.events.filter((event) => event.id === id)),
    exports: ({ id }) => answer(desk.exports.filter((record) => record.release === id).reverse()),
    revision: ({ revision }) => attempt(() => desk.content(revision)),
    restore_revision: ({ id, revision }) =>
      attempt(() => desk.revise(id, desk.content(revision), "restored")),
    threads: ({ id }) => answer(threadsOf(desk, id)),
    comment: ({ id, thread, words, text }) =>
      attempt(() => {
        const said = { by: desk.user, at: desk.now().toISOString(), text };
        const known = desk.threads.find((one) => one.id === thread);
        if (known) Object.assign(known, { resolved: null, comments: [...known.comments, said] });
        else
          desk.threads.push({ id: thread, release: id, words, resolved: null, comments: [said] });
        return threadsOf(desk, id);
      }),
    resolve: ({ id, thread, resolved }) =>
      attempt(() => {
        const known = desk.threads.find((one) => one.id === thread);
        if (!known)
          throw refusal(
            say("This comment is not on the desk any more. Look at the release again."),
          );
        known.resolved = resolved ? { by: desk.user, at: desk.now().toISOString() } : null;
        return threadsOf(desk, id);
      }),
    split: ({ id, parts: { stays, rest } }) =>
      attempt(() => {
        const { section, tags } = desk.kept(id).release;
        const [first, ...others] = rest.content ?? [];
        const headed = first?.type === "heading";
        const headline = headed ? textOf({ type: "doc", content: [first] }) : "";
        const body: BodyJson = headed ? { type: "doc", content: others } : rest;
        const notes: BodyJson = { type: "doc" };
        const left = desk.revise(id, stays, "split");
        const made = desk.create({ ...stays, headline, subhead: "", body, notes }, section, tags);
        return { left, new: made };
      }),
    join: ({ id, other }) =>
      attempt(() => {
        const [first, second] = [desk.kept(id).release, desk.kept(other).release];
        const heading: NodeJson = {
          type: "heading",
          attrs: { level: 2 },
          content: [{ type: "text", text: second.content.headline }],
        };
        const content = [
          ...(first.content.body.content ?? []),
          ...(second.content.headline ? [heading] : []),
          ...(second.content.body.content ?? []),
        ];
        desk.change(other, { trashed: true });
        return desk.revise(id, { ...first.content, body: { type: "doc", content } }, "joined");
      }),
    find_everywhere: ({ find }) => attempt(() => findEverywhere(desk, find)),
    replace_everywhere: ({ find, with: words, chosen }) =>
      attempt(() =>
        chosen.map(({ id, hits }) => {
          const { content, revision: before } = desk.kept(id).release;
          const put = { with: words, chosen: new Set(hits) };
          const after = desk.revise(id, sweep(find, content, put).content, "replaced").revision;
          return { id, before, after };
        }),
      ),
    put_back: ({ replaced }) =>
      attempt(() =>
        replaced.flatMap(({ id, before, after }) => {
          const { revision } = desk.kept(id).release;
          if (revision !== after) return [];
          const back = desk.revise(id, desk.content(before), "restored").revision;
          return [{ id, before: revision, after: back }];
        }),
      ),
    bulletin: ({ id }) => attempt(() => bulletin(desk, id)),
    put_bulletin: ({ bulletin }) =>
      attempt(() => {
        const id = bulletin.id || Math.max(0, ...desk.bulletins.map((b) => b.id)) + 1;
        const known = desk.bulletins.some((b) => b.id === id);
        const kept = { ...bulletin, id };
        desk.bulletins = known
          ? desk.bulletins.map((b) => (b.id === id ? kept : b))
          : [kept, ...desk.bulletins];
        return kept;
      }),
    change_bulletin: ({ before, after }) =>
      attempt(() => {
        if (JSON.stringify(bulletin(desk, before.id)) !== JSON.stringify(before)) {
          throw {
            ...refusal(
              say(
                "The bulletin “{title}” was changed in the meantime. Yours was not saved over it; choose which of the two to keep.",
                { title: after.masthead },
              ),
            ),
            code: "conflict",
          };
        }
        desk.bulletins = desk.bulletins.map((kept) => (kept.id === after.id ? after : kept));
        return after;
      }),
    remove_bulletin: ({ id }) =>
      attempt(() => void (desk.bulletins = desk.bulletins.filter((b) => b.id !== id))),
    export_releases: ({ ids, order }) => attempt(() => exported(desk, ids, order)),
    export_bulletin: ({ id, order }) =>
      attempt(() => exported(desk, bulletin(desk, id).items, order)),
    rich_text: ({ id }) =>
      attempt(() => {
        const { content } = desk.kept(id).release;
        const draft = !isClear(desk.kept(id).release);
        return {
          html: pageOf([content], desk.office, content.headline, draft),
          text: plainTextOf([content], draft, Infinity),
        };
      }),
    save_text: ({ path, text }) => attempt(() => void platform.texts.set(path, text)),
    themes: () =>
      answer([
        ...["office", "newsroom", "plain"].map((name) => ({
          ...{ name, title: "", own: false, fault: null },
        })),
        ...[...desk.themes].map(([name, fault]) => ({ name, title: name, own: true, fault })),
      ]),
    export_site: ({ order }) =>
      attempt(() => {
        desk.signing.unlock(order.passphrase);
        return site(desk, order);
      }),
    site_progress: () => answer(null),
    signing_key: () => answer(desk.signing.key),
    make_signing_key: ({ passphrase, replace }) =>
      attempt(() => desk.signing.make(passphrase, replace)),
    setting: ({ key }) => answer(desk.settings.get(key) ?? null),
    set_setting: ({ key, value }) => attempt(() => void desk.settings.set(key, value)),
  };
}

/** A site of what is out: so many releases, their lists, and whatever changed since the last one. */
function site(desk: FakeDesk, { folder, base }: SiteExport): SiteExported {
  const theme = desk.settings.get("theme") ?? "office";
  const fault = desk.themes.get(theme);
  if (fault) throw refusal(fault);
  const live = desk.all().filter(({ trashed }) => !trashed);
  const held = ({ content: { embargo } }: Release) =>
    embargo !== null && new Date(embargo.until) > desk.now();
  const cleared = live.filter(({ stage }) => ["approved", "released", "corrected"].includes(stage));
  const out = cleared.filter((release) => !held(release));
  const key = `site:${folder}`;
  const now = out.map(({ id, revision }) => `${id}.${revision}.${theme}.${base}`);
  const before = new Set(desk.settings.get(key)?.split(" ") ?? []);
  desk.settings.set(key, now.join(" "));
  const changed = now.filter((page) => !before.has(page)).length;
  return {
    releases: out.length,
    notices: live.filter(({ stage }) => stage === "withdrawn").length,
    written: changed === 0 ? 0 : changed + 7,
    removed: 0,
    waiting: cleared.length - out.length,
    kept: live.filter(({ stage }) => ["draft", "review"].includes(stage)).length,
    remarks: [],
  };
}

function findEverywhere(desk: FakeDesk, find: Find): Found {
  const all = find.text.trim() ? desk.all().filter(({ trashed }) => !trashed) : [];
  const found = all
    .map(({ id, revision, stage, content }) => {
      const { hits } = sweep(find, content);
      return { id, revision, headline: content.headline, stage, hits };
    })
    .filter(({ hits }) => hits.length > 0);
  const open = found.filter(({ stage }) => ["draft", "review", "approved"].includes(stage));
  return { releases: open, left_alone: found.length - open.length };
}

function list(desk: FakeDesk, question: Question): Page {
  const { words, filters, remarks } = searchOf(question.text, desk.now());
  const rows = desk
    .all()
    .filter((release) => inQueue(release, question.queue))
    .filter((release) => question.section === null || release.section === question.section)
    .filter((release) => question.tag === null || release.tags.includes(question.tag))
    .filter((release) => filters.every((passes) => passes(release, desk.now())))
    .flatMap((release) => rowOf(release, words) ?? []);
  if (question.order === "stage") {
    const stages = Object.keys(STAGES);
    rows.sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
  }
  const from = question.after ? Number(question.after) : 0;
  const next = from + question.limit < rows.length ? String(from + question.limit) : null;
  return {
    rows: rows.slice(from, from + question.limit),
    next,
    total: rows.length,
    total_is_floor: false,
    remarks,
  };
}

function inQueue(release: Release, queue: Question["queue"]): boolean {
  if (queue === "trash") return release.trashed;
  if (release.trashed) return false;
  if (queue === "all") return true;
  if (queue === "embargoed") return release.content.embargo !== null;
  return release.stage === queue;
}

/** The threads of a release: those begun on it, and those whose marks its text carries. */
function threadsOf(desk: FakeDesk, id: number): Thread[] {
  const { body, notes } = desk.kept(id).release.content;
  const text = JSON.stringify([body, notes]);
  return desk.threads
    .filter((thread) => thread.release === id || text.includes(thread.id))
    .map(({ id, words, resolved, comments }) => ({ id, words, resolved, comments }));
}

function counts(desk: FakeDesk) {
  const all = desk.all();
  const number = (queue: Question["queue"]) => all.filter((r) => inQueue(r, queue)).length;
  return {
    queues: {
      all: number("all"),
      draft: number("draft"),
      review: number("review"),
      approved: number("approved"),
      embargoed: number("embargoed"),
      released: number("released"),
      withdrawn: number("withdrawn"),
      trash: number("trash"),
    },
    sections: desk.labels.of("section"),
    tags: desk.labels.of("tag"),
    languages: [...new Set(all.map(({ content }) => content.language))].sort(),
    bulletins: desk.bulletins.map(({ id, masthead, issue }) => ({
      id,
      title: issue ? `${masthead} No. ${issue}` : masthead,
    })),
  };
}

function bulletin(desk: FakeDesk, id: number) {
  const found = desk.bulletins.find((bulletin) => bulletin.id === id);
  if (!found) throw refusal(say("There is no bulletin {id} on this desk.", { id }));
  return found;
}

function bulletinOf(desk: FakeDesk, id: number) {
  const { masthead, items } = bulletin(desk, id);
  const releases = items.map((item) => desk.kept(item).release);
  const draft = releases.some((release) => !isClear(release));
  return { title: masthead, contents: releases.map(({ content }) => content), draft };
}

function releaseOf(desk: FakeDesk, id: number, revision: number) {
  const content = desk.content(revision);
  return { title: content.headline, contents: [content], draft: !isClear(desk.kept(id).release) };
}
