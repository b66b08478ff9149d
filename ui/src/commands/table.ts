/**
 * Every command of the window, declared once: palette, menus, shortcuts and cheat sheet read this
 * table, and a native menu names its items by these ids.
 */
import { flushSync } from "svelte";

import type { Desk } from "../state/desk.svelte";
import type { InterfaceSize, Look, TextSize } from "../state/look.svelte";
import { copyRich } from "../state/clipping";
import { walk } from "../state/copydesk";
import { splitHere } from "../state/parting";
import {
  beginComment,
  decideAll,
  decideHere,
  stepSuggestion,
  toggleSuggesting,
} from "../state/remarks";
import { approve, moveTo } from "../state/workflow";
import { w, type Words } from "../words";
import { writesIn } from "./writing";

export type CommandId = keyof Words["commands"];
export type Group = keyof Words["groups"];

export interface Command {
  group: Group;
  /** See `keys.ts`. */
  keys?: string;
  /** Whether it can be run now; always, when it does not say. */
  ready?: (desk: Desk) => boolean;
  run: (desk: Desk) => void;
}

const isOpen = ({ open }: Desk): boolean => open !== null && !open.release.trashed;
const isSuggested = (desk: Desk): boolean =>
  isOpen(desk) && (desk.page?.suggestions.length ?? 0) > 0;
const stands =
  (...stages: string[]) =>
  (desk: Desk): boolean =>
    isOpen(desk) && stages.includes(desk.open?.release.stage ?? "");

