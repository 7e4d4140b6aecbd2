import { InvalidInput } from "./errors.js";

/** A value that an environment variable takes: how its text is read, and the rule it is held to, in words. */
export interface SettingType<Value> {
  /** Completes "NAME must be …". */
  rule: string;
  /** Undefined when the text breaks the rule. */
  parse(text: string): Value | undefined;
}

/** One environment variable, as data: reading, checks, README table and .env.example derive from it. */
export interface Setting<Value> {
  variable: string;
  /** The default as the user would write it; empty for none. */
  fallback: string;
  /** One sentence. */
  description: string;
  type: SettingType<Value>;
}

/** The value that a variable has, or its default; InvalidInput names the variable, the rule and what was given. */
export function readSetting<Value>({ variable, fallback, type }: Setting<Value>, given: unknown): Value {
  const text = given === undefined || given === "" ? fallback : String(given).trim();
  const value = type.parse(text);
  if (value === undefined) {
    throw new InvalidInput(`${variable} must be ${type.rule}; given: ${JSON.stringify(withoutCredentials(text))}.`);
  }
  return value;
}

/** The text with user and password of an address blotted out, so that it may be logged; rather too much than too little. */
export function withoutCredentials(text: string): string {
  return text.replace(/(\w:\/\/)[^\s"]*@/g, "$1***@");
}

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): SettingType<Word> {
  return { rule: `one of ${words.join(", ")}`, parse: (text) => words.find((word) => word === text) };
}

/** A whole number between two bounds, both included. */
export function wholeNumber(least: number, greatest: number): SettingType<number> {
  return {
    rule: `a whole number from ${least} to ${greatest}`,
    parse: (text) => (/^\d+$/.test(text) ? within(Number(text), least, greatest) : undefined),
  };
}

/** A number with a unit; its value is in the unit whose factor is 1. */
export function quantity(units: Readonly<Record<string, number>>, example: string): SettingType<number> {
  return {
    rule: `a number greater than 0 with a unit of ${Object.keys(units).join(", ")}, such as ${example}`,
    parse: (text) => {
      const [, digits, unit = ""] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]+)$/.exec(text) ?? [];
      const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
      return factor === undefined ? undefined : within(Math.round(Number(digits) * factor), 1, Number.MAX_SAFE_INTEGER);
    },
  };
}

/** Bytes, in powers of 1024. */
export const BYTES = quantity({ B: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }, "64kB");

/** Milliseconds. */
export const DURATION = quantity({ ms: 1, s: 1000, min: 60_000 }, "30s");

/** A switch that may leave the choice to the address the server listens on. */
export const SWITCH = oneOf(["on", "off", "auto"]);

/** Words between commas, at least one. */
export const WORDS: SettingType<readonly string[]> = {
  rule: "a list of names between commas",
  parse: (text) => {
    const words = wordsOf(text);
    return words.length > 0 ? words : undefined;
  },
};

/** Origins of web pages between commas, or nothing. */
export const ORIGINS: SettingType<readonly string[]> = {
  rule: "a list of origins between commas, such as https://dashboard.example",
  parse: (text) => (wordsOf(text).every(isOrigin) ? wordsOf(text) : undefined),
};

function within(value: number, least: number, greatest: number): number | undefined {
  return value >= least && value <= greatest ? value : undefined;
}

function wordsOf(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
