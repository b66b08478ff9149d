// Suggesting: what is written and deleted is marked, and the text stands until somebody decides.

import { TextSelection } from "prosemirror-state";
import { describe, expect, test } from "vitest";

import { settledText } from "./settled";
import { suggestionsIn } from "./suggestions";
import { open, p, press, type, li, ul, figure, strong } from "./testing";

const suggesting = { suggesting: true, author: "Bo Lind" };

/** The text with `{+in+}` and `{-out-}`, a block a line. */
function drawn({ editor }: ReturnType<typeof open>): string {
  const lines: string[] = [];
  const walk = (node: BodyJson | NodeJson) => {
    if (!["paragraph", "heading"].includes(node.type)) {
      (node.content ?? []).forEach(walk);
      return;
    }
    lines.push(
      (node.content ?? [])
        .map(({ text = "|", marks = [] }) => {
          const has = (name: string) => marks.some((mark) => mark.type === name);
          const out = has("deletion") ? `{-${text}-}` : text;
          return has("insertion") ? `{+${out}+}` : out;
        })
        .join(""),
    );
  };
  walk(editor.body());
  return lines.join("\n");
}

/** As Backspace and Delete do in a browser, which reads them from the page. */
function erase({ view }: ReturnType<typeof open>, by: -1 | 1 = -1): void {
  const { state } = view;
  const { from, to, empty } = state.selection;
  press(view, by < 0 ? "Backspace" : "Delete");
  if (view.state.doc !== state.doc || !view.state.selection.eq(state.selection)) return;
  view.dispatch(
    empty
      ? state.tr.delete(Math.min(from, from + by), Math.max(to, to + by))
      : state.tr.deleteSelection(),
  );
}

describe("what is written while suggesting", () => {
  test("stands as one suggestion, and the settled text as it was", () => {
    const desk = open([p("The quay| opens.")], suggesting);
    type(desk.view, " really");
    expect(drawn(desk)).toBe("The quay{+ really+} opens.");
    expect(suggestionsIn(desk.view.state.doc)).toHaveLength(1);
    expect(settledText(desk.view.state.doc.child(0))).toBe("The quay opens.");
    expect(desk.editor.length().words).toBe(3);
    expect(desk.editor.text()).toBe("The quay opens.");
  });

  test("over selected words is one suggestion: out and in", () => {
    const desk = open([p("It opens on |Monday|.")], suggesting);
    type(desk.view, "Tuesday");
    expect(drawn(desk)).toBe("It opens on {-Monday-}{+Tuesday+}.");
    expect(desk.editor.suggestions()).toMatchObject([
      { deleted: "Monday", inserted: "Tuesday", by: "Bo Lind" },
    ]);
  });

  test("sets quotation marks as ever, and begins no list", () => {
    const desk = open([p("|")], suggesting);
    type(desk.view, '- "So"');
    expect(drawn(desk)).toBe("{+- “So”+}");
  });

  test("inside words that are to go out stays out of them", () => {
    const desk = open([p("a |long| b")], suggesting);
    erase(desk);
    desk.view.dispatch(
      desk.view.state.tr.setSelection(TextSelection.create(desk.view.state.doc, 5)),
    );
    type(desk.view, "X");
    expect(drawn(desk)).toBe("a {-lo-}{+X+}{-ng-} b");
  });

  test("a new paragraph is a sign until it is accepted", () => {
    const desk = open([ul(li(p("One|Two")))], suggesting);
    press(desk.view, "Enter");
    expect(drawn(desk)).toBe("One{+¶+}Two");
    desk.editor.decide(true);
    expect(desk.editor.body().content).toEqual([ul(li(p("One")), li(p("Two")))]);
  });
});

