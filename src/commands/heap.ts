import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of heap that may wait for collection before an import asks for it. */
const ROOM = 96 * 1024 * 1024;

/**
 * Makes a function that collects garbage when much has gathered since the last time. On a machine with much memory V8 lets
 * the heap of a long import grow to several times what is alive; a limit on the heap would end it at a large document instead.
 */
export function heapKeeper(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let alive = process.memoryUsage().heapUsed;
  return () => {
    if (process.memoryUsage().heapUsed < alive + ROOM) return;
    collect();
    alive = process.memoryUsage().heapUsed;
  };
}
