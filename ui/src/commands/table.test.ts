import { expect, it } from "vitest";

import { editorCommands } from "../editor";
import { en } from "../words/en";
import { COMMAND_IDS, COMMANDS } from "./table";

it("gives no shortcut to two commands", () => {
  const keys = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

it("takes no shortcut from the text", () => {
  // The editor writes `Mod-Shift-7` what is `Mod+Shift+7` here.
  const text = editorCommands.flatMap(
    ({ key }) => key?.replaceAll(/-(?=.)/g, "+").toUpperCase() ?? [],
  );
  const taken = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys?.toUpperCase() ?? []);
  // Control and the comma set a subscript there, and the text has an undo of its own; the window
  // leaves these keys to the text.
  const left = ["MOD+,", "MOD+Z", "MOD+SHIFT+Z"];
  expect(text.filter((key) => !left.includes(key) && taken.includes(key))).toEqual([]);
});

it("has every command that the catalogue names, in a group that it names", () => {
  expect([...COMMAND_IDS].sort()).toEqual(Object.keys(en.commands).sort());
  for (const id of COMMAND_IDS) expect(en.groups).toHaveProperty(COMMANDS[id].group);
});

it("names every command of the text", () => {
  for (const { id } of editorCommands) expect(en.writing.commands[id]).toBeTruthy();
});
