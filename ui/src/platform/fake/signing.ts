/** The invented office's key: as if it were made, and opened by its passphrase alone. */
import type { KeyInfo } from "../bindings/KeyInfo";
import type { Fault } from "../wire";

const SHORTEST = 8;

export class Signing {
  #kept: (KeyInfo & { passphrase: string }) | null = null;

  get key(): KeyInfo | null {
    return this.#kept && { key: this.#kept.key, number: this.#kept.number };
  }

  make(passphrase: string, replace: boolean): KeyInfo {
    if (passphrase.length < SHORTEST) {
      throw fault(`A passphrase of fewer than ${SHORTEST} characters keeps nobody out.`);
    }
    if (this.#kept && !replace) throw fault("This desk has a key already.");
    const bytes = crypto.getRandomValues(new Uint8Array(40));
    const number = [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0"));
    const key = btoa(String.fromCharCode(0x45, 0x64, ...bytes));
    this.#kept = { key, number: number.reverse().join("").toUpperCase(), passphrase };
    return { key, number: this.#kept.number };
  }

  /** Refuses another passphrase than the key's; without one nothing is signed. */
  unlock(passphrase: string | null): void {
    if (passphrase === null) return;
    if (!this.#kept) throw fault("This desk has no key to sign with.");
    if (this.#kept.passphrase !== passphrase) {
      throw fault("The passphrase does not open the key of this desk. Nothing was signed.");
    }
  }
}

function fault(message: string): Fault {
  return { code: "other", message, reasons: [] };
}
