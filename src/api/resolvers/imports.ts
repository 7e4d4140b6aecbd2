import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { Forbidden, InvalidInput } from "../../errors.js";
import { ArticlesArgs, ImportArticlesPayload, RemoveDocumentPayload } from "../../model/article.js";
import { KeyArgs } from "../../model/lookup.js";
import { GREATEST_PAGE_SIZE } from "../../model/page.js";
import type { Filter } from "../../store/reads/plan.js";
import type { Context, ImportOutcome } from "../context.js";
import type { Planner, Shape } from "../planner.js";
import { readRoot } from "../read-root.js";

@Resolver()
export class ImportResolver {
  @Mutation(() => ImportArticlesPayload, {
    nullable: true,
    description:
      "Reads articles, stores the statements they report, and answers with these. The same again changes nothing.",
  })
  async importArticles(
    @Args(() => ArticlesArgs) { articles }: ArticlesArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: object,
  ) {
    const { importer } = writing(context as Context);
    if (articles.length > GREATEST_PAGE_SIZE) {
      throw new InvalidInput(
        `importArticles takes ${GREATEST_PAGE_SIZE} articles at most, not ${articles.length}; import larger sets with dixit import`,
      );
    }
    const outcome = await importer.importArticles(articles);
    return readRoot(info, context as Context, (planner) => planPayload(planner, outcome));
  }

  @Mutation(() => RemoveDocumentPayload, {
    nullable: true,
    description: "Takes a document away, with all that no other document says.",
  })
  async removeDocument(@Args(() => KeyArgs) { key }: KeyArgs, @Ctx() context: object) {
    return { key, removed: await writing(context as Context).importer.removeDocument(key) };
  }
}

function writing(context: Context): Context {
  if (context.mayWrite) return context;
  throw new Forbidden("This server takes changes only from who may write: send the admin token as a bearer token");
}

/** The documents of an import and their statements, read with one statement. */
function planPayload(planner: Planner, { documents, counts, problems, resembles = [] }: ImportOutcome): Shape {
  const type = "ImportArticlesPayload";
  const parameter = planner.parameters.add([...documents].sort());
  const isImported: Filter = { test: "property", on: "node", property: "key", operator: "IN", parameter };
  const filters = [isImported];
  const reported: Filter = { test: "some", entity: "Statement", relation: "reports", to: "Document", filters };
  const shapes = planner.selection.fieldsOf(type, planner.selection.root).flatMap((field): [string, Shape][] => {
    if (field.name === "statements") return [[field.as, planner.rootPage("Statement", type, field, [reported])]];
    if (field.name !== "documents") return [];
    return [[field.as, planner.rootNodes("Document", field, { filters, limit: GREATEST_PAGE_SIZE })]];
  });
  return (row) => ({
    resembles,
    counts: Object.entries(counts).map(([kind, count]) => ({ kind, ...count })),
    problems: problems.map(({ place, rule, message }) => ({
      file: place.file,
      line: place.line ?? null,
      rule,
      message,
    })),
    answers: Object.fromEntries(shapes.map(([as, shape]) => [as, shape(row)])),
  });
}
