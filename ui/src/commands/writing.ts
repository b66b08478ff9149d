/** Where keys are text: fields and editors, which have an undo of their own. */
export function writesIn(element: Element): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  // An empty field that completes (tags, say) has nothing of its own to undo.
  const field = element.matches("textarea, input:not([type=checkbox], [type=radio])");
  return field && (element as HTMLInputElement).value !== "";
}