describe("what is deleted while suggesting", () => {
  test("is struck out, letter by letter in one suggestion, and the caret goes on", () => {
    const desk = open([p("The old quay|")], suggesting);
    for (let i = 0; i < 5; i++) erase(desk);
    expect(drawn(desk)).toBe("The old{- quay-}");
    expect(desk.editor.suggestions()).toHaveLength(1);
    expect(desk.view.state.selection.from).toBe(8);
  });

  test("goes forward with Delete", () => {
    const desk = open([p("The |old quay")], suggesting);
    for (let i = 0; i < 4; i++) erase(desk, 1);
    expect(drawn(desk)).toBe("The {-old -}quay");
    expect(desk.view.state.selection.from).toBe(9);
  });

  test("goes at once where the same reader suggested it, and not where another did", () => {
    const desk = open([p("Quay|")], suggesting);
    type(desk.view, "side");
    for (let i = 0; i < 2; i++) erase(desk);
    expect(drawn(desk)).toBe("Quay{+si+}");
    desk.editor.update({ author: "Ane Solberg" });
    erase(desk);
    expect(drawn(desk)).toBe("Quay{+s+}{+{-i-}+}");
  });

  test("over several paragraphs leaves their boundaries", () => {
    const desk = open([p("First| line"), p("Second |line")], suggesting);
    erase(desk);
    expect(drawn(desk)).toBe("First{- line-}\n{-Second -}line");
    desk.editor.decide(true);
    expect(drawn(desk)).toBe("First\nline");
  });

  test("at the start of a paragraph only moves the caret", () => {
    const desk = open([p("First"), p("|Second")], suggesting);
    erase(desk);
    expect(drawn(desk)).toBe("First\nSecond");
    expect(desk.view.state.selection.from).toBe(6);
  });
});

describe("deciding", () => {
  const both = () => {
    const desk = open([p("It opens on |Monday|.")], suggesting);
    type(desk.view, "Tuesday");
    return desk;
  };

  test("accepted, it is the text; rejected, it was nothing; and both can be undone", () => {
    const accepted = both();
    accepted.editor.decide(
      true,
      accepted.editor.suggestions().map(({ id }) => id),
    );
    expect(accepted.editor.body().content).toEqual([p("It opens on Tuesday.")]);
    accepted.editor.run("undo");
    expect(drawn(accepted)).toBe("It opens on {-Monday-}{+Tuesday+}.");
    const rejected = both();
    rejected.editor.decide(false);
    expect(rejected.editor.body().content).toEqual([p("It opens on Monday.")]);
  });

  test("a paragraph of which nothing is left goes with its words", () => {
    const desk = open([p("Stays"), p("|Goes|"), p("Stays too")], suggesting);
    erase(desk);
    desk.editor.decide(true);
    expect(drawn(desk)).toBe("Stays\nStays too");
  });

  test("one alone leaves the others", () => {
    const desk = open([p("a| b c")], suggesting);
    type(desk.view, "1");
    desk.view.dispatch(
      desk.view.state.tr.setSelection(TextSelection.create(desk.view.state.doc, 5)),
    );
    type(desk.view, "2");
    expect(drawn(desk)).toBe("a{+1+} b{+2+} c");
    desk.editor.decide(false, [desk.editor.suggestions().at(-1)?.id ?? ""]);
    expect(drawn(desk)).toBe("a{+1+} b c");
  });
});

describe("what cannot be suggested", () => {
  test("is refused with a sentence, and nothing changes", () => {
    const desk = open([p("|All| words"), figure({ alt: "A quay" })], suggesting);
    const before = desk.editor.body();
    press(desk.view, "Mod-b");
    expect(desk.editor.run("bullet-list")).toBe(false);
    desk.view.dispatch(desk.view.state.tr.delete(11, 12));
    expect(desk.editor.body()).toEqual(before);
    expect(desk.said).toHaveLength(2);
  });
});

describe("beside suggestions", () => {
  const sug = (name: string): NodeJson => ({ type: name, attrs: { id: "a", by: "Bo", at: "" } });
  const marked = (name: string): NodeJson => ({ type: "text", text: "old|er", marks: [sug(name)] });

  test("what is written inside words that are to go out does not go out with them", () => {
    const desk = open([{ type: "paragraph", content: [marked("deletion")] }]);
    type(desk.view, "X");
    expect(drawn(desk)).toBe("{-old-}X{-er-}");
  });

  test("what is copied carries no suggestions", () => {
    const desk = open([p("|words|", strong)], suggesting);
    type(desk.view, "more");
    desk.view.dispatch(
      desk.view.state.tr.setSelection(TextSelection.create(desk.view.state.doc, 1, 10)),
    );
    const { dom } = desk.view.serializeForClipboard(desk.view.state.selection.content());
    expect(dom.querySelector("ins, del")).toBeNull();
  });
});
