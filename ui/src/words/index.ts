export { speak, w, type Tongue } from "./speech.svelte";
export type { Words } from "./en";
