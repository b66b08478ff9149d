// The bare view as one script and one style sheet, for `cargo xtask bench ui`; no part of the window.
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist-bench",
    target: ["safari16.4", "chrome111"],
    // Fonts stand in the style sheet, so that both can be put on an empty page.
    assetsInlineLimit: Infinity,
    chunkSizeWarningLimit: Infinity,
    lib: {
      entry: "src/editor/browser/bare_alone.ts",
      formats: ["iife"],
      name: "bare",
      fileName: () => "bare.js",
      cssFileName: "bare",
    },
  },
});
