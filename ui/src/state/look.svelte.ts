/** How the window looks and is divided, remembered in the desk. */
import type { Commands, PreviewForm } from "../platform";
import { speak, type Tongue } from "../words";

export type Theme = "system" | "light" | "dark";
/** How large the window is written. */
export type InterfaceSize = "small" | "normal" | "large" | "largest";
/** How many times as large as drawn everything is then. */
const SCALES: Record<InterfaceSize, number> = {
  small: 0.925,
  normal: 1,
  large: 1.125,
  largest: 1.25,
};
/** How large the text on the paper is, beside that. */
export type TextSize = "small" | "normal" | "large" | "larger" | "largest";
export type InspectorTab = "preview" | "checks" | "remarks" | "history" | "details";
export type Device = "phone" | "tablet" | "desktop" | "print";
export type PaneName = "rail" | "list" | "inspector";

/** Pixels: the least, the first and the most that a pane is wide. */
export const PANES: Record<PaneName, { least: number; first: number; most: number }> = {
  rail: { least: 168, first: 212, most: 320 },
  list: { least: 260, first: 316, most: 520 },
  inspector: { least: 320, first: 400, most: 720 },
};

/** Pixels that the paper keeps, as long as the other panes have any to give. */
const PAPER = 480;

/**
 * How wide the panes are shown in a window of that width. Where their own widths leave too little
 * for the paper they all give of what they have above their least, in proportion.
 */
export function fitted(
  widths: Record<PaneName, number>,
  shown: readonly PaneName[],
  room: number,
): Record<PaneName, number> {
  const sum = (of: (pane: PaneName) => number) => shown.reduce((total, p) => total + of(p), 0);
  const spare = sum((pane) => widths[pane] - PANES[pane].least);
  const wanting = Math.max(0, PAPER - (room - sum((pane) => widths[pane])));
  const share = spare > 0 ? Math.min(1, wanting / spare) : 0;
  const fit = (pane: PaneName) =>
    Math.round(widths[pane] - share * (widths[pane] - PANES[pane].least));
  return { rail: fit("rail"), list: fit("list"), inspector: fit("inspector") };
}

interface Remembered {
  theme: Theme;
  size: InterfaceSize;
  text: TextSize;
  focused: boolean;
  typewriter: boolean;
  tongue: Tongue | "system";
  widths: Record<PaneName, number>;
  open: Record<PaneName, boolean>;
  tab: InspectorTab;
  form: PreviewForm;
  device: Device;
}

const KEY = "window";
const PAUSE = 400;

export class Look {
  theme = $state<Theme>("system");
  size = $state<InterfaceSize>("normal");
  text = $state<TextSize>("normal");
  /** Whether everything but the text gives way while a release is open. */
  focused = $state(false);
  /** Whether the line with the caret stays at one height. */
  typewriter = $state(false);
  tongue = $state<Tongue | "system">("system");
  widths = $state({
    rail: PANES.rail.first,
    list: PANES.list.first,
    inspector: PANES.inspector.first,
  });
  open = $state({ rail: true, list: true, inspector: true });
  tab = $state<InspectorTab>("preview");
  form = $state<PreviewForm>("page");
  device = $state<Device>("phone");
  /** Whether the window is too narrow for an inspector beside the text; then it lies over it. */
  narrow = $state(false);
  /** Whether it lies over the text now. Not remembered. */
  over = $state(false);
  /** How wide the window is. */
  room = $state(1440);
  /** Whether a text is on the screen for the focus to be on. Told from outside, not remembered. */
  writable = $state(false);

  #commands: Commands;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #kept: string | null = null;
  #newest: string | null = null;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  async recall(): Promise<void> {
    const kept = await this.#commands.setting({ key: KEY });
    this.#kept = kept;
    const seen = readKept(kept);
    this.theme = seen.theme ?? this.theme;
    this.size = seen.size ?? this.size;
    this.text = seen.text ?? this.text;
    this.focused = seen.focused ?? this.focused;
    this.typewriter = seen.typewriter ?? this.typewriter;
    this.tongue = seen.tongue ?? this.tongue;
    this.tab = seen.tab ?? this.tab;
    this.form = seen.form ?? this.form;
    this.device = seen.device ?? this.device;
    Object.assign(this.open, seen.open);
    for (const pane of Object.keys(PANES) as PaneName[]) {
      this.widen(pane, seen.widths?.[pane] ?? PANES[pane].first);
    }
  }

  /** Puts theme, sizes and language on the page, and remembers the whole; called from an effect. */
  apply(): void {
    const { dataset, style } = document.documentElement;
    dataset["theme"] = this.theme;
    style.setProperty("--interface", String(this.scale));
    dataset["text"] = this.text;
    document.documentElement.lang = speak(this.tongue);
    const { theme, size, text, focused, typewriter, tongue, tab, form, device } = this;
    const widths = { ...this.widths };
    const open = { ...this.open };
    const written = { size, text, focused, typewriter };
    const kept: Remembered = { theme, ...written, tongue, widths, open, tab, form, device };
    this.#newest = JSON.stringify(kept);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.remember(), PAUSE);
  }

  /** Puts the look on the desk; a window that closes does not wait for the pause. */
  async remember(): Promise<void> {
    clearTimeout(this.#timer);
    const value = this.#newest;
    if (value === null || value === this.#kept) return;
    try {
      await this.#commands.set_setting({ key: KEY, value });
      this.#kept = value;
    } catch {
      // A look that cannot be remembered is no reason to disturb the writer.
    }
  }

  widen(pane: PaneName, width: number): void {
    const { least, most } = PANES[pane];
    this.widths[pane] = Math.round(Math.min(most, Math.max(least, width)));
  }

  /** Whether everything but the text has given way. */
  get calm(): boolean {
    return this.focused && this.writable;
  }

  /** Whether a pane is to be seen. */
  shows(pane: PaneName): boolean {
    return pane === "inspector" ? this.inspecting : this.open[pane] && !this.calm;
  }

  /** Shows or hides a pane. Whoever wants one back has done with the focus on the text. */
  toggle(pane: PaneName): void {
    if (this.calm) {
      this.focused = false;
      if (this.shows(pane)) return;
    }
    if (pane === "inspector" && this.narrow) this.over = !this.over;
    else this.open[pane] = !this.open[pane];
  }

  show(pane: PaneName): void {
    if (!this.shows(pane)) this.toggle(pane);
  }

  /** How many times as large as drawn the interface is. */
  get scale(): number {
    return SCALES[this.size];
  }

  /** The widths as they fit into the window. */
  get fitted(): Record<PaneName, number> {
    const beside = (Object.keys(PANES) as PaneName[]).filter(
      (pane) => this.open[pane] && !(pane === "inspector" && this.narrow),
    );
    return fitted(this.widths, beside, this.room);
  }

  /** Whether the inspector is on the screen. */
  get inspecting(): boolean {
    return !this.calm && (this.narrow ? this.over : this.open.inspector);
  }

  /** Opens the inspector at a tab. */
  inspect(tab: InspectorTab): void {
    this.tab = tab;
    this.show("inspector");
  }
}

function readKept(kept: string | null): Partial<Remembered> {
  try {
    return kept ? (JSON.parse(kept) as Partial<Remembered>) : {};
  } catch {
    return {};
  }
}
