import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { endOf, ROOT } from "./program.js";
import { PROGRAM_STORES } from "./stores.js";

/** What bench/crash.mjs prints of each kill. */
interface Kill {
  reported: number;
  found: number;
  kept: boolean;
  whole: boolean;
  completed: boolean;
}

test.each(PROGRAM_STORES)(
  "$name: a killed import keeps what it reported, nothing by halves, and can be completed",
  async ({ open }) => {
    await using store = await open();
    const words = ["--kills", "2", "--statements", "7000", "--store", store.uri, "--json"];
    const crash = spawn(process.execPath, [join(ROOT, "bench/crash.mjs"), ...words], {
      env: { ...process.env, ...store.env },
    });
    const { stdout, stderr } = await endOf(crash);
    expect(stderr).toBe("");
    const kills: Kill[] = JSON.parse(stdout);
    expect(kills).toHaveLength(2);
    for (const { reported, found, kept, whole, completed } of kills) {
      expect(found).toBeGreaterThanOrEqual(reported);
      expect({ kept, whole, completed }).toEqual({ kept: true, whole: true, completed: true });
    }
  },
  300_000,
);
