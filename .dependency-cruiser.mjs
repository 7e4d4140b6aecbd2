/** What each part of src/ may import, besides its own files, packages and errors.ts. Layers point one way, as in docs/model.md. */
const ALLOWED = {
  "main.ts": ["commands"],
  commands: [
    "app.ts",
    "reader.ts",
    "config.ts",
    "log.ts",
    "api",
    "server",
    "loading",
    "network",
    "sources",
    "store",
    "model",
  ],
  "app.ts": [
    "importer.ts",
    "reader.ts",
    "config.ts",
    "log.ts",
    "api",
    "server",
    "loading",
    "network",
    "store",
    "model",
  ],
  "importer.ts": ["reader.ts", "api", "loading", "sources", "store", "model"],
  "reader.ts": ["loading", "extraction", "resolution", "model"],
  "config-docs.ts": ["config.ts"],
  "config.ts": ["settings.ts"],
  "log.ts": ["config.ts", "settings.ts"],
  "settings.ts": [],
  server: ["api", "loading", "network", "store", "model", "log.ts", "config.ts"],
  api: ["store", "model"],
  loading: ["sources", "extraction", "resolution", "store", "model"],
  network: ["store", "model"],
  store: ["model"],
  sources: ["model"],
  extraction: ["model"],
  resolution: ["model"],
  model: [],
  "errors.ts": [],
};

const pathOf = (part) => (part.endsWith(".ts") ? `^src/${part.replace(".", "\\.")}$` : `^src/${part}/`);

const layers = Object.entries(ALLOWED).map(([part, others]) => ({
  name: `layers: ${part}`,
  severity: "error",
  comment: `${part} may import only ${["errors.ts", ...others].join(", ")}: see the layers in .dependency-cruiser.mjs`,
  from: { path: pathOf(part) },
  to: { path: "^src/", pathNot: [part, "errors.ts", ...others].map(pathOf) },
}));

export default {
  forbidden: [
    ...layers,
    {
      name: "layers: unknown",
      severity: "error",
      comment: "a new part of src/ must be given its place among the layers in .dependency-cruiser.mjs",
      from: { path: "^src/", pathNot: Object.keys(ALLOWED).map(pathOf) },
      to: {},
    },
    {
      name: "no-circular",
      severity: "error",
      // The GraphQL types of model/ describe each other (an actor has statements, a statement has speakers) by thunks.
      comment:
        "modules that import each other cannot be read, tested or loaded one by one; `import type` may point back",
      from: { path: "^src/", pathNot: "^src/model/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "nobody imports this module and it imports nothing: delete it or use it",
      from: { orphan: true, path: "^src/", pathNot: ["\\.d\\.ts$"] },
      to: {},
    },
    {
      name: "no-unused",
      severity: "error",
      comment: "main.ts does not reach this module: delete it or use it",
      from: { path: "^src/main\\.ts$" },
      // config-docs.ts writes the table of the README, which a test compares.
      to: { path: "^src/", pathNot: ["\\.d\\.ts$", "^src/config-docs\\.ts$"], reachable: false },
    },
    {
      name: "not-resolvable",
      severity: "error",
      comment: "this import leads nowhere",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    {
      name: "no-undeclared-package",
      severity: "error",
      comment: "a package that the program imports stands in `dependencies` of package.json",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    moduleSystems: ["es6"],
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
