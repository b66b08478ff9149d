// Lines under and through words must be drawn by WebKit, too, in which the window runs on Linux and
// macOS. It knows no colour and no style in the shorthand, and then draws no line at all.

import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

test("no line under or through words names its colour or style in the shorthand", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(css|svelte)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(50);
  const lines = files.flatMap((file) => {
    const found = readFileSync(`src/${file}`, "utf8").matchAll(/text-decoration:\s*([^;]+);/g);
    return [...found].map(([, line]) => `${file}: ${line}`);
  });
  const drawn = /: (none|inherit|(underline|line-through)( [\d.]+px)?)$/;
  expect(lines.filter((line) => !drawn.test(line))).toEqual([]);
});
