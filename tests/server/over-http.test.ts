import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type AuditResult, auditServer } from "graphql-http";
import { openServer, type ServerUnderTest } from "./server-under-test.js";

/**
 * The audits of the GraphQL-over-HTTP specification. A "MAY" is a freedom of the server: variables in a GET are one that it does
 * not take, so that nobody can be led to ask something by a link.
 */
let server: ServerUnderTest;
let results: AuditResult[];
beforeAll(async () => {
  server = await openServer();
  results = await auditServer({ url: `${server.url}/graphql` });
});
afterAll(async () => server[Symbol.asyncDispose]());

test("every MUST and SHOULD of GraphQL over HTTP is met", () => {
  const failed = results.filter(({ status }) => status === "error" || status === "warn");
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  expect(results.length).toBeGreaterThan(50);
});
