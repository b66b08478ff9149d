// A table: rows of cells under a caption, with header cells, spans and alignment in reading direction.
// Rows, columns and cell selection are prosemirror-tables'; column widths are the page's affair.

import type { Attrs, Node, NodeSpec } from "prosemirror-model";
import { TextSelection, type Command, type EditorState } from "prosemirror-state";
import {
  TableMap,
  addColumnAfter,
  addColumnBefore,
  addRow,
  addRowAfter,
  addRowBefore,
  columnIsHeader,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  mergeCells,
  rowIsHeader,
  selectedRect,
  splitCell,
  tableEditing,
  toggleHeader,
} from "prosemirror-tables";
import type { EditorView, NodeView } from "prosemirror-view";

import { field, focusField, inField, leaveNode, type Field } from "../fields";
import type { EditorContext } from "../host";
import { insertBlock } from "../insert";
import type { Action, NodePart } from "../part";
import { enclosing } from "../selection";
import { nodeType } from "../types";

/** The alignments of a cell; null leaves it to the page: figures at the end, words at the start. */
const alignments = ["start", "center", "end"] as const;
type Align = (typeof alignments)[number];

/** HTML's own limits; beyond them a table is damage, and its map would not fit in memory. */
const mostSpan = { colspan: 1000, rowspan: 65534 };

/** With more rows, columns of equal width: fitting them to every cell would cost time at each key. */
const longTable = 100;

/** A new table has three columns, a header row and two rows to fill. */
const newTable = { rows: 3, columns: 3 };

const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const { schema } = state;
  const cell = (name: "table_header" | "table_cell") => nodeType(schema, name).createAndFill();
  const rows = Array.from({ length: newTable.rows }, (_, row) =>
    nodeType(schema, "table_row").create(
      null,
      Array.from({ length: newTable.columns }, () =>
        cell(row === 0 ? "table_header" : "table_cell"),
      ).filter((made) => made !== null),
    ),
  );
  return insertBlock(nodeType(schema, "table").create(null, rows))(state, dispatch);
};

function align(wanted: Align): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const value = alignIsActive(wanted)(state) ? null : wanted;
    if (dispatch) {
      const { tr } = state;
      for (const pos of selectedCells(state)) tr.setNodeAttribute(pos, "align", value);
      dispatch(tr);
    }
    return true;
  };
}

function alignIsActive(wanted: Align): (state: EditorState) => boolean {
  return (state) => {
    if (!isInTable(state)) return false;
    return selectedCells(state).every((pos) => state.doc.nodeAt(pos)?.attrs["align"] === wanted);
  };
}

/** Positions of the selected cells in the document. */
function selectedCells(state: EditorState): number[] {
  const rect = selectedRect(state);
  return rect.map.cellsInRect(rect).map((pos) => pos + rect.tableStart);
}

/** Tab goes from cell to cell; at the last one it adds a row. */
const nextCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (dispatch) {
    const rect = selectedRect(state);
    const tr = addRow(state.tr, rect, rect.map.height);
    const table = tr.doc.nodeAt(rect.tableStart - 1);
    if (!table) return false;
    const cell = rect.tableStart + TableMap.get(table).positionAt(rect.map.height, 0, table);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(cell + 1))).scrollIntoView());
  }
  return true;
};

/** Shift+Tab goes back; before the first cell stands the caption. */
const previousCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(-1)(state, dispatch)) return true;
  const table = enclosing(state, "table");
  return !!table && !!view && (!dispatch || focusField(view, table.pos, "caption"));
};

/** Out of the table, into the text below it. */
const leaveBelow: Command = (state, dispatch, view) => {
  const table = isInTable(state) ? enclosing(state, "table") : null;
  if (!table || !view) return false;
  if (dispatch) leaveNode({ view, getPos: () => table.pos }, "forward");
  return true;
};

/** A column on that side of the screen, whichever way the text runs. */
function columnAt(side: "left" | "right"): (context: EditorContext) => Command {
  return ({ settings }) =>
    (state, dispatch) => {
      const after = (side === "right") === (settings.direction === "ltr");
      return (after ? addColumnAfter : addColumnBefore)(state, dispatch);
    };
}

