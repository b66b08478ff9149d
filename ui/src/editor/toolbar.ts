// What stands in the toolbar, in which order, and with which picture.

import AlignCenterIcon from "@lucide/svelte/icons/text-align-center";
import AlignEndIcon from "@lucide/svelte/icons/text-align-end";
import AlignStartIcon from "@lucide/svelte/icons/text-align-start";
import BulletListIcon from "@lucide/svelte/icons/list";
import ColumnAfterIcon from "@lucide/svelte/icons/between-vertical-end";
import ColumnBeforeIcon from "@lucide/svelte/icons/between-vertical-start";
import DeleteTableIcon from "@lucide/svelte/icons/trash-2";
import DividerIcon from "@lucide/svelte/icons/minus";
import EmphasisIcon from "@lucide/svelte/icons/italic";
import FigureIcon from "@lucide/svelte/icons/image-plus";
import HeaderColumnIcon from "@lucide/svelte/icons/panel-left";
import HeaderRowIcon from "@lucide/svelte/icons/panel-top";
import Heading2Icon from "@lucide/svelte/icons/heading-2";
import Heading3Icon from "@lucide/svelte/icons/heading-3";
import Heading4Icon from "@lucide/svelte/icons/heading-4";
import IndentIcon from "@lucide/svelte/icons/list-indent-increase";
import LinkIcon from "@lucide/svelte/icons/link";
import MergeIcon from "@lucide/svelte/icons/table-cells-merge";
import OrderedListIcon from "@lucide/svelte/icons/list-ordered";
import OutdentIcon from "@lucide/svelte/icons/list-indent-decrease";
import PlainIcon from "@lucide/svelte/icons/remove-formatting";
import QuotationIcon from "@lucide/svelte/icons/text-quote";
import RedoIcon from "@lucide/svelte/icons/redo-2";
import RowAboveIcon from "@lucide/svelte/icons/between-horizontal-start";
import RowBelowIcon from "@lucide/svelte/icons/between-horizontal-end";
import SplitIcon from "@lucide/svelte/icons/table-cells-split";
import StrongIcon from "@lucide/svelte/icons/bold";
import SubscriptIcon from "@lucide/svelte/icons/subscript";
import SuperscriptIcon from "@lucide/svelte/icons/superscript";
import TableIcon from "@lucide/svelte/icons/table";
import UndoIcon from "@lucide/svelte/icons/undo-2";
import type { Component } from "svelte";

import DeleteColumnIcon from "./DeleteColumnIcon.svelte";
import DeleteRowIcon from "./DeleteRowIcon.svelte";
import type { EditorCommand } from "./commands";

/** A button: the command that it runs, and its picture. */
export interface Tool {
  command: EditorCommand;
  icon: Component;
  /** The picture points along the line: of the text, or of the window around it. */
  along?: "text" | "window";
}

/** The tools in groups, from the start of the bar. */
export const textTools: readonly (readonly Tool[])[] = [
  [
    { command: "undo", icon: UndoIcon, along: "window" },
    { command: "redo", icon: RedoIcon, along: "window" },
  ],
  [
    { command: "heading-2", icon: Heading2Icon },
    { command: "heading-3", icon: Heading3Icon },
    { command: "heading-4", icon: Heading4Icon },
  ],
  [
    { command: "strong", icon: StrongIcon },
    { command: "emphasis", icon: EmphasisIcon },
    { command: "link", icon: LinkIcon },
    { command: "subscript", icon: SubscriptIcon },
    { command: "superscript", icon: SuperscriptIcon },
    { command: "plain", icon: PlainIcon },
  ],
  [
    { command: "bullet-list", icon: BulletListIcon, along: "text" },
    { command: "ordered-list", icon: OrderedListIcon, along: "text" },
    { command: "outdent", icon: OutdentIcon, along: "text" },
    { command: "indent", icon: IndentIcon, along: "text" },
    { command: "quotation", icon: QuotationIcon, along: "text" },
  ],
  [
    { command: "table", icon: TableIcon },
    { command: "figure", icon: FigureIcon },
    { command: "divider", icon: DividerIcon },
  ],
];

/** The tools for the table with the caret. */
export const tableTools: readonly (readonly Tool[])[] = [
  [
    { command: "header-row", icon: HeaderRowIcon },
    { command: "header-column", icon: HeaderColumnIcon, along: "text" },
  ],
  [
    { command: "row-above", icon: RowAboveIcon, along: "text" },
    { command: "row-below", icon: RowBelowIcon, along: "text" },
    { command: "delete-row", icon: DeleteRowIcon },
  ],
  [
    { command: "column-before", icon: ColumnBeforeIcon, along: "text" },
    { command: "column-after", icon: ColumnAfterIcon, along: "text" },
    { command: "delete-column", icon: DeleteColumnIcon },
  ],
  [
    { command: "merge-cells", icon: MergeIcon },
    { command: "split-cell", icon: SplitIcon },
  ],
  [
    { command: "align-start", icon: AlignStartIcon, along: "text" },
    { command: "align-center", icon: AlignCenterIcon },
    { command: "align-end", icon: AlignEndIcon, along: "text" },
  ],
  [{ command: "delete-table", icon: DeleteTableIcon }],
];

/** A command's key as it is written on this system's keyboard; empty if it has none. */
export function shortcut(key: string | undefined): string {
  if (!key) return "";
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const names: Record<string, string> = mac
    ? { Mod: "⌘", Shift: "⇧", Alt: "⌥" }
    : { Mod: "Ctrl", Shift: "Shift", Alt: "Alt" };
  const arrows: Record<string, string> = {
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
  };
  return key
    .split("-")
    .map((part) => names[part] ?? arrows[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(mac ? "" : "+");
}
