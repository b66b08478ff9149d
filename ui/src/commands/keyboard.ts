/** Turns keys, and the items of a native menu, into commands. */
import type { Desk } from "../state/desk.svelte";
import { matches } from "./keys";
import { COMMAND_IDS, COMMANDS, run, type CommandId } from "./table";

export class Keyboard {
  #desk: Desk;

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
    if (!id || leavesToField(id, event)) return;
    event.preventDefault();
    event.stopPropagation();
    run(this.#desk, id);
  }

  /** Runs a command by its id; an id that is not known comes from a newer menu and does nothing. */
  run(id: string): void {
    if (id in COMMANDS) run(this.#desk, id as CommandId);
  }
}

/** In a field Control and Backspace delete a word; only elsewhere do they put a release away. */
function leavesToField(id: CommandId, event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  const writes = target?.matches("input, textarea, [contenteditable=true]") ?? false;
  return id === "release.trash" && writes;
}