export const COMMANDS: Record<CommandId, Command> = {
  "release.new": { group: "release", keys: "Mod+N", run: (desk) => void desk.create("news") },
  "release.save": { group: "release", keys: "Mod+S", run: (desk) => void desk.flush() },
  "release.plan": {
    group: "release",
    ready: stands("draft", "review", "approved"),
    run: (desk) =>
      onPage(desk, () => document.querySelector<HTMLElement>("[data-slot=plan]")?.click()),
  },
  "release.review": {
    group: "release",
    keys: "Mod+Shift+R",
    ready: stands("draft"),
    run: (desk) => void moveTo(desk, "review"),
  },
  "release.draft": {
    group: "release",
    ready: stands("review", "approved", "withdrawn"),
    run: (desk) => void moveTo(desk, "draft"),
  },
  "release.approve": {
    group: "release",
    keys: "Mod+Shift+A",
    ready: stands("draft", "review"),
    run: (desk) => void approve(desk),
  },
  "release.release": {
    group: "release",
    ready: stands("approved"),
    run: (desk) => void moveTo(desk, "released"),
  },
  "release.withdraw": {
    group: "release",
    ready: stands("released", "corrected"),
    run: (desk) => (desk.dialog = { is: "withdraw" }),
  },
  "release.export": {
    group: "release",
    keys: "Mod+E",
    ready: ({ chosen }) => chosen.length > 0,
    run: (desk) => (desk.dialog = { is: "export", of: { releases: desk.chosen } }),
  },
  "release.copyRich": {
    group: "release",
    keys: "Mod+Alt+C",
    ready: isOpen,
    run: (desk) => void copyRich(desk),
  },
  "release.proof": {
    group: "release",
    keys: "Mod+Shift+P",
    ready: isOpen,
    run: (desk) => (desk.dialog = { is: "proof" }),
  },
  "release.duplicate": {
    group: "release",
    keys: "Mod+Shift+D",
    ready: ({ open }) => open !== null,
    run: (desk) => void desk.duplicate(),
  },
  "release.correct": {
    group: "release",
    ready: ({ open }) => open !== null && ["released", "corrected"].includes(open.release.stage),
    run: (desk) => void desk.correct(),
  },
  "release.split": {
    group: "release",
    ready: isOpen,
    run: (desk) => void splitHere(desk),
  },
  "release.join": {
    group: "release",
    ready: isOpen,
    run: (desk) => (desk.dialog = { is: "join" }),
  },
  "release.trash": {
    group: "release",
    keys: "Mod+Backspace",
    ready: (desk) => desk.marked.size > 0 || isOpen(desk),
    run: (desk) => void desk.trash(),
  },
  "release.restore": {
    group: "release",
    ready: ({ open }) => open?.release.trashed ?? false,
    run: (desk) => void desk.restore(),
  },
  "desk.import": {
    group: "release",
    keys: "Mod+O",
    run: (desk) =>
      void desk.attempt(async () =>
        desk.importFiles(await desk.platform.pickFiles(w.list.importTitle)),
      ),
  },

  "desk.site": { group: "release", run: (desk) => (desk.dialog = { is: "site" }) },
  "edit.undo": {
    group: "edit",
    keys: "Mod+Z",
    ready: (desk) => isWriting(desk, "undo") || desk.undo.next !== null,
    run: (desk) => retrace(desk, "undo"),
  },
  "edit.redo": {
    group: "edit",
    keys: "Mod+Shift+Z",
    ready: (desk) => isWriting(desk, "redo") || desk.undo.nextAgain !== null,
    run: (desk) => retrace(desk, "redo"),
  },

  "bulletin.new": { group: "bulletin", run: (desk) => void desk.createBulletin() },
  "bulletin.add": {
    group: "bulletin",
    ready: ({ bulletin }) => bulletin !== null,
    run: (desk) => desk.bulletin && (desk.dialog = { is: "pick", bulletin: desk.bulletin.id }),
  },
  "bulletin.export": {
    group: "bulletin",
    ready: ({ bulletin }) => bulletin !== null,
    run: (desk) =>
      desk.bulletin && (desk.dialog = { is: "export", of: { bulletin: desk.bulletin.id } }),
  },

  "go.search": {
    group: "go",
    keys: "Mod+F",
    run: (desk) => goTo(desk, "search"),
  },
  "list.keep": {
    group: "go",
    ready: ({ list }) => list.text.trim() !== "",
    run: () => document.querySelector<HTMLElement>("[data-go=keep-search]")?.click(),
  },
  "go.list": { group: "go", keys: "Mod+1", run: (desk) => goTo(desk, "list") },
  "go.headline": {
    group: "go",
    keys: "Mod+2",
    ready: isOpen,
    run: (desk) => onPage(desk, () => desk.page?.focus("headline")),
  },
  "go.body": {
    group: "go",
    keys: "Mod+3",
    ready: isOpen,
    run: (desk) => onPage(desk, () => desk.page?.focus("body")),
  },
  "go.tags": {
    group: "go",
    keys: "Mod+T",
    ready: isOpen,
    run: (desk) =>
      onPage(desk, () => document.querySelector<HTMLElement>("[data-slot=tags]")?.focus()),
  },
  "text.find": {
    group: "go",
    keys: "Mod+Shift+F",
    ready: isOpen,
    run: ({ page }) => page?.find(),
  },
  "text.nextFinding": { group: "go", keys: "F8", ready: isOpen, run: (desk) => walk(desk, 1) },
  "text.previousFinding": {
    group: "go",
    keys: "Shift+F8",
    ready: isOpen,
    run: (desk) => walk(desk, -1),
  },
  "text.finding": {
    group: "go",
    keys: "Alt+Enter",
    ready: ({ pointed }) => pointed !== null,
    run: () => document.querySelector<HTMLElement>("[data-go=finding] button")?.focus(),
  },
  "text.replaceEverywhere": {
    group: "go",
    keys: "Mod+Shift+H",
    run: (desk) => (desk.dialog = { is: "replace" }),
  },
  "release.next": { group: "go", keys: "Alt+ArrowDown", run: (desk) => void step(desk, 1) },
  "release.previous": { group: "go", keys: "Alt+ArrowUp", run: (desk) => void step(desk, -1) },
  "go.preview": { group: "go", keys: "Mod+Shift+1", run: ({ look }) => look.inspect("preview") },
  "go.checks": { group: "go", keys: "Mod+Shift+2", run: ({ look }) => look.inspect("checks") },
  "go.history": { group: "go", keys: "Mod+Shift+3", run: ({ look }) => look.inspect("history") },
  "go.remarks": { group: "go", keys: "Mod+Shift+5", run: ({ look }) => look.inspect("remarks") },
  "go.details": { group: "go", keys: "Mod+Shift+4", run: ({ look }) => look.inspect("details") },

  "text.suggest": {
    group: "text",
    keys: "Mod+Shift+E",
    ready: isOpen,
    run: (desk) => toggleSuggesting(desk),
  },
  "text.comment": {
    group: "text",
    keys: "Mod+Alt+M",
    ready: isOpen,
    run: (desk) => beginComment(desk),
  },
  "text.nextSuggestion": {
    group: "text",
    keys: "F9",
    ready: isOpen,
    run: (desk) => stepSuggestion(desk, 1),
  },
  "text.previousSuggestion": {
    group: "text",
    keys: "Shift+F9",
    ready: isOpen,
    run: (desk) => stepSuggestion(desk, -1),
  },
  "text.accept": {
    group: "text",
    keys: "Mod+Alt+Enter",
    ready: isSuggested,
    run: (desk) => decideHere(desk, true),
  },
  "text.reject": {
    group: "text",
    keys: "Mod+Alt+Backspace",
    ready: isSuggested,
    run: (desk) => decideHere(desk, false),
  },
  "text.acceptAll": {
    group: "text",
    ready: isSuggested,
    run: (desk) => decideAll(desk, true),
  },
  "text.rejectAll": {
    group: "text",
    ready: isSuggested,
    run: (desk) => decideAll(desk, false),
  },

  "view.rail": { group: "view", keys: "Mod+Alt+D", run: ({ look }) => look.toggle("rail") },
  "view.list": { group: "view", keys: "Mod+Alt+L", run: ({ look }) => look.toggle("list") },
  "view.inspector": {
    group: "view",
    keys: "Mod+Alt+I",
    run: ({ look }) => look.toggle("inspector"),
  },
  "view.detach": {
    group: "view",
    ready: ({ open, bulletin }) => open !== null || bulletin !== null,
    run: (desk) => void desk.preview.detach(),
  },
  "view.theme": {
    group: "view",
    run: ({ look }) => (look.theme = isDark(look) ? "light" : "dark"),
  },
  "view.focus": {
    group: "view",
    keys: "Mod+Alt+F",
    ready: ({ look }) => look.writable,
    run: ({ look }) => (look.focused = !look.focused),
  },
  "view.typewriter": {
    group: "view",
    keys: "Mod+Alt+Y",
    run: ({ look }) => (look.typewriter = !look.typewriter),
  },
  "view.larger": { group: "view", keys: "Mod+=", run: ({ look }) => scale(look, 1) },
  "view.smaller": { group: "view", keys: "Mod+-", run: ({ look }) => scale(look, -1) },
  "view.normal": { group: "view", keys: "Mod+0", run: ({ look }) => (look.text = "normal") },
  "view.largerWindow": { group: "view", run: ({ look }) => resize(look, 1) },
  "view.smallerWindow": { group: "view", run: ({ look }) => resize(look, -1) },

  "app.palette": { group: "app", keys: "Mod+K", run: (desk) => (desk.dialog = { is: "palette" }) },
  "app.library": {
    group: "app",
    keys: "Mod+Shift+L",
    run: (desk) => (desk.dialog = { is: "library", shelf: "contacts" }),
  },
  "app.style": { group: "app", run: (desk) => (desk.dialog = { is: "style" }) },
  "app.labels": {
    group: "app",
    run: (desk) => (desk.dialog = { is: "labels", sort: "tag" }),
  },
  "app.plan": { group: "app", run: (desk) => (desk.dialog = { is: "plan" }) },
  "app.person": { group: "app", run: (desk) => (desk.dialog = { is: "name" }) },
  "app.settings": {
    group: "app",
    keys: "Mod+,",
    run: (desk) => (desk.dialog = { is: "settings" }),
  },
  "app.cheatsheet": {
    group: "app",
    keys: "F1",
    run: (desk) => (desk.dialog = { is: "cheatsheet" }),
  },
};

