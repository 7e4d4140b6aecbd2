import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InvalidInput } from "../errors.js";

/** An example query: a tab of the playground. */
export interface Example {
  title: string;
  query: string;
}

/** The examples of a folder of `.graphql` files, in the order of their names; the first comment line is the title. */
export function readExamples(folder: string): Example[] {
  if (!existsSync(folder))
    throw new InvalidInput(`The example queries are missing: there is no ${folder}. Install again.`);
  const names = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
  return names.sort().map((name) => exampleOf(name, readFileSync(join(folder, name), "utf8")));
}

function exampleOf(name: string, query: string): Example {
  const [, title] = /^\s*#[ \t]*(\S.*)/.exec(query) ?? [];
  if (!title) throw new InvalidInput(`An example begins with a line "# its title"; ${name} does not. Add one.`);
  return { title: title.trim(), query };
}
