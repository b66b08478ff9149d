/** The native menu bar: the commands of the table, and what the system does itself. */
import type { NativeItem, NativeMenu } from "../platform";
import { w } from "../words";
import { COMMAND_IDS, COMMANDS, type CommandId, type Group } from "./table";

export function nativeMenus(): NativeMenu[] {
  const of = (group: Group): NativeItem[] =>
    COMMAND_IDS.filter((id) => COMMANDS[id].group === group).map(itemOf);
  const { menus, groups } = w;
  return [
    {
      label: menus.file,
      items: [
        ...of("release"),
        { sort: "line" },
        ...of("bulletin"),
        { sort: "line" },
        { sort: "system", what: "quit", label: menus.quit },
      ],
    },
    {
      label: menus.edit,
      items: [
        ...of("edit"),
        { sort: "line" },
        { sort: "system", what: "cut", label: menus.cut },
        { sort: "system", what: "copy", label: menus.copy },
        { sort: "system", what: "paste", label: menus.paste },
        { sort: "system", what: "all", label: menus.all },
        { sort: "line" },
        ...of("text"),
      ],
    },
    { label: groups.go, items: of("go") },
    { label: groups.view, items: of("view") },
    { label: groups.app, items: of("app") },
  ];
}

/** Taken from a menu the keys of these would never reach the field that needs them. */
const OF_FIELDS: CommandId[] = ["release.trash", "app.settings", "edit.undo", "edit.redo"];

function itemOf(id: CommandId): NativeItem {
  const { keys } = COMMANDS[id];
  const shortcut = OF_FIELDS.includes(id) ? null : (keys ?? null);
  return {
    sort: "command",
    id,
    label: w.commands[id],
    shortcut: shortcut?.replace("Mod", "CmdOrCtrl") ?? null,
  };
}
