import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { states } from "./plugins/states.ts";

/**
 * `npm run web` builds the desk into web/dist. `npm run web:dev` serves it with reloading; the API then comes from a
 * server on port 8470 (`npm run chancery -- serve --allow-origin http://localhost:5173`).
 */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [states()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // The Content-Security-Policy knows no data: addresses for fonts and scripts.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8470" } },
});
