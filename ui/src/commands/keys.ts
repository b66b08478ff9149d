/**
 * Shortcuts, written as `Mod+Shift+A`. `Mod` is Command on a Mac and Control elsewhere; letters are
 * meant by what the key types, so that they stay where they are on any keyboard.
 */
import type { Os } from "../platform";

interface Keys {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

export function matches(keys: string, event: KeyboardEvent, os: Os): boolean {
  const { mod, shift, alt, key } = parse(keys);
  const [held, other] =
    os === "mac" ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return (
    held === mod &&
    !other &&
    event.altKey === alt &&
    // Windows says Control and Alt for the key that writes ł and ć.
    !event.getModifierState("AltGraph") &&
    event.shiftKey === shift &&
    keyOf(event) === key.toLowerCase()
  );
}

/** As the system writes it: `Ctrl+Shift+A`, on a Mac `⇧⌘A`. */
export function written(keys: string, os: Os): string {
  const { mod, shift, alt, key } = parse(keys);
  const arrows: Record<string, string> = {
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
  };
  const named = arrows[key] ?? key;
  if (os === "mac") {
    return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${named === "Backspace" ? "⌫" : named}`;
  }
  return [mod && "Ctrl", alt && "Alt", shift && "Shift", named].filter(Boolean).join("+");
}

/** For `aria-keyshortcuts`. */
export function spoken(keys: string, os: Os): string {
  const { mod, shift, alt, key } = parse(keys);
  const held = os === "mac" ? "Meta" : "Control";
  return [mod && held, alt && "Alt", shift && "Shift", key].filter(Boolean).join("+");
}

/** Each key that is pressed is held against all of them, so they are read once. */
const parsed = new Map<string, Keys>();

function parse(keys: string): Keys {
  let known = parsed.get(keys);
  if (!known) {
    const parts = keys.split("+");
    const has = (part: string) => parts.includes(part);
    known = { mod: has("Mod"), shift: has("Shift"), alt: has("Alt"), key: parts.at(-1) ?? "" };
    parsed.set(keys, known);
  }
  return known;
}

/** With Alt or Shift held a letter or digit may type something else; then its place counts. */
function keyOf(event: KeyboardEvent): string {
  const place = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const typed = event.key.toLowerCase();
  if (place && (event.altKey || event.shiftKey || !/^[\x20-\x7e]$/.test(typed))) {
    return place.toLowerCase();
  }
  return typed;
}
