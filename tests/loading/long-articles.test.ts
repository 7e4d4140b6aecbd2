import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { ENGINES } from "../engines.js";
import { openNewsroom } from "../newsroom.js";

const SENTENCES = "« La digue tiendra encore », a assuré Mme Delorme à l'AFP. Selon Anna Noor, la route est ouverte. ";

test("a server goes on answering while a long article is imported", async () => {
  const [engine] = ENGINES;
  await using newsroom = await openNewsroom(engine as (typeof ENGINES)[number]);
  const text = `${SENTENCES.repeat(10)}\n\n`.repeat(700);
  let importing = true;
  let answers = 0;
  const asking = async () => {
    for (; importing; await wait(1)) {
      await newsroom.read("RETURN 1 AS one");
      answers += 1;
    }
  };
  const asked = asking();
  const report = await newsroom.import([
    { type: "article", id: "book", text, boilerplate: [], readAt: { file: "book.txt" } },
  ]);
  importing = false;
  await asked;
  expect(report).toMatchObject({ documents: { new: 1 }, problems: [] });
  // Each waits for a turn of the import, which has 20 milliseconds: it is the pauses that are counted, not the time.
  expect(answers).toBeGreaterThan(15);
}, 60_000);
