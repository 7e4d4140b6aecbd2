import { describe, expect, test } from "@jest/globals";
import { broken, folderWith, read, readFileOf } from "./inputs.js";

describe("tables", () => {
  test("actors: names per language, lists, memberships", async () => {
    const csv =
      "\uFEFFname;name:fr;name:en;kind;aliases;aliases:fr;memberOf;wikidataId\r\n" +
      "Hayastan;Arménie;Armenia;country;HY|;République d'Arménie|HY;ONU=member|OTSC;Q399\r\n" +
      "Ada Brook;;;PERSON;;;;\r\n";
    const { records, problems } = await readFileOf("study/actors.csv", csv);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        type: "actor",
        name: { "": "Hayastan", fr: "Arménie", en: "Armenia" },
        kind: "COUNTRY",
        aliases: ["HY", "République d'Arménie"],
        memberOf: [{ actor: "ONU", role: "member" }, { actor: "OTSC" }],
        wikidataId: "Q399",
        readAt: { line: 2 },
      },
      { name: "Ada Brook", kind: "PERSON", readAt: { line: 3 } },
    ]);
  });

  test("a codebook's terms have the language of their column", async () => {
    const csv = "key,name:fr,terms:fr,terms:en,terms\ntreve,Trêve,trêve|cessez-le-feu,truce,Minsk\n";
    const { records } = await readFileOf("topics.csv", csv);
    expect(records).toMatchObject([
      { key: "treve", name: { fr: "Trêve" }, terms: { fr: ["trêve", "cessez-le-feu"], en: ["truce"], "": ["Minsk"] } },
    ]);
  });

  test("statements: speakers with the row's verb, targets with stance, spans", async () => {
    const csv =
      "document,text,speakers,verb,role,about,aboutEvents,aboutTopics,spans,cueSpan,confidence,mode\n" +
      'doc-1,"Oui, dit-il.",key:ada|Tom Hale,dire,maire,Bakou=oppose|Erevan,Offensive,treve=SUPPORT,3-9|12-20,1-2,"0,5",direct\n' +
      "doc-1,Personne ne parle.,,,,,,,,,,\n";
    const { records, problems } = await readFileOf("statements.csv", csv);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        document: "doc-1",
        text: "Oui, dit-il.",
        mode: "DIRECT",
        confidence: 0.5,
        speakers: [
          { key: "ada", verb: "dire", role: "maire" },
          { name: "Tom Hale", verb: "dire", role: "maire" },
        ],
        about: [
          { actor: { name: "Bakou" }, stance: "OPPOSE" },
          { actor: { name: "Erevan" } },
          { event: "Offensive" },
          { topic: "treve", stance: "SUPPORT" },
        ],
        spans: [
          { start: 3, end: 9 },
          { start: 12, end: 20 },
        ],
        cueSpan: { start: 1, end: 2 },
      },
      { text: "Personne ne parle.", speakers: [] },
    ]);
  });

  test("a cell may hold line breaks and quotation marks; lines are counted on", async () => {
    const csv = 'id,title,text\r\nd1,Un,"Ligne 1\r\n\r\nLigne ""2"", fin"\r\n\r\nd2,Deux,Texte\r\n';
    const { records } = await readFileOf("documents.csv", csv);
    expect(records).toMatchObject([
      { id: "d1", text: 'Ligne 1\r\n\r\nLigne "2", fin', readAt: { line: 2 } },
      { id: "d2", readAt: { line: 6 } },
    ]);
  });

  test("a folder is read actors, events, topics, documents, statements, then the rest", async () => {
    await using folder = await folderWith({
      "statements.csv": "document,text,speakers\nd,Oui,Ada\n",
      "actors.csv": "name\nAda\n",
      "topics.csv": "name\nTrêve\n",
      "documents.csv": "id,title\nd,Un\n",
      "events.csv": "name\nSommet\n",
      "aaa.jsonl": '{"type":"actor","name":"Tom"}\n',
    });
    const { records } = await read([folder.path]);
    expect(records.map(({ type }) => type)).toEqual(["actor", "event", "topic", "document", "statement", "actor"]);
  });

  test("a table under another name is known by its columns", async () => {
    const { records } = await readFileOf("export.csv", "document;text;speakers\nd;Oui;Ada\n");
    expect(records).toMatchObject([{ type: "statement" }]);
    const piped = await readFileOf("export.txt", "document,text,speakers,mode\nd,Oui,Ada,DIRECT\n");
    expect(piped.records).toMatchObject([{ type: "statement" }]);
  });
});

