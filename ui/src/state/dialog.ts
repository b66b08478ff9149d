/** The dialogs of the window; one is open at a time. */
import type { Imported } from "../platform";

/** What an export takes out of the desk. */
export type Outgoing = { releases: number[] } | { bulletin: number };

export type Dialog =
  | { is: "export"; of: Outgoing }
  | { is: "refused"; title: string; message: string; reasons: string[] }
  | { is: "name"; then: () => void }
  | { is: "withdraw" }
  | { is: "library"; shelf: "contacts" | "boilerplates" }
  | { is: "pick"; bulletin: number }
  | { is: "imported"; imported: Imported[] }
  | { is: "settings" }
  | { is: "palette" }
  | { is: "cheatsheet" };
