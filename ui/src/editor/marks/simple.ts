// A mark that is either there or not, with its name in HTML.

import { toggleMark } from "prosemirror-commands";
import type { MarkSpec, TagParseRule } from "prosemirror-model";
import type { Command } from "prosemirror-state";

import type { EditorCommand } from "../commands";
import type { MarkPart } from "../part";
import type { MarkName } from "../schema";
import { markIsActive } from "../selection";
import { markType } from "../types";

/** A mark with a toggle; `rival` is a mark that cannot sensibly stand on the same words. */
export function simpleMark(mark: {
  name: MarkName & EditorCommand;
  key: string;
  tag: string;
  parse: MarkSpec["parseDOM"];
  rival?: MarkName;
}): MarkPart {
  const toggle: Command = (state, dispatch) => {
    const type = markType(state.schema, mark.name);
    const rival = mark.rival && markType(state.schema, mark.rival);
    return toggleMark(type)(
      state,
      dispatch &&
        ((tr) => {
          if (rival) {
            for (const { $from, $to } of tr.selection.ranges)
              tr.removeMark($from.pos, $to.pos, rival);
            tr.removeStoredMark(rival);
          }
          dispatch(tr);
        }),
    );
  };
  return {
    spec: { parseDOM: mark.parse as TagParseRule[], toDOM: () => [mark.tag, 0] },
    actions: [
      {
        id: mark.name,
        group: "mark",
        key: mark.key,
        run: toggle,
        active: (state) => markIsActive(state, mark.name),
      },
    ],
  };
}
