// Strongly stressed words.

import { simpleMark } from "./simple";

export const strong = simpleMark({
  name: "strong",
  key: "Mod-b",
  tag: "strong",
  // Google Docs wraps whatever it copies in a <b> of normal weight.
  parse: [
    { tag: "strong" },
    { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
  ],
});
