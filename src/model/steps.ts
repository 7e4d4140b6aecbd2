import { setImmediate as pause } from "node:timers/promises";

/** A computation in small steps, between which its caller may do something else. */
export type Steps<Result> = Generator<void, Result>;

/** The result of a computation whose steps are taken one right after the other. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Milliseconds of work after which everything else in the process gets a turn: no request waits noticeably longer. */
const TURN = 20;

/** Long work that takes turns with everything else in the process, such as requests to a server. */
export class Turns {
  #began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#began >= TURN;
  }

  /** Resolves when everything else that waits has had its turn. */
  async next(): Promise<void> {
    await pause();
    this.#began = performance.now();
  }
}

/** The result of a computation that takes turns with everything else in the process. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (const turns = new Turns(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (turns.isOver) await turns.next();
  }
}