export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];

export function isReady(desk: Desk, id: CommandId): boolean {
  return COMMANDS[id].ready?.(desk) ?? true;
}

/** Runs a command if it can be run now. */
export function run(desk: Desk, id: CommandId): void {
  if (isReady(desk, id)) COMMANDS[id].run(desk);
}

/** What a command is called at the moment: what would be undone is said. */
export function nameOf(desk: Desk, id: CommandId): string {
  const named = (what: string | null): string =>
    what === null ? w.commands[id] : w.undo.of(w.commands[id], what);
  if (id !== "edit.undo" && id !== "edit.redo") return w.commands[id];
  if (isWriting(desk, id === "edit.undo" ? "undo" : "redo")) return named(w.undo.writing);
  return named(id === "edit.undo" ? desk.undo.next : desk.undo.nextAgain);
}

/**
 * Whether Undo belongs to the text that is being written in, which has an undo of its own. An editor
 * that has nothing left leaves it to what made its text as a whole: a split, a join.
 */
export function isWriting(desk: Desk, way: "undo" | "redo"): boolean {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !writesIn(activeElement)) return false;
  const left = activeElement.isContentEditable && !(desk.page?.canRetrace(way) ?? true);
  return !(left && desk.undo.reaches(way));
}

function retrace(desk: Desk, way: "undo" | "redo"): void {
  if (isWriting(desk, way)) {
    // Editors and fields both take the system's own command.
    document.execCommand(way);
  } else void (way === "undo" ? desk.undoLast() : desk.redoLast());
}

/** Goes somewhere on the page. An inspector that lies over it gives way. */
function onPage({ look }: Desk, go: () => void): void {
  look.over = false;
  go();
}

function goTo(desk: Desk, place: "search" | "list"): void {
  desk.look.show("list");
  flushSync();
  const target = document.querySelector<HTMLElement>(`[data-go=${place}]`);
  target?.focus();
  if (target instanceof HTMLInputElement) target.select();
}

async function step(desk: Desk, by: 1 | -1): Promise<void> {
  const { list } = desk;
  const at = list.rows.findIndex(({ id }) => id === desk.cursor);
  const to = at < 0 ? 0 : at + by;
  await list.reach(to);
  const next = list.rows[to];
  if (next) await desk.show(next.id);
}

const TEXT_SIZES: TextSize[] = ["small", "normal", "large", "larger", "largest"];

function scale(look: Look, by: 1 | -1): void {
  look.text = TEXT_SIZES[TEXT_SIZES.indexOf(look.text) + by] ?? look.text;
}

const SIZES: InterfaceSize[] = ["small", "normal", "large", "largest"];

function resize(look: Look, by: 1 | -1): void {
  look.size = SIZES[SIZES.indexOf(look.size) + by] ?? look.size;
}

function isDark({ theme }: Look): boolean {
  return theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}
