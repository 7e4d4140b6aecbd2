import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { withPlainResolvers } from "./plain-resolvers.js";
import { DisagreementResolver } from "./resolvers/disagreements.js";
import { ExchangeResolver } from "./resolvers/exchanges.js";
import { GroupResolver } from "./resolvers/groups.js";
import { ImportResolver } from "./resolvers/imports.js";
import { LookupResolver } from "./resolvers/lookups.js";
import { PageResolver } from "./resolvers/pages.js";
import { StatsResolver } from "./resolvers/stats.js";
import { TimelineResolver } from "./resolvers/timeline.js";

let built: GraphQLSchema | undefined;

/** The schema of the API, made once. The read plan checks what arguments say, so type-graphql need not. */
export function buildDixitSchema(): GraphQLSchema {
  built ??= withPlainResolvers(
    buildSchemaSync({
      resolvers: [
        LookupResolver,
        PageResolver,
        ExchangeResolver,
        DisagreementResolver,
        GroupResolver,
        TimelineResolver,
        StatsResolver,
        ImportResolver,
      ],
      validate: false,
    }),
  );
  return built;
}

/** The schema as text, in alphabetical order: what stands in `schema/schema.graphql`. */
export function printSortedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildDixitSchema()))}\n`;
}
