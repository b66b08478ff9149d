/** Shows the card of a finding while the pointer rests on its words. */
import type { Finding } from "../platform";
import type { Desk } from "../state/desk.svelte";

/** How long the pointer rests before the card comes, and how long it may be away, in milliseconds. */
const REST = 350;
const AWAY = 300;

export class Hovering {
  #desk: Desk;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The pointer came to a finding's words, or left them. */
  over(finding: Finding | null, at: Element | null): void {
    clearTimeout(this.#timer);
    const desk = this.#desk;
    if (finding && at) {
      this.#timer = setTimeout(() => {
        desk.pointed = { finding, box: at.getBoundingClientRect(), by: "pointer" };
      }, REST);
    } else if (desk.pointed?.by === "pointer") {
      this.#timer = setTimeout(() => {
        const onCard = document.querySelector("[data-go=finding]:is(:hover, :focus-within)");
        if (desk.pointed?.by === "pointer" && !onCard) desk.pointed = null;
      }, AWAY);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
