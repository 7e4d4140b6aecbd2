import type { ChildProcess } from "node:child_process";
import { type Ended, type Environment, endOf, startProgram } from "./program.js";

/** What a GraphQL server answers. */
export interface Answer<Data> {
  data?: Data;
  errors?: { message: string }[];
}

/** `dixit serve` on a free port, ended when the test is done. */
export class Served implements AsyncDisposable {
  readonly address: string;
  /** Resolves when the server has ended. */
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, ended: Promise<Ended>, address: string) {
    this.child = child;
    this.ended = ended;
    this.address = address;
  }

  /** Resolves when the server says that it listens. */
  static async start(words: readonly string[], env: Environment = {}): Promise<Served> {
    const child = startProgram(["serve", ...words], { PORT: "0", ...env });
    const ended = endOf(child);
    const address = await new Promise<string>((found, fail) => {
      let stdout = "";
      child.stdout?.on("data", (bytes) => {
        stdout += bytes;
        const [, printed] = /Dixit listening at (http:\/\/\S+)/.exec(stdout) ?? [];
        if (printed) found(printed.replace(/\/$/, ""));
      });
      ended.then(({ code, stderr }) => fail(new Error(`dixit serve ended with ${code}:\n${stdout}${stderr}`)));
    });
    return new Served(child, ended, address);
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** The data of an answer; an error that shows the server's words when there were errors. */
  async dataOf<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors || !data) throw new Error(`${query}\n${JSON.stringify(errors, null, 2)}`);
    return data;
  }

  stop(signal: NodeJS.Signals = "SIGTERM"): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
