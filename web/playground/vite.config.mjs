import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Builds the playground into public/: everything from this bundle, nothing from elsewhere. */
export default defineConfig({
  root: here,
  base: "./",
  oxc: { jsx: { runtime: "automatic" } },
  worker: { format: "es" },
  build: {
    outDir: fileURLToPath(new URL("../../public", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    license: { fileName: "assets/licenses.md" },
    // "use client" at the head of modules means something to servers of React components, and nothing here.
    rolldownOptions: {
      onLog: (level, log, handle) => log.code === "MODULE_LEVEL_DIRECTIVE" || handle(level, log),
    },
    // Monaco, an editor, is that large.
    chunkSizeWarningLimit: 5000,
  },
});
