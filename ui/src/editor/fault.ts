// What a rejected promise of the host says, for the notice that shows it.

/** The message of an error or fault; the thing itself as text where it has none. */
export function messageOf(fault: unknown): string {
  return typeof fault === "object" && fault !== null && "message" in fault
    ? String(fault.message)
    : String(fault);
}