export const table: NodePart = {
  spec: {
    group: "block",
    content: "table_row+",
    tableRole: "table",
    isolating: true,
    attrs: { caption: { default: "", validate: "string" } },
    parseDOM: [{ tag: "table", getAttrs: (dom) => ({ caption: dom.dataset["caption"] ?? "" }) }],
    toDOM: (node) => ["table", { "data-caption": node.attrs["caption"] as string }, ["tbody", 0]],
  },
  actions: [
    { id: "table", group: "insert", run: insertTable, bodyOnly: true },
    ...tableActions([
      { id: "row-above", key: "Alt-Shift-ArrowUp", run: addRowBefore },
      { id: "row-below", key: "Alt-Shift-ArrowDown", run: addRowAfter },
      { id: "column-before", run: addColumnBefore },
      { id: "column-after", run: addColumnAfter },
      { id: "delete-row", key: "Alt-Shift-Backspace", run: deleteRow },
      { id: "delete-column", key: "Alt-Shift-Delete", run: deleteColumn },
      { id: "header-row", run: toggleHeader("row"), active: firstIsHeader("row") },
      { id: "header-column", run: toggleHeader("column"), active: firstIsHeader("column") },
      { id: "merge-cells", run: mergeCells },
      { id: "split-cell", run: splitCell },
      ...alignments.map((side) => ({
        id: `align-${side}` as const,
        run: align(side),
        active: alignIsActive(side),
      })),
      { id: "delete-table", run: deleteTable },
    ]),
  ],
  keys: (context) => ({
    Tab: nextCell,
    "Shift-Tab": previousCell,
    "Mod-Enter": leaveBelow,
    "Alt-Shift-ArrowLeft": columnAt("left")(context),
    "Alt-Shift-ArrowRight": columnAt("right")(context),
  }),
  plugins: () => [tableEditing({ allowTableNodeSelection: true })],
  view: (context) => (node, view, getPos) => new TableView(node, view, getPos, context),
};

export const tableRow: NodePart = {
  spec: {
    content: "(table_cell | table_header)*",
    tableRole: "row",
    parseDOM: [{ tag: "tr" }],
    toDOM: () => ["tr", 0],
  },
};

export const tableCell: NodePart = { spec: cellSpec("cell", "td") };

export const tableHeader: NodePart = { spec: cellSpec("header_cell", "th") };

function cellSpec(tableRole: string, tag: "td" | "th"): NodeSpec {
  return {
    content: "(paragraph | unknown_block)+",
    tableRole,
    isolating: true,
    attrs: {
      colspan: { default: 1, validate: (span) => isSpan(span, mostSpan.colspan) },
      rowspan: { default: 1, validate: (span) => isSpan(span, mostSpan.rowspan) },
      align: { default: null, validate: isAlign },
    },
    parseDOM: [{ tag, getAttrs: cellAttrs }],
    toDOM: (node) => {
      const { colspan, rowspan, align } = node.attrs as CellAttrs;
      const attrs: Record<string, string | number> = {};
      if (colspan !== 1) attrs["colspan"] = colspan;
      if (rowspan !== 1) attrs["rowspan"] = rowspan;
      if (align) attrs["data-align"] = align;
      return [tag, attrs, 0];
    },
  };
}

interface CellAttrs {
  colspan: number;
  rowspan: number;
  align: Align | null;
}

function cellAttrs(dom: HTMLElement): Attrs {
  const span = (name: keyof typeof mostSpan) => {
    const value = Number(dom.getAttribute(name) ?? 1);
    return Number.isInteger(value) && value >= 1 && value <= mostSpan[name] ? value : 1;
  };
  const align = alignments.find((known) => known === dom.dataset["align"]) ?? null;
  return { colspan: span("colspan"), rowspan: span("rowspan"), align } satisfies CellAttrs;
}

function isSpan(span: unknown, most: number): void {
  if (!Number.isInteger(span) || (span as number) < 1 || (span as number) > most)
    throw new RangeError(`A cell spans 1 to ${most} rows or columns.`);
}

function isAlign(align: unknown): void {
  if (align !== null && !alignments.some((known) => known === align))
    throw new RangeError("A cell is aligned to start, center or end.");
}

function tableActions(actions: Omit<Action, "group">[]): Action[] {
  return actions.map((action) => ({ ...action, group: "table", bodyOnly: true }));
}

function firstIsHeader(what: "row" | "column"): (state: EditorState) => boolean {
  return (state) => {
    if (!isInTable(state)) return false;
    const { map, table } = selectedRect(state);
    return (what === "row" ? rowIsHeader : columnIsHeader)(map, table, 0);
  };
}

/** Draws the caption as a field above the table. */
class TableView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly table: HTMLTableElement;
  private readonly caption: Field;

  constructor(
    node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    { settings }: EditorContext,
  ) {
    const { words } = settings;
    this.caption = field(
      { view, getPos, settings },
      {
        attr: "caption",
        label: words.tableCaption,
        placeholder: words.tableCaption,
        lines: "many",
      },
    );
    this.dom = document.createElement("div");
    this.dom.className = "table-block";
    const above = document.createElement("div");
    above.className = "field-zone table-caption";
    above.contentEditable = "false";
    above.append(this.caption.dom);
    this.table = document.createElement("table");
    this.contentDOM = document.createElement("tbody");
    this.contentDOM.className = "node-text";
    this.table.append(this.contentDOM);
    this.dom.append(above, this.table);
    this.update(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== "table") return false;
    this.caption.show(node);
    this.table.classList.toggle("table-long", node.childCount > longTable);
    const caption = node.attrs["caption"] as string;
    if (caption) this.table.setAttribute("aria-label", caption);
    else this.table.removeAttribute("aria-label");
    return true;
  }

  stopEvent(event: Event): boolean {
    return inField(event);
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}
