/** What the preview shows, here or in a window of its own, and the theme of its pages. */
import type { Platform, PreviewForm, Previewed, ThemeInfo, Told } from "../platform";
import { w } from "../words";

/** The setting of the desk that names the theme of its pages. */
const THEME = "theme";
const OFFICE = "office";

/** A place that was scrolled to; see `inspector/along.ts`. */
export interface Scroll {
  place: number;
  from: "text" | "page";
}

/** What is open on the desk, as far as the preview needs to know. */
export interface Shown {
  of: Previewed;
  /** Changes when the page may have changed: the stage, or the saved state of a bulletin. */
  edition: unknown;
}

/** What a page is of, whatever its revision. */
export const subjectOf = (of: Previewed): string =>
  JSON.stringify("release" in of ? of.release : of);

export class Preview {
  themes = $state.raw<ThemeInfo[]>([]);
  theme = $state(OFFICE);
  /** Counts the times that a theme was chosen or saved. */
  dressed = $state(0);
  /** Whether it is in a window of its own. */
  away = $state(false);
  scroll = $state.raw<Scroll>({ place: -1, from: "text" });

  #platform: Platform;
  /** What the other window is told, now or when it opens. */
  #last: (() => Told) | null = null;
  #told = 0;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async load(): Promise<void> {
    const { commands } = this.#platform;
    const [themes, theme] = await Promise.all([
      commands.themes(),
      commands.setting({ key: THEME }),
    ]);
    this.themes = themes;
    this.theme = theme || OFFICE;
  }

  /** Listens for saved themes and for the other window, until it is stopped. */
  attend(): () => void {
    const stops = [
      this.#platform.onThemesChanged(() => {
        this.dressed++;
        void this.load();
      }),
      this.#platform.onTold((told) => this.#hear(told)),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async dress(theme: string): Promise<void> {
    this.theme = theme;
    await this.#platform.commands.set_setting({ key: THEME, value: theme });
    this.dressed++;
  }

  /** What the theme of that name is called in the window. */
  titleOf({ name, title, own }: ThemeInfo): string {
    return own ? title || name : w.preview.themes[name as keyof typeof w.preview.themes];
  }

  urls(of: Previewed): Record<PreviewForm, string> {
    const url = (form: PreviewForm): string => this.#platform.previewUrl(of, form, 72);
    return { page: url("page"), email: url("email"), text: url("text") };
  }

  async detach(): Promise<void> {
    await this.#platform.detachPreview(w.preview.title);
  }

  /** Shows it in the desk's window again. */
  comeBack(): void {
    this.away = false;
    this.#platform.tell({ is: "come back" });
  }

  /** Tells the other window what is open now; the passages of the text are read if there is one. */
  show(of: Previewed | null, texts: () => string[]): void {
    const edition = ++this.#told;
    this.#last = () => ({
      is: "shown",
      subject: of ? subjectOf(of) : "",
      urls: of && this.urls(of),
      edition,
      texts: texts(),
    });
    if (this.away) this.#platform.tell(this.#last());
  }

  /** Whoever shows the text or the page has been scrolled by hand. */
  scrolled(scroll: Scroll): void {
    this.scroll = scroll;
    if (this.away && scroll.from === "text") {
      this.#platform.tell({ is: "place", place: scroll.place });
    }
  }

  #hear(told: Told): void {
    if (told.is === "opened") {
      this.away = true;
      if (this.#last) this.#platform.tell(this.#last());
    } else if (told.is === "closed") {
      this.away = false;
    } else if (told.is === "place") {
      this.scroll = { place: told.place, from: "page" };
    }
  }
}
