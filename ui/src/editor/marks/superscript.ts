// Above the line.

import { simpleMark } from "./simple";

export const superscript = simpleMark({
  name: "superscript",
  key: "Mod-.",
  tag: "sup",
  parse: [{ tag: "sup" }],
  rival: "subscript",
});
