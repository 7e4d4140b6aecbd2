import { type Options, SingleBar } from "cli-progress";
import type { Effects } from "./command.js";

/** What has been committed so far. */
export interface Progress {
  batch: number;
  documents: number;
  statements: number;
}

/** Shows the progress of an import. */
export interface ProgressView {
  show(progress: Progress): void;
  end(): void;
}

export const PROGRESS_CHOICES = ["bar", "json", "none"] as const;
export type ProgressChoice = (typeof PROGRESS_CHOICES)[number];

/** The view that was asked for: a bar where a person watches, nothing in a pipe, or a JSON line per committed batch. */
export function progressView(choice: ProgressChoice | undefined, effects: Effects): ProgressView {
  const chosen = choice ?? (effects.isTerminal ? "bar" : "none");
  if (chosen === "json") return { show: (progress) => effects.stdout(`${JSON.stringify(progress)}\n`), end: () => {} };
  return chosen === "bar" ? barView() : { show: () => {}, end: () => {} };
}

const BAR: Options = {
  format: "importing: {documents} documents, {statements} statements, {speed} statements/s, {duration_formatted}",
  clearOnComplete: true,
  hideCursor: true,
};

/** The total is unknown while a stream is read, so the line counts instead of filling up. */
function barView(): ProgressView {
  const bar = new SingleBar(BAR);
  const started = Date.now();
  bar.start(0, 0, { documents: 0, statements: 0, speed: 0 });
  return {
    show({ documents, statements }) {
      const seconds = Math.max(0.001, (Date.now() - started) / 1000);
      bar.update(statements, { documents, statements, speed: Math.round(statements / seconds) });
    },
    end: () => bar.stop(),
  };
}
