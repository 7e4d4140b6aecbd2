import { LOG_LEVELS, type LogConfig, type Secrets } from "./config.js";
import { withoutCredentials } from "./settings.js";

type Level = LogConfig["level"];

/** What a line of the log says beside its message: plain values, or an error, of which the stack is kept. */
export type LogFields = Readonly<Record<string, unknown>>;

/** A logger with one method per level; each call is one line. */
export type Log = { readonly [Name in Level]: (message: string, fields?: LogFields) => void };

/** Where lines go and what time it is, so that tests need no mocks. */
export interface LogEffects {
  write(line: string): void;
  isTerminal: boolean;
  now(): Date;
}

const STANDARD_ERROR: LogEffects = {
  write: (line) => void process.stderr.write(line),
  isTerminal: process.stderr.isTTY === true,
  now: () => new Date(),
};

/** A log of one line per entry, text on a terminal and JSON elsewhere unless told; the secrets given are blotted out wherever they appear. */
export function createLog(config: LogConfig, secrets: Secrets = {}, effects: LogEffects = STANDARD_ERROR): Log {
  const asText = config.format === "text" || (config.format === "auto" && effects.isTerminal);
  const line = asText ? textLine : jsonLine;
  const loggerOf =
    (level: Level) =>
    (message: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf(config.level)) return;
      effects.write(`${blotted(line(effects.now(), level, message, fields), secrets)}\n`);
    };
  return Object.fromEntries(LOG_LEVELS.map((level) => [level, loggerOf(level)])) as Log;
}

function jsonLine(time: Date, level: Level, message: string, fields: LogFields): string {
  return JSON.stringify({ time: time.toISOString(), level, message, ...fields }, plain);
}

function textLine(time: Date, level: Level, message: string, fields: LogFields): string {
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value, plain)}`);
  return `${time.toISOString().slice(11, 19)} ${level.padEnd(5)} ${oneLine(message)}${rest.join("")}`;
}

/** Errors have no enumerable fields, and big integers no JSON. */
function plain(_name: string, value: unknown): unknown {
  if (value instanceof Error)
    return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
  return typeof value === "bigint" ? String(value) : value;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ");
}

function blotted(line: string, secrets: Secrets): string {
  // A secret with a quote or a backslash stands escaped in JSON.
  const known = Object.values(secrets)
    .filter((secret) => secret !== undefined)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return known
    .filter((secret) => secret !== "")
    .reduce((text, secret) => text.replaceAll(secret, "***"), withoutCredentials(line));
}
