/** The searches that the office keeps in its desk pane: where they look, and for what. */
import type { Commands } from "../platform";
import { Kept } from "./kept.svelte";
import type { Shelf } from "./list.svelte";

export interface SavedSearch {
  name: string;
  text: string;
  shelf: Shelf;
}

export function savedSearches(commands: Commands): Kept<SavedSearch> {
  return new Kept(commands, "saved-searches", ({ name }) => name, isSearch);
}

function isSearch(one: unknown): one is SavedSearch {
  const { name, text, shelf } = (one ?? {}) as Partial<SavedSearch>;
  return typeof name === "string" && typeof text === "string" && typeof shelf?.is === "string";
}
