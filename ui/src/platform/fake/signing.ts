/** The invented office's key: as if it were made, and opened by its passphrase alone. */
import type { KeyInfo } from "../bindings/KeyInfo";
import { refusal } from "./desk";
import { say } from "./say";

const SHORTEST = 8;

export class Signing {
  #kept: (KeyInfo & { passphrase: string }) | null = null;

  get key(): KeyInfo | null {
    return this.#kept && { key: this.#kept.key, number: this.#kept.number };
  }

  make(passphrase: string, replace: boolean): KeyInfo {
    if (passphrase.length < SHORTEST) {
      throw refusal(
        say(
          "A passphrase of fewer than {least} characters keeps nobody out. Choose a longer one.",
          { least: SHORTEST },
        ),
      );
    }
    if (this.#kept && !replace) {
      throw refusal(
        say(
          "This desk has a key already ({id}). Signatures of a new one are not known to readers who have the old. To replace it, say so.",
          { id: this.#kept.number },
        ),
      );
    }
    const bytes = crypto.getRandomValues(new Uint8Array(40));
    const number = [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0"));
    const key = btoa(String.fromCharCode(0x45, 0x64, ...bytes));
    this.#kept = { key, number: number.reverse().join("").toUpperCase(), passphrase };
    return { key, number: this.#kept.number };
  }

  /** Refuses another passphrase than the key's; without one nothing is signed. */
  unlock(passphrase: string | null): void {
    if (passphrase === null) return;
    if (!this.#kept) {
      throw refusal(
        say(
          "This desk has no key to sign with. Make one in the Settings, or with `dateline-cli key new`.",
        ),
      );
    }
    if (this.#kept.passphrase !== passphrase) {
      throw refusal(
        say(
          "The passphrase does not open the key of this desk. Nothing was signed. Type it again.",
        ),
      );
    }
  }
}
