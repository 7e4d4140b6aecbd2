import { expect, test } from "@jest/globals";
import type { SourceRecord } from "../../src/model/record.js";
import { ENGINES } from "../engines.js";
import { type Newsroom, openNewsroom } from "../newsroom.js";

const readAt = { file: "desk/actors.csv" };
const ACTORS: SourceRecord[] = [
  { type: "actor", key: "jean-morel-2", name: "Jean Morel", kind: "PERSON", readAt },
  { type: "actor", name: "Collectif des rives", aliases: ["CDR"], kind: "GROUP", readAt },
];

function article(id: string, text: string): SourceRecord {
  return { type: "article", id, language: "fr", text, boilerplate: [], readAt: { file: `${id}.txt` } };
}

const ARTICLES = [
  article("a", "« Le pont sera fermé cet hiver », a déclaré le député Jean Morel."),
  article("b", "Selon le CDR, « la rive nord est inondée depuis deux jours »."),
  article("c", "« Rien n'est décidé pour le pont », a répondu Jean Morel au CDR."),
];

async function speakers(newsroom: Newsroom): Promise<string[]> {
  const rows = await newsroom.read(
    "MATCH (a:Actor)-[:MADE]->(:Statement)-[:REPORTED_IN]->(d:Document) RETURN d.key AS document, a.key AS actor ORDER BY document",
  );
  return rows.map(({ document, actor }) => `${document} ${actor}`);
}

const BY_KEY = ["a jean-morel-2", "b collectif-des-rives", "c jean-morel-2"];

// One store at a time: two tests that held one Neo4j would wait for each other.
test.each(ENGINES)("$name: articles name the actors that were declared, in any order", async (engine) => {
  let digest: string;
  {
    await using newsroom = await openNewsroom(engine);
    await newsroom.import([...ACTORS, ...ARTICLES]);
    expect(await speakers(newsroom)).toEqual(BY_KEY);
    digest = await newsroom.digest();
    expect((await newsroom.import([...ACTORS, ...ARTICLES])).written).toEqual({ nodes: 0, relations: 0 });
  }
  await using other = await openNewsroom(engine);
  await other.import(ACTORS);
  for (const one of ARTICLES.toReversed()) await other.import([one]);
  expect(await other.digest()).toBe(digest);
});

test.each(ENGINES)(
  "$name: actors that are declared later count when the articles are imported again",
  async (engine) => {
    let digest: string;
    {
      await using newsroom = await openNewsroom(engine);
      await newsroom.import(ARTICLES);
      expect(await speakers(newsroom)).toEqual(["a jean-morel", "b cdr", "c jean-morel"]);
      await newsroom.import(ACTORS);
      await newsroom.import(ARTICLES);
      expect(await speakers(newsroom)).toEqual(BY_KEY);
      digest = await newsroom.digest();
    }
    await using other = await openNewsroom(engine);
    await other.import([...ACTORS, ...ARTICLES]);
    expect(await other.digest()).toBe(digest);
  },
);
