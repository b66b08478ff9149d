import { describe, expect, it } from "vitest";

import { matches, spoken, written } from "./keys";

const press = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent("keydown", init);

describe("a shortcut", () => {
  it("is meant with the system's own key", () => {
    const control = press({ key: "k", code: "KeyK", ctrlKey: true });
    const command = press({ key: "k", code: "KeyK", metaKey: true });
    expect(matches("Mod+K", control, "linux")).toBe(true);
    expect(matches("Mod+K", control, "mac")).toBe(false);
    expect(matches("Mod+K", command, "mac")).toBe(true);
    expect(matches("Mod+K", command, "windows")).toBe(false);
  });

  it("needs exactly the keys that it names", () => {
    const more = press({ key: "K", code: "KeyK", ctrlKey: true, shiftKey: true });
    expect(matches("Mod+K", more, "linux")).toBe(false);
    expect(matches("Mod+Shift+K", more, "linux")).toBe(true);
    expect(matches("F1", press({ key: "F1", code: "F1" }), "linux")).toBe(true);
    expect(matches("F1", press({ key: "F1", code: "F1", altKey: true }), "linux")).toBe(false);
  });

  it("leaves the keys that write letters of their own", () => {
    const keys = { key: "ć", code: "KeyC", ctrlKey: true, altKey: true };
    expect(matches("Mod+Alt+C", press(keys), "windows")).toBe(true);
    expect(matches("Mod+Alt+C", press({ ...keys, modifierAltGraph: true }), "windows")).toBe(false);
  });

  it("goes by the place of the key where it types something else", () => {
    const cyrillic = press({ key: "л", code: "KeyK", ctrlKey: true });
    expect(matches("Mod+K", cyrillic, "linux")).toBe(true);
    const shifted = press({ key: "!", code: "Digit1", ctrlKey: true, shiftKey: true });
    expect(matches("Mod+Shift+1", shifted, "linux")).toBe(true);
    const option = press({ key: "∂", code: "KeyD", metaKey: true, altKey: true });
    expect(matches("Mod+Alt+D", option, "mac")).toBe(true);
  });

  it("goes by the letter on a keyboard of other order", () => {
    const dvorak = press({ key: "k", code: "KeyV", ctrlKey: true });
    expect(matches("Mod+K", dvorak, "linux")).toBe(true);
    expect(matches("Mod+V", dvorak, "linux")).toBe(false);
  });

  it("is written as the system writes it", () => {
    expect(written("Mod+Shift+A", "linux")).toBe("Ctrl+Shift+A");
    expect(written("Mod+Shift+A", "mac")).toBe("⇧⌘A");
    expect(written("Alt+ArrowDown", "windows")).toBe("Alt+↓");
    expect(spoken("Mod+Alt+1", "mac")).toBe("Meta+Alt+1");
  });
});