describe("problems", () => {
  test("missing columns: nothing of the file is read", async () => {
    const read = await readFileOf("statements.csv", "document;text\nd;Oui\n");
    expect(broken(read)).toEqual(["missing-column:1"]);
    expect(read.problems[0]?.message).toContain("speakers");
    expect(read.records).toEqual([]);
  });

  test("unknown and repeated columns are named, and the others read", async () => {
    const read = await readFileOf("actors.csv", "name,colour,name,kind\nAda,red,Eve,PERSON\n");
    expect(broken(read)).toEqual(["unknown-column:1", "duplicate-column:1"]);
    expect(read.records).toMatchObject([{ name: "Ada", kind: "PERSON" }]);
  });

  test("a table that is none", async () => {
    expect(broken(await readFileOf("prices.csv", "item,price\nbread,2\n"))).toEqual(["unknown-table:1"]);
  });

  test("bad rows are reported with their lines, and the others read", async () => {
    const read = await readFileOf(
      "actors.csv",
      "name;kind;wikidataId\nAda;PERSON;Q1\nToo;many;cells;here\nFew;PERSON\n;PERSON;Q2\nEve;HUMAN;\n;;\nTom;PERSON;\n",
    );
    expect(broken(read)).toEqual(["ragged-row:3", "ragged-row:4", "missing-field:5", "bad-value:6"]);
    expect(read.problems[3]?.message).toContain('"HUMAN"');
    expect(read.records).toMatchObject([{ name: "Ada" }, { name: "Tom" }]);
  });

  test("a quotation mark that is never closed costs its own line only", async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `Actor ${i},PERSON`).join("\n");
    const read = await readFileOf("actors.csv", `name,kind\nAda,PERSON\n"Open,PERSON\n${rows}\n`);
    expect(broken(read)).toEqual(["unclosed-quote:3"]);
    expect(read.records).toHaveLength(501);
  });

  test("a quotation mark out of place costs its own line only, whatever follows", async () => {
    const read = await readFileOf(
      "actors.csv",
      'name,kind\nA 5" man,PERSON\n"Quoted, name",PERSON\nB 6" x,PERSON\nEve,PERSON\n',
    );
    expect(broken(read)).toEqual(["stray-quote:2", "stray-quote:4"]);
    expect(read.records).toMatchObject([{ name: "Quoted, name" }, { name: "Eve" }]);
  });

  test("a row in another encoding is reported with its byte, and the others read", async () => {
    const bytes = Buffer.concat([
      Buffer.from("name,kind\nArm"),
      Buffer.from([0xe9]),
      Buffer.from("nie,COUNTRY\nEve,PERSON\n"),
    ]);
    const read = await readFileOf("actors.csv", bytes);
    expect(broken(read)).toEqual(["encoding:2"]);
    expect(read.problems[0]?.message).toContain("byte 13 ");
    expect(read.records).toMatchObject([{ name: "Eve" }]);
  });

  test("a row that is too long is left out", async () => {
    const csv = `name\nAda\n"${"x\n".repeat(2000)}\nEve\n`;
    for (const limits of [{ lineBytes: 1000 }, { rowLines: 100 }]) {
      const read = await readFileOf("actors.csv", csv, { limits });
      expect(broken(read)).toEqual(["unclosed-quote:3"]);
      expect(read.records).toHaveLength(2001);
    }
  });
});
