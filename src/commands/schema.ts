import { printSortedSchema } from "../api/schema.js";
import { type Command, EXIT } from "./command.js";

/** `dixit schema`: the GraphQL schema, as it is committed in schema/schema.graphql. */
export const SCHEMA: Command = {
  name: "schema",
  summary: "Prints the GraphQL schema.",
  options: [],
  run: async (_invocation, effects) => {
    effects.stdout(printSortedSchema());
    return EXIT.OK;
  },
};
