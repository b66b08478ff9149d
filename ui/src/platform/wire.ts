/** What crosses between the window and the desk beside the model itself. */
import type { Approval } from "./bindings/Approval";
import type { Embargo } from "./bindings/Embargo";
import type { Kind } from "./bindings/Kind";
import type { Office } from "./bindings/Office";
import type { Slot } from "./bindings/Slot";
import type { Stage } from "./bindings/Stage";

export type Queue =
  "all" | "draft" | "review" | "approved" | "embargoed" | "released" | "withdrawn" | "trash";

export type Order = "newest" | "best";

/** What a list shows; `after` is the `next` of the page before. */
export interface Question {
  queue: Queue;
  section: string | null;
  tag: string | null;
  text: string;
  order: Order;
  after: string | null;
  limit: number;
}

/** A line of a list. Marks are where a search matches, from and to in Unicode characters. */
export interface Row {
  id: number;
  headline: string;
  kind: Kind;
  language: string;
  section: string;
  tags: string[];
  stage: Stage;
  trashed: boolean;
  embargo: Embargo | null;
  date: string | null;
  modified: string;
  reference: string | null;
  /** When it is to be released. */
  release_at: string | null;
  headline_marks: [number, number][];
  snippet: string | null;
  marks: [number, number][];
}

/** A page of a list. `remarks` say what of the question was not understood. */
export interface Page {
  rows: Row[];
  next: string | null;
  total: number;
  total_is_floor: boolean;
  remarks: string[];
}

export interface Counted {
  name: string;
  count: number;
  colour: string | null;
}

export interface Counts {
  queues: Record<Queue, number>;
  sections: Counted[];
  tags: Counted[];
  bulletins: { id: number; title: string }[];
}

export interface DeskInfo {
  path: string;
  file: string;
  office: Office;
  user: string;
  version: string;
}

export interface Saved {
  revision: number;
  modified: string;
  stage: Stage;
  approval: Approval | null;
}

/** Why a command did nothing. A code exists only where the window acts on it. */
export interface Fault {
  code: "conflict" | "refused" | "exists" | "other";
  message: string;
  hint: string | null;
  reasons: string[];
}

/**
 * What a check says about a place. `block` counts passages (paragraphs, headings and figures in
 * document order); `start` and `end` are Unicode characters within the passage.
 */
export interface Finding {
  rule: string;
  severity: "error" | "warning" | "advice";
  slot: Slot;
  block: number | null;
  start: number;
  end: number;
  excerpt: string;
  message: string;
  fixes: { label: string; replacement: string }[];
  related: Place[];
  key: string;
}

/** Another place that a finding concerns; `release` names it where it is another one. */
export interface Place {
  release: number | null;
  slot: Slot;
  block: number | null;
  start: number;
  end: number;
  excerpt: string;
}

export interface RevisionInfo {
  id: number;
  number: number;
  cause: string;
  author: string;
  at: string;
  hash: string;
}

export type Format = "html" | "text";

/** How an export is ordered; `replace` lets it write over files that are not its own. */
export interface ExportOrder {
  formats: Format[];
  folder: string;
  draft: boolean;
  replace: boolean;
}

export interface Exported {
  files: string[];
  remarks: string[];
}

/** A file that went out. */
export interface ExportRecord {
  release: number | null;
  revision: number | null;
  bulletin: number | null;
  format: string;
  path: string;
  file_hash: string;
  draft: boolean;
  at: string;
  by: string;
}

/** A line in the record of a release, beside its revisions. */
export interface Event {
  what: "moved" | "voided" | "trashed" | "restored";
  by: string;
  at: string;
  from: Stage;
  to: Stage;
  why: string | null;
  hash: string;
  revision: number;
}

/** Somebody who can be quoted. */
export interface Person {
  id: number | null;
  name: string;
  position: string;
  valid_until: string | null;
}

/** What came of a paste; `footnotes` belong to the notes to editors. */
export interface Pasted {
  body: BodyJson;
  footnotes: BodyJson;
  notes: string[];
}

export interface Imported {
  id: number | null;
  headline: string;
  source: string;
  notes: string[];
}
