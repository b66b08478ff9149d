/** The platform of the desktop app. The only file that knows Tauri. */
import { invoke } from "@tauri-apps/api/core";
import { emit, listen, type UnlistenFn } from "@tauri-apps/api/event";
import { WebviewWindow } from "@tauri-apps/api/webviewWindow";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { ask, open, save } from "@tauri-apps/plugin-dialog";

import { w } from "../words";
import type { Commands } from "./bindings/commands";
import type { Imported } from "./bindings/Imported";
import type { Os, Platform, Previewed, Told } from "./platform";

/** The window of a preview; the capability of the windows names it. */
const PREVIEW = "preview-desk";

export function tauriPlatform(): Platform {
  const os = systemOf(navigator.userAgent);
  const here = getCurrentWindow().label;
  // The same addresses that `convertFileSrc` makes, but with the slashes of the path left readable.
  const origin = os === "windows" ? "http://preview.localhost" : "preview://localhost";
  return {
    os,
    commands,

    previewUrl: (of, form, width) =>
      `${origin}${pathOf(of)}/${form}${form === "text" && width ? `?width=${width}` : ""}`,
    pictureUrl: (hash) => `${origin}/picture/${hash}`,
    addPicture: (bytes, name) =>
      invoke("add_picture", bytes, { headers: { ...spoken(), name: encodeURIComponent(name) } }),

    pickFolder: (title, from) => open({ title, directory: true, defaultPath: from }),
    pickFiles: async (title) => (await open({ title, multiple: true })) ?? [],
    pickSaveFile: (title, name) => save({ title, defaultPath: name }),
    ask: ({ title, message, ok, cancel }) =>
      ask(message, { title, kind: "warning", okLabel: ok, cancelLabel: cancel }),

    onDeskChanged: (then) => stopping(listen("desk-changed", then)),
    onStyleChanged: (then) => stopping(listen("style-changed", then)),
    onArrived: (then) => stopping(listen<Imported[]>("arrived", ({ payload }) => then(payload))),
    onThemesChanged: (then) => stopping(listen("themes-changed", then)),
    detachPreview: async (title) => {
      const there = await WebviewWindow.getByLabel(PREVIEW);
      if (there) return there.setFocus();
      const made = new WebviewWindow(PREVIEW, {
        url: "index.html?preview",
        title,
        width: 720,
        height: 900,
      });
      await new Promise<void>((done, fail) => {
        void made.once("tauri://created", () => done());
        void made.once<string>("tauri://error", ({ payload }) => fail(new Error(payload)));
      });
    },
    nameWindow: (title) => getCurrentWindow().setTitle(title),
    closeWindow: () => getCurrentWindow().close(),
    tell: (told) => void emit("told", { from: here, told }),
    onTold: (then) =>
      stopping(
        listen<{ from: string; told: Told }>("told", ({ payload: { from, told } }) => {
          if (from !== here) then(told);
        }),
      ),
    showMenu: (menus) => invoke("show_menu", { menus }),
    nameMenuItem: (item) => invoke("name_menu_item", item),
    onMenu: (then) => stopping(listen<string>("menu", ({ payload }) => then(payload))),
    onDrop: ({ hover, drop }) =>
      stopping(
        getCurrentWindow().onDragDropEvent(({ payload }) => {
          // What is dragged inside the window has no paths.
          if (payload.type === "enter") hover(payload.paths.length > 0);
          if (payload.type === "leave" || payload.type === "drop") hover(false);
          if (payload.type === "drop" && payload.paths.length > 0) {
            const { x, y } = payload.position.toLogical(devicePixelRatio);
            drop(payload.paths, x, y);
          }
        }),
      ),
    onClose: (settle) => {
      void getCurrentWindow().onCloseRequested(async (event) => {
        if (!(await settle())) event.preventDefault();
      });
    },
  };
}

/** Each command by its name; the type says what it takes and gives. */
const commands = new Proxy({} as Commands, {
  get: (_, name: string) => (args?: Record<string, unknown>) =>
    invoke(name, args, { headers: spoken() }),
});

/** The language that an answer's sentences are to be in: the window's own. */
const spoken = (): Record<string, string> => ({ tongue: w.locale });

function pathOf(of: Previewed): string {
  return "bulletin" in of ? `/bulletin/${of.bulletin}` : `/release/${of.release}/${of.revision}`;
}

function systemOf(agent: string): Os {
  if (agent.includes("Windows")) return "windows";
  return agent.includes("Mac OS") ? "mac" : "linux";
}

/** Listening starts later; to stop is possible at once. */
function stopping(started: Promise<UnlistenFn>): () => void {
  return () => void started.then((stop) => stop());
}
