// The keyboard: every command's key, every part's own keys, and the way out of the editor.

import { baseKeymap, chainCommands } from "prosemirror-commands";
import { redo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { Plugin, type Command } from "prosemirror-state";

import { actions } from "./commands";
import type { EditorContext } from "./host";
import type { NodePart } from "./part";
import { nodeParts } from "./schema";

/** The plugins that answer keys, first asked first. */
export function keys(context: EditorContext): Plugin[] {
  return [wayOut(context), keymap(bindings(context))];
}

function bindings(context: EditorContext): Record<string, Command> {
  const { host, settings } = context;
  const chains = new Map<string, Command[]>();
  const bind = (key: string, command: Command) =>
    chains.set(key, [...(chains.get(key) ?? []), command]);

  bind("Backspace", undoInputRule);
  for (const { key, run, bodyOnly } of actions)
    if (key && !(bodyOnly && settings.kind === "notes")) bind(key, run);
  bind("Mod-y", redo);
  for (const part of Object.values<NodePart>(nodeParts))
    for (const [key, command] of Object.entries(part.keys?.(context) ?? {})) bind(key, command);
  bind("Tab", jumpOut("forward"));
  bind("Shift-Tab", jumpOut("back"));
  for (const [key, command] of Object.entries(baseKeymap)) bind(key, command);

  return Object.fromEntries([...chains].map(([key, chain]) => [key, chainCommands(...chain)]));

  function jumpOut(direction: "back" | "forward"): Command {
    return (_state, dispatch) => {
      if (dispatch) host.jumpOut(direction);
      return true;
    };
  }
}

/** Lists and tables use Tab themselves; after Escape it leaves the editor from anywhere. */
function wayOut({ host }: EditorContext): Plugin {
  let armed = false;
  return new Plugin({
    props: {
      handleKeyDown(_view, event) {
        if (event.key === "Shift") return false;
        const leaving = armed && event.key === "Tab";
        armed = event.key === "Escape";
        if (leaving) host.jumpOut(event.shiftKey ? "back" : "forward");
        return leaving;
      },
    },
  });
}
