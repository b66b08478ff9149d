// A click on the empty paper below the text: the caret goes to the end, into a new paragraph where the
// text ends with something that takes none, such as a table.

import { Plugin, TextSelection } from "prosemirror-state";

import { nodeType } from "./types";

export function clickBelow(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown(view, event) {
          const last = view.dom.lastElementChild;
          if (event.target !== view.dom || !view.editable || !last) return false;
          if (event.clientY <= last.getBoundingClientRect().bottom) return false;
          const { doc, schema, tr } = view.state;
          if (doc.lastChild?.isTextblock) return false;
          event.preventDefault();
          tr.insert(doc.content.size, nodeType(schema, "paragraph").create());
          view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView());
          view.focus();
          return true;
        },
      },
    },
  });
}
