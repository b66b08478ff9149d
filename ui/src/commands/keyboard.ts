/**
 * Turns keys, and the items of a native menu, into commands. On some systems a key reaches both the
 * page and the menu; it counts once.
 */
import type { Os } from "../platform";
import type { Desk } from "../state/desk.svelte";
import { matches, spoken } from "./keys";
import { COMMAND_IDS, COMMANDS, isWriting, run, type CommandId } from "./table";

/** Milliseconds within which a menu repeats a key that the page has had already, and back. */
const ECHO = 60;

/** Where a command comes from. A key that is held comes again and again from the same side. */
type Side = "page" | "menu";

export class Keyboard {
  #desk: Desk;
  #last: { id: string; at: number; side: Side } | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  press(event: KeyboardEvent): void {
    // An open dialog keeps the keyboard; the text below it must not change unseen.
    if (event.defaultPrevented || event.isComposing || this.#desk.dialog) return;
    const { os } = this.#desk.platform;
    const id = COMMAND_IDS.find((id) => {
      const { keys } = COMMANDS[id];
      return keys !== undefined && matches(keys, event, os);
    });
    if (!id || leavesToField(this.#desk, id, event) || isOwn(COMMANDS[id].keys ?? "", event, os))
      return;
    event.preventDefault();
    event.stopPropagation();
    this.#once(id, "page");
  }

  /** Runs the command of a menu item. */
  choose(id: string): void {
    if (!this.#desk.dialog && id in COMMANDS) this.#once(id as CommandId, "menu");
  }

  #once(id: CommandId, side: Side): void {
    const at = performance.now();
    const last = this.#last;
    if (last?.id === id && last.side !== side && at - last.at < ECHO) return;
    this.#last = { id, at, side };
    run(this.#desk, id);
  }
}

/** An element that names a key as its own (the item of a bulletin, to be moved) has it. */
function isOwn(keys: string, { target }: KeyboardEvent, os: Os): boolean {
  const own = target instanceof Element && target.closest("[aria-keyshortcuts]");
  return own
    ? (own.getAttribute("aria-keyshortcuts") ?? "").split(" ").includes(spoken(keys, os))
    : false;
}

/**
 * What a key means in a field comes first: Control and Backspace delete a word, and in the text
 * Control and the comma set a subscript.
 */
function leavesToField(desk: Desk, id: CommandId, event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  const writes = target?.matches("input, textarea, [contenteditable=true]") ?? false;
  const subscript = id === "app.settings" && (target?.isContentEditable ?? false);
  if (id === "edit.undo" || id === "edit.redo") {
    return isWriting(desk, id === "edit.undo" ? "undo" : "redo");
  }
  return (id === "release.trash" && writes) || subscript;
}
