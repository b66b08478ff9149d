// The bare view for an empty page of the system's web view: what a key is held against there.

import "@fontsource-variable/inter";
import "@fontsource-variable/source-serif-4";

import "../../look/index.css";

export { bareView as show } from "./bare";
