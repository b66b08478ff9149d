/** The platform that the window runs on: Tauri, or in a plain browser an invented desk. */
import type { Platform } from "./platform";

export type { Commands } from "./bindings/commands";
export { faultOf } from "./fault";
export type {
  NativeItem,
  NativeMenu,
  Os,
  Platform,
  PreviewForm,
  Previewed,
  Told,
} from "./platform";
export type * from "./wire";

export async function openPlatform(): Promise<Platform> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriPlatform();
  const fake = new (await import("./fake/platform")).FakePlatform();
  // From the console one can play the disk that is full and the colleague who writes meanwhile.
  return Object.assign(window, { fake }).fake;
}
