import { type Examination, examine, repair } from "../store/doctor.js";
import { type GraphStore, openStore } from "../store/graph-store.js";
import { printStoreTarget } from "../store/target.js";
import { type Command, type Effects, EXIT, type ExitCode, type Invocation } from "./command.js";
import { STORE_OPTION, settingOf } from "./open.js";

/** `dixit doctor`: counts and digest of a store, and whether it holds what was written. */
export const DOCTOR: Command = {
  name: "doctor",
  summary: "Counts what a store holds and checks it against what was written.",
  options: [
    STORE_OPTION,
    { name: "json", description: "Print one JSON object: {counts, digest, ledger, agrees, problems}." },
    { name: "repair", description: "First create the constraints and indexes that are missing." },
  ],
  run: runDoctor,
};

async function runDoctor(invocation: Invocation, effects: Effects): Promise<ExitCode> {
  const { target } = settingOf(invocation, effects);
  const repairing = invocation.options.repair === true;
  await using store = await openStore(target, { repairing });
  if (repairing) await tellRepairs(store, effects);
  const found = await examine(store);
  effects.stdout(invocation.options.json ? `${JSON.stringify(found)}\n` : textOf(found, printStoreTarget(target)));
  return found.problems.length > 0 ? EXIT.PROBLEMS : EXIT.OK;
}

async function tellRepairs(store: GraphStore, effects: Effects): Promise<void> {
  for (const created of await repair(store)) effects.stderr(`created: ${created}\n`);
}

function textOf({ counts, digest, ledger, agrees, problems }: Examination, store: string): string {
  const rows = Object.entries(counts).map(
    ([name, count]) => `  ${name.padEnd(14)}${count.toLocaleString("en").padStart(12)}`,
  );
  const verdict = agrees ? `as written with batch ${ledger.batch}` : `but ${ledger.digest} was written`;
  return [store, ...rows, `  digest ${digest}, ${verdict}`, ...problems.map((problem) => `! ${problem}`), ""].join(
    "\n",
  );
}
