/**
 * What the window does not need for its first picture: each screen is fetched when it is asked for.
 * A key typed before a dialog is there would go to the text below, so all of them are fetched as
 * soon as the window is idle.
 */
export const SCREENS = {
  exporting: () => import("../dialogs/Export.svelte"),
  site: () => import("../dialogs/Site.svelte"),
  settings: () => import("../dialogs/Settings.svelte"),
  cheatsheet: () => import("../dialogs/CheatSheet.svelte"),
  library: () => import("../library/Library.svelte"),
  labels: () => import("../labels/Labels.svelte"),
  plan: () => import("../plan/Plan.svelte"),
  proof: () => import("../proof/Proof.svelte"),
  style: () => import("../style/HouseStyle.svelte"),
  pick: () => import("../bulletin/Pick.svelte"),
  replace: () => import("../dialogs/ReplaceEverywhere.svelte"),
  review: () => import("../dialogs/Review.svelte"),
  join: () => import("../dialogs/Join.svelte"),
  bulletin: () => import("../bulletin/BulletinPane.svelte"),
  source: () => import("../dialogs/Source.svelte"),
  imported: () => import("../dialogs/ImportedFiles.svelte"),
  welcome: () => import("./Welcome.svelte"),
};

/** Fetches them one after the other, whenever nothing else is to do. Answers how to stop. */
export function fetchWhenIdle(): () => void {
  const waiting = Object.values(SCREENS);
  let timer: ReturnType<typeof setTimeout>;
  const next = async (): Promise<void> => {
    await waiting.shift()?.();
    if (waiting.length > 0) later();
  };
  // WebKit has no idle callbacks; a pause after the first picture does as well.
  const later = (): void => {
    timer = setTimeout(() => void next(), PAUSE);
  };
  later();
  return () => clearTimeout(timer);
}

/** Milliseconds. */
const PAUSE = 120;
