// The shape of a part: what a node or a mark brings into the editor beside its place in the schema.

import type { InputRule } from "prosemirror-inputrules";
import type { MarkSpec, NodeSpec } from "prosemirror-model";
import type { Command, EditorState, Plugin } from "prosemirror-state";
import type { NodeViewConstructor } from "prosemirror-view";

import type { EditorCommand, CommandGroup } from "./commands";
import type { EditorContext } from "./host";

/** A command that has a name, and so a place in toolbar, menus and palette. */
export interface Action {
  id: EditorCommand;
  group: CommandGroup;
  /** In ProseMirror's notation. */
  key?: string;
  run: Command;
  /** Whether what it makes is already there at the selection. */
  active?: (state: EditorState) => boolean;
  /** Makes something that notes to editors do not hold. */
  bodyOnly?: true;
}

interface Part {
  actions?: Action[];
  /** Keys without a command of their own. Parts that bind the same key are asked in turn. */
  keys?: (context: EditorContext) => Record<string, Command>;
  rules?: (context: EditorContext) => InputRule[];
  plugins?: (context: EditorContext) => Plugin[];
}

export interface NodePart extends Part {
  spec: NodeSpec;
  view?: (context: EditorContext) => NodeViewConstructor;
}

export interface MarkPart extends Part {
  spec: MarkSpec;
}
