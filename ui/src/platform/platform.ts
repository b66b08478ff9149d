/** What the window needs from the machine it runs on; `tauri` and `fake` give it. */
import type { Commands } from "./bindings/commands";
import type { Imported } from "./bindings/Imported";

export type Os = "linux" | "mac" | "windows";

export type PreviewForm = "page" | "email" | "text";

/** What the desk's window and a preview in a window of its own tell each other. */
export type Told =
  /** What is to be shown, in every form; `edition` counts the times that it may have changed. */
  | {
      is: "shown";
      subject: string;
      urls: Record<PreviewForm, string> | null;
      edition: number;
      texts: string[];
    }
  /** One of them was scrolled there; see `inspector/along.ts`. */
  | { is: "place"; place: number }
  /** The preview has opened, and asks what to show. */
  | { is: "opened" }
  /** The preview has closed. */
  | { is: "closed" }
  /** The preview is wanted back in the desk's window. */
  | { is: "come back" };

/** What a preview shows. The revision is part of the address, so that a new one is a new page. */
export type Previewed = { release: number; revision: number } | { bulletin: number };

export interface Question {
  title: string;
  message: string;
  ok: string;
  cancel: string;
}

/** A menu of the native menu bar. */
export interface NativeMenu {
  label: string;
  items: NativeItem[];
}

export type NativeItem =
  | { sort: "command"; id: string; label: string; shortcut: string | null }
  | { sort: "system"; what: "cut" | "copy" | "paste" | "all" | "quit"; label: string }
  | { sort: "line" };

export interface Platform {
  readonly os: Os;
  readonly commands: Commands;

  /** Where the page, the mail or the plain text lies; `width` is columns of plain text. */
  previewUrl(of: Previewed, form: PreviewForm, width?: number): string;
  pictureUrl(hash: string): string;
  addPicture(
    bytes: Uint8Array,
    name: string,
  ): Promise<{ image: string; width: number; height: number }>;

  /** The system's own dialogs; `null` or an empty list when they were cancelled. */
  pickFolder(title: string, from: string): Promise<string | null>;
  pickFiles(title: string): Promise<string[]>;
  pickSaveFile(title: string, name: string): Promise<string | null>;
  ask(question: Question): Promise<boolean>;

  /** The desk was changed by another program or window. Returns how to stop listening. */
  onDeskChanged(then: () => void): () => void;
  /** Files of the inbox became drafts, or were refused with the reason in their notes. */
  onArrived(then: (arrived: Imported[]) => void): () => void;
  /** The house style's file has changed. Returns how to stop listening. */
  onStyleChanged(then: () => void): () => void;
  /** A theme of the office's own was saved. Returns how to stop listening. */
  onThemesChanged(then: () => void): () => void;
  /** Opens the preview in a window of its own, or brings it to the front. */
  detachPreview(title: string): Promise<void>;
  /** Changes what stands in the title bar of the window that this runs in. */
  nameWindow(title: string): Promise<void>;
  /** Closes the window that this runs in. */
  closeWindow(): Promise<void>;
  /** Tells the other window. */
  tell(told: Told): void;
  /** Hears what the other window tells. Returns how to stop listening. */
  onTold(then: (told: Told) => void): () => void;
  /** Shows the native menus, in place of those before. */
  showMenu(menus: NativeMenu[]): Promise<void>;
  /** Gives an item of the native menus another name. */
  nameMenuItem(item: { id: string; label: string; enabled: boolean }): Promise<void>;
  /** A native menu item was chosen; it carries the id of a command of the window. */
  onMenu(then: (command: string) => void): () => void;
  /** Files hover over the window, or were dropped on it. */
  onDrop(then: {
    hover: (over: boolean) => void;
    drop: (paths: string[], x: number, y: number) => void;
  }): () => void;
  /** Asked before the window closes; it closes when the answer is yes. */
  onClose(settle: () => Promise<boolean>): void;
}
