import { describe, expect, test } from "@jest/globals";
import { Unavailable } from "../../src/errors.js";
import { openStore } from "../../src/store/graph-store.js";
import { ENGINES } from "../engines.js";

const SERVERS = ENGINES.filter(({ name }) => name.startsWith("neo4j"));

test("a server that does not answer is unavailable", async () => {
  const opening = openStore({ kind: "neo4j", address: "bolt://127.0.0.1:1", database: "neo4j" });
  await expect(opening).rejects.toBeInstanceOf(Unavailable);
  await expect(opening).rejects.toThrow(/does not answer/);
});

if (SERVERS.length > 0) {
  describe.each(SERVERS)("$name", (engine) => {
    test("a runaway read is stopped, and leaves nothing running", async () => {
      await using store = await engine.open();
      const runaway =
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(a) AS n";
      const read = store.engine.read(runaway, {}, { timeoutMs: 200 });
      await expect(read).rejects.toBeInstanceOf(Unavailable);
      await expect(read).rejects.toThrow(/took too long/);
      const running = await store.engine.read(
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'range(1, 100000)' AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery",
      );
      expect(running).toEqual([]);
    });

    test("a read cannot write", async () => {
      await using store = await engine.open();
      await expect(store.engine.read("CREATE (:Topic {key: 'truce'})")).rejects.toThrow();
      expect(await store.engine.read("MATCH (t:Topic) RETURN count(t) AS count")).toEqual([{ count: 0 }]);
    });

    test("a database that is not there is unavailable", async () => {
      await using store = await engine.open();
      const opening = openStore({ ...store.target, database: "elsewhere" } as typeof store.target);
      await expect(opening).rejects.toBeInstanceOf(Unavailable);
    });
  });
}
