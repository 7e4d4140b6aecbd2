/** Runs asynchronous work one after the other, in the order in which it was given. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` once all work given before has ended, well or badly. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
