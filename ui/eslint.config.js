import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist/", "dist-bench/", "src/platform/bindings/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ["*.js", "*.ts", "scripts/**"],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
  },
  {
    // Sets and maps of the state are replaced, not changed; those that are changed in place are
    // private books that nothing on the screen follows.
    rules: { "svelte/prefer-svelte-reactivity": "off" },
  },
  {
    // French is set with spaces that do not break, also in templates.
    files: ["src/words/*.ts"],
    rules: { "no-irregular-whitespace": ["error", { skipTemplates: true }] },
  },
  {
    // Only the platform knows the shell it runs in; all the rest also runs in a browser.
    files: ["src/**"],
    ignores: ["src/platform/tauri.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: ["@tauri-apps/*"] }] },
  },
);
