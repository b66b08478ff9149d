import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The bundle runs in the system's web view: WebKitGTK on Linux, WKWebView on macOS, WebView2 on
// Windows. It is loaded from the program itself, so paths are relative and nothing is fetched.
export default defineConfig({
  base: "./",
  plugins: [svelte()],
  clearScreen: false,
  // The catalogues of the program's sentences lie with its crates.
  server: { port: 1420, strictPort: true, fs: { allow: [".."] } },
  build: {
    target: ["safari16.4", "chrome111"],
    cssTarget: ["safari17.5", "chrome123"],
    outDir: "dist",
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
  },
  resolve: process.env["VITEST"] ? { conditions: ["browser"] } : {},
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    restoreMocks: true,
    // A build server shares its machine; a real browser may then miss its time once.
    retry: process.env["CI"] ? 2 : 0,
  },
});
