// Below the line.

import { simpleMark } from "./simple";

export const subscript = simpleMark({
  name: "subscript",
  key: "Mod-,",
  tag: "sub",
  parse: [{ tag: "sub" }],
  rival: "superscript",
});
