import { CONFIG_VARIABLES, type ConfigVariable } from "./config.js";

/** The text of `.env.example`: every variable with its description, commented out at its default. */
export function environmentExample(variables: readonly ConfigVariable[] = CONFIG_VARIABLES): string {
  const entries = variables.map(({ name, fallback, description }) => `# ${description}\n# ${name}=${fallback}\n`);
  return ["# Copy to .env and remove the # of the lines to change.\n", ...entries].join("\n");
}

/** The configuration table of the README, in Markdown. */
export function configurationTable(variables: readonly ConfigVariable[] = CONFIG_VARIABLES): string {
  const rows = variables.map(
    ({ name, fallback, description }) =>
      `| \`${name}\` | ${fallback === "" ? "" : `\`${fallback}\``} | ${description} |`,
  );
  return ["| variable | default | what it does |", "|---|---|---|", ...rows, ""].join("\n");
}
