/** Whatever a command was refused with, as a fault with a sentence. */
import type { Fault } from "./wire";

export function faultOf(thrown: unknown): Fault {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown) {
    const { message, code, reasons } = thrown as Partial<Fault>;
    return {
      code: code ?? "other",
      message: String(message),
      reasons: reasons ?? [],
    };
  }
  return { code: "other", message: String(thrown), reasons: [] };
}
