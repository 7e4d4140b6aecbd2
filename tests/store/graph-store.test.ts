import { describe, expect, test } from "@jest/globals";
import { formatDigest } from "../../src/store/digest.js";
import { SCHEMA_VERSION } from "../../src/store/graph-schema.js";
import { ENGINES } from "../engines.js";

describe.each(ENGINES)("$name", (engine) => {
  test("a batch is counted and adds to the digest", async () => {
    await using store = await engine.open();
    expect(await store.ledger()).toEqual({ schemaVersion: SCHEMA_VERSION, batch: 0, digest: formatDigest(0n) });
    const { result, batch } = await store.commit(async (transaction) => {
      await transaction.run("CREATE (:Topic {key: 'truce'})");
      return { result: "done", digestChange: 255n };
    });
    expect({ result, batch }).toEqual({ result: "done", batch: 1 });
    expect(await store.ledger()).toEqual({ schemaVersion: SCHEMA_VERSION, batch: 1, digest: formatDigest(255n) });
  });

  test("a batch with nothing to do leaves no trace", async () => {
    await using store = await engine.open();
    const { result, batch } = await store.commit(async (transaction) => {
      await transaction.run("CREATE (:Topic {key: 'truce'})");
      return { result: 7, digestChange: 0n, nothing: true };
    });
    expect({ result, batch }).toEqual({ result: 7, batch: 0 });
    expect(await store.ledger()).toMatchObject({ batch: 0 });
    expect(await store.engine.read("MATCH (t:Topic) RETURN t.key AS key")).toEqual([]);
  });

  test("a batch that fails leaves no trace, and its error comes through as it was", async () => {
    await using store = await engine.open();
    const failure = new Error("no such luck");
    const batch = store.commit(async (transaction) => {
      await transaction.run("CREATE (:Topic {key: 'truce'})");
      throw failure;
    });
    await expect(batch).rejects.toBe(failure);
    expect(await store.ledger()).toMatchObject({ batch: 0 });
    expect(await store.engine.read("MATCH (t:Topic) RETURN t.key AS key")).toEqual([]);
  });

  test("batches written at once come one after the other, and none is lost", async () => {
    await using store = await engine.open();
    const writers = Array.from({ length: 8 }, (_, i) =>
      store.commit(async (transaction) => {
        await transaction.run("MERGE (t:Topic {key: 'shared'}) SET t.count = coalesce(t.count, 0) + 1");
        return { result: i, digestChange: 1n };
      }),
    );
    const batches = (await Promise.all(writers)).map(({ batch }) => batch);
    expect(batches.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await store.ledger()).toMatchObject({ batch: 8, digest: formatDigest(8n) });
    expect(await store.engine.read("MATCH (t:Topic) RETURN t.count AS count")).toEqual([{ count: 8 }]);
  });
});
