import { printSortedSchema } from "../api/schema.js";
import { recordSchemaJson } from "../sources/record-schema.js";
import { type Command, EXIT } from "./command.js";

/** `dixit schema`: the GraphQL schema, as it is committed in schema/schema.graphql, or the JSON schema of records. */
export const SCHEMA: Command = {
  name: "schema",
  summary: "Prints the GraphQL schema.",
  options: [{ name: "records", description: "Print the JSON schema of the records that JSON lines hold instead." }],
  run: async ({ options }, effects) => {
    effects.stdout(options.records ? `${JSON.stringify(recordSchemaJson(), null, 2)}\n` : printSortedSchema());
    return EXIT.OK;
  },
};
