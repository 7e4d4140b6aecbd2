import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Example } from "./examples.js";

/** GraphiQL at `/`, from the files that the build made, and the example queries that it shows as tabs. */
export function routePlayground(publicFolder: string, examples: readonly Example[]) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.get("/examples.json", async () => examples);
    if (!existsSync(join(publicFolder, "index.html"))) {
      scope.get("/", async (_request, reply) =>
        reply
          .code(404)
          .type("text/plain")
          .send("The playground is not built: npm run build\nGraphQL is at /graphql.\n"),
      );
      return;
    }
    await scope.register(fastifyStatic, {
      root: publicFolder,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header("cache-control", cachingOf(path)),
    });
  };
}

/** Files under assets/ have a hash of their content in their name; all others are asked for again. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}
