/** Makes the buttons inside an element one stop of the Tab key, with the arrow keys between them. */
export function roving(element: HTMLElement): () => void {
  const buttons = () => [...element.querySelectorAll<HTMLButtonElement>("button")];

  /** One button takes the Tab key: the focused one, else the current one, else the first. */
  function settle(): void {
    const all = buttons();
    const stop =
      all.find((button) => button === document.activeElement) ??
      all.find((button) => button.ariaCurrent) ??
      all[0];
    for (const button of all) button.tabIndex = button === stop ? 0 : -1;
  }

  function press(event: KeyboardEvent): void {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const target = targets[event.key];
    if (at < 0 || target === undefined) return;
    event.preventDefault();
    all[target]?.focus();
  }

  const watching = new MutationObserver(settle);
  watching.observe(element, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["aria-current"],
  });
  element.addEventListener("keydown", press);
  element.addEventListener("focusin", settle);
  settle();
  return () => {
    watching.disconnect();
    element.removeEventListener("keydown", press);
    element.removeEventListener("focusin", settle);
  };
}
