import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";
import { KARABAKH } from "../store/reads/karabakh.js";
import { writeSmallGraph } from "../store/reads/small-graph.js";
import { ask, type CountingEngine, counting } from "./asking.js";

describe.each(ENGINES)("$name: answers", (tested) => {
  let store: GraphStore;
  let engine: CountingEngine;
  beforeAll(async () => {
    store = await tested.open();
    engine = counting(store.engine);
    await writeSmallGraph(store, KARABAKH);
  });
  afterAll(() => store.close());

  test("an actor by any name, with its name in a language", async () => {
    const source = `{ a: actor(name: "bakou") { key name en: name(language: "en") de: name(language: "de") kind aliases resolved }
      b: actor(key: "armenie") { name } none: actor(name: "personne") { name } }`;
    expect(await ask(engine, source)).toEqual({
      a: {
        key: "azerbaidjan",
        name: "Azerbaïdjan",
        en: "Azerbaijan",
        de: "Azerbaïdjan",
        kind: "COUNTRY",
        aliases: ["Bakou"],
        resolved: true,
      },
      b: { name: "Arménie" },
      none: null,
    });
  });

  test("the query of the design, in one statement", async () => {
    engine.texts.length = 0;
    const source = `{ actor(name: "Azerbaïdjan") { name
      statements(first: 5, where: { about: { some: { actor: { named: { eq: "Arménie" } } } } }) {
        totalCount
        nodes { text mode saidAt
          about { stance target { __typename ... on Actor { name } ... on Topic { name } ... on Event { name } } }
          reports { nodes { document { title publishedAt } excerpt { before quote after } } } } }
      talkedAboutBy(first: 10) { actor { name } statements support oppose neutral unknown } } }`;
    expect(await ask(engine, source)).toEqual({
      actor: {
        name: "Azerbaïdjan",
        statements: {
          totalCount: 1,
          nodes: [
            {
              text: "Oui",
              mode: "DIRECT",
              saidAt: "2023-09-19",
              about: [
                { stance: "OPPOSE", target: { __typename: "Actor", name: "Arménie" } },
                { stance: null, target: { __typename: "Topic", name: "Cessez-le-feu" } },
                { stance: "SUPPORT", target: { __typename: "Event", name: "Offensive" } },
              ],
              reports: {
                nodes: [
                  {
                    document: { title: "Un", publishedAt: "2023-09-19" },
                    excerpt: { before: "…", quote: "Oui", after: "…" },
                  },
                  {
                    document: { title: "Deux", publishedAt: "2023-09-20" },
                    excerpt: { before: "…", quote: "Oui", after: "…" },
                  },
                ],
              },
            },
          ],
        },
        talkedAboutBy: [
          { actor: { name: "Arménie" }, statements: 2, support: 0, oppose: 1, neutral: 0, unknown: 1 },
          { actor: { name: "un officiel" }, statements: 1, support: 0, oppose: 0, neutral: 0, unknown: 1 },
        ],
      },
    });
    expect(engine.texts).toHaveLength(1);
  });

  test("a deep query is one statement for each root field, whatever the depth", async () => {
    engine.texts.length = 0;
    const source = `{
      topics { nodes { name broader { name narrower { key } } statementsAbout { nodes { speakers { actor { statementsAbout(first: 2) {
        edges { cursor node { reports { nodes { document { outlet { name } statements { totalCount nodes { key } } } } } } } } } } } } } }
      events { nodes { name partOf { name } participants { role actor { key } } cut } }
      stats { statements retracted documents actors mentions outlets events topics importRuns firstSaid lastSaid lastImport { status } store } }`;
    const answer = await ask<Record<"topics" | "events" | "stats", Record<string, unknown>>>(engine, source);
    expect(engine.texts).toHaveLength(3);
    expect(answer.topics).toMatchObject({
      nodes: [
        {
          name: "Cessez-le-feu",
          broader: { name: "Paix", narrower: [{ key: "cessez-le-feu" }] },
          statementsAbout: {
            nodes: [
              {
                speakers: [
                  {
                    actor: {
                      statementsAbout: {
                        edges: [
                          {
                            node: {
                              reports: {
                                nodes: [
                                  { document: { outlet: { name: "La Dépêche" }, statements: { totalCount: 3 } } },
                                ],
                              },
                            },
                          },
                          {},
                        ],
                      },
                    },
                  },
                ],
              },
            ],
          },
        },
        { name: "Paix", broader: null, statementsAbout: { nodes: [] } },
      ],
    });
    expect(answer.events).toEqual({
      nodes: [
        {
          name: "Offensive",
          partOf: { name: "Guerre" },
          participants: [{ role: "ATTACKER", actor: { key: "azerbaidjan" } }],
          cut: [],
        },
        { name: "Guerre", partOf: null, participants: [], cut: [] },
      ],
    });
    expect(answer.stats).toEqual({
      statements: 3,
      retracted: 1,
      documents: 2,
      actors: 5,
      mentions: 1,
      outlets: 2,
      events: 2,
      topics: 2,
      importRuns: 0,
      firstSaid: "2023-09-01",
      lastSaid: "2023-09-19",
      lastImport: null,
      store: engine.dialect.name,
    });
  });

  test("aliases do not change the text of a statement, and each has its own answer", async () => {
    engine.texts.length = 0;
    const plain = await ask(
      engine,
      `{ actor(key: "armenie") { statements { nodes { key } } statementsAbout { nodes { key } } } }`,
    );
    const aliased = await ask(
      engine,
      `{ x: actor(key: "azerbaidjan") { text: statementsAbout { nodes { a: key } } key: statements { nodes { b: key } } } }`,
    );
    expect(engine.texts[1]).toBe(engine.texts[0]);
    expect(plain).toEqual({
      actor: {
        statements: { nodes: [{ key: "non" }, { key: "peut-etre" }] },
        statementsAbout: { nodes: [{ key: "oui" }, { key: "peut-etre" }] },
      },
    });
    expect(aliased).toEqual({
      x: { text: { nodes: [{ a: "non" }, { a: "peut-etre" }] }, key: { nodes: [{ b: "oui" }] } },
    });
  });

  test("fragments, directives and variables count as in any GraphQL", async () => {
    const source = `query ($key: String!, $deep: Boolean!) { statement(key: $key) { ...S ... on Node { id } reports @include(if: $deep) { totalCount } speakers @skip(if: $deep) { verb } } }
      fragment S on Statement { about { target { ... on Actor { key } } } about { target { ...N } } } fragment N on Node { id }`;
    expect(await ask(engine, source, { variables: { key: "non", deep: true } })).toEqual({
      statement: {
        id: Buffer.from("Statement:non").toString("base64url"),
        about: [{ target: { key: "azerbaidjan", id: Buffer.from("Actor:azerbaidjan").toString("base64url") } }],
        reports: { totalCount: 1 },
      },
    });
  });

  test("relayed and addressed statements, spans and heavy text", async () => {
    const source = `{ statement(key: "oui") { addressees { name } relayedBy { name } onBehalfOf { name } speakers { verb candidates { name } actor { name } }
      reports(first: 1) { pageInfo { hasNextPage } nodes { verb spans { start end } cueSpan { start } document { text } excerpt { quote } } } } }`;
    const { statement } = await ask<{
      statement: { reports: { nodes: { document: { text: string }; spans: { start: number; end: number }[] }[] } };
    }>(engine, source);
    const [report] = statement.reports.nodes;
    expect(statement).toMatchObject({
      addressees: [{ name: "Russie" }],
      relayedBy: [],
      onBehalfOf: [],
      speakers: [{ verb: "dire", candidates: [] }],
    });
    expect(report?.document.text.slice(report.spans[0]?.start, report.spans[0]?.end)).toBe("Oui");
    expect(statement.reports).toMatchObject({ pageInfo: { hasNextPage: true } });
  });

  test("nodes come in the order of their ids, null for what is missing", async () => {
    const ids = ["Topic:paix", "Statement:none", "Actor:russie", "Statement:cache", "Topic:paix"].map((name) =>
      Buffer.from(name).toString("base64url"),
    );
    const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Topic { name } ... on Actor { name statements { totalCount } } } }`;
    engine.texts.length = 0;
    const { nodes } = await ask(engine, source, { variables: { ids } });
    expect(nodes).toMatchObject([
      { name: "Paix" },
      null,
      { name: "Russie", statements: { totalCount: 0 } },
      null,
      { __typename: "Topic" },
    ]);
    expect(engine.texts).toHaveLength(1);
  });

  test("what stands in other collections is not seen, on any way", async () => {
    const source = `{ a: statements { totalCount nodes { key } } b: statement(key: "cache") { key } c: actor(key: "armenie") { statementsAbout { totalCount } talkedAboutBy { statements } }
      d: documents { totalCount nodes { key } } e: statements(where: { reports: { some: { document: { key: { eq: "secret" } } } } }) { totalCount } }`;
    const open = await ask(engine, source);
    expect(open).toMatchObject({
      a: { totalCount: 3 },
      b: null,
      c: { statementsAbout: { totalCount: 2 } },
      d: { totalCount: 2, nodes: [{ key: "b" }, { key: "a" }] },
      e: { totalCount: 0 },
    });
    const desk = await ask(engine, source, { mine: ["desk", "public"] });
    expect(desk).toMatchObject({
      a: { totalCount: 4 },
      b: { key: "cache" },
      c: { statementsAbout: { totalCount: 3 } },
      d: { totalCount: 3 },
      e: { totalCount: 1 },
    });
  });
});
