// The editor's door: everything that the window uses of it.

export { passagesOf, type BodyPassage } from "./body_passages";
export type { Length } from "./count";
export { editorCommands, type CommandGroup, type EditorCommand } from "./commands";
export { BodyEditor } from "./editor";
export type { FindInfo, Query } from "./find";
export { default as FindBar } from "./FindBar.svelte";
export type { Clip, EditorHost, EditorSettings, Finding, Person } from "./host";
export type { SelectionInfo } from "./selection_info";
export { newId } from "./suggesting";
export type { Commented, Suggestion } from "./suggestions";
export { default as Toolbar } from "./Toolbar.svelte";
export { englishWords, type EditorWords } from "./words";
