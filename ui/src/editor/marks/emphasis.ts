// Stressed words.

import { simpleMark } from "./simple";

export const emphasis = simpleMark({
  name: "emphasis",
  key: "Mod-i",
  tag: "em",
  parse: [{ tag: "em" }, { tag: "i", getAttrs: (dom) => dom.style.fontStyle !== "normal" && null }],
});
