import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { ActorConnection } from "../../model/actor.js";
import { DocumentConnection } from "../../model/document.js";
import { EventConnection } from "../../model/event.js";
import { ImportRunConnection } from "../../model/import-run.js";
import { StatementConnection } from "../../model/statement.js";
import { TopicConnection } from "../../model/topic.js";
import { ActorPage, DocumentPage, EventPage, ImportRunPage, StatementPage, TopicPage } from "../../model/where.js";
import type { EntityName } from "../../store/reads/entities.js";
import type { Context } from "../context.js";
import { readRoot } from "../read-root.js";

function readPage(entity: EntityName, info: GraphQLResolveInfo, context: Context): Promise<object> {
  return readRoot(info, context, (planner) => planner.rootPage(entity, "Query", planner.selection.root));
}

/** The root fields that answer with a page. Each may fail alone, hence null. */
@Resolver()
export class PageResolver {
  @Query(() => ActorConnection, { nullable: true, description: "Actors that are known beyond one document, by name." })
  actors(@Args(() => ActorPage) _: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readPage("Actor", info, context as Context);
  }

  @Query(() => StatementConnection, { nullable: true, description: "Statements that stand, latest first." })
  statements(@Args(() => StatementPage) _: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readPage("Statement", info, context as Context);
  }

  @Query(() => DocumentConnection, { nullable: true, description: "Documents, latest first." })
  documents(@Args(() => DocumentPage) _: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readPage("Document", info, context as Context);
  }

  @Query(() => EventConnection, { nullable: true, description: "Events, latest first." })
  events(@Args(() => EventPage) _: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readPage("Event", info, context as Context);
  }

  @Query(() => TopicConnection, { nullable: true, description: "Topics, by name." })
  topics(@Args(() => TopicPage) _: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readPage("Topic", info, context as Context);
  }

  @Query(() => ImportRunConnection, { nullable: true, description: "Runs of the importer, latest first." })
  importRuns(@Args(() => ImportRunPage) _: object, @Info() info: GraphQLResolveInfo, @Ctx() context: object) {
    return readPage("ImportRun", info, context as Context);
  }
}
