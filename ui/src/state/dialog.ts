/** The dialogs of the window; one is open at a time. */
import type { Finding, Imported, LabelSort } from "../platform";
import type { Boilerplate } from "../platform/bindings/Boilerplate";
import type { Contact } from "../platform/bindings/Contact";
import type { Recognised } from "../platform/bindings/Recognised";

/** What an export takes out of the desk. */
export type Outgoing = { releases: number[] } | { bulletin: number };

export type Dialog =
  | { is: "export"; of: Outgoing }
  | { is: "site" }
  | { is: "refused"; title: string; reasons: string[] }
  | { is: "errors"; reasons: string[] }
  | { is: "accept"; finding: Finding }
  | { is: "proof" }
  | { is: "style" }
  | { is: "name"; then?: () => void; takesFocus?: boolean }
  | { is: "labels"; sort: LabelSort }
  | { is: "plan" }
  | { is: "source"; of: number }
  | { is: "withdraw" }
  | { is: "library"; shelf: "contacts"; added?: (contact: Contact) => void }
  | { is: "library"; shelf: "boilerplates"; added?: (boilerplate: Boilerplate) => void }
  | { is: "library"; shelf: "people" | "places" }
  | { is: "pick"; bulletin: number }
  | { is: "join" }
  | { is: "review"; path: string; slots: Recognised }
  | { is: "imported"; imported: Imported[] }
  | { is: "replace" }
  | { is: "settings" }
  | { is: "palette" }
  | { is: "cheatsheet" };
