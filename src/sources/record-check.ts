import type { z } from "zod";
import type { Place, Problem } from "../errors.js";
import type { SourceRecord } from "../model/record.js";
import type { Span } from "../model/span.js";
import { boilerplateOf } from "./boilerplate.js";
import { CORRECTIONS, RECORDS, type RecordInput } from "./record-schema.js";
import { problem, RULES, type Rule } from "./rules.js";

type Schema = (typeof RECORDS)[keyof typeof RECORDS] | (typeof CORRECTIONS)[keyof typeof CORRECTIONS];

const SCHEMAS: ReadonlyMap<unknown, Schema> = new Map(Object.entries(RECORDS));
const TYPES = [...Object.keys(RECORDS), "correction"].join(", ");

/** The record that a value of JSON or a row holds, or the first rule that it breaks. */
export function checkRecord(value: unknown, place: Place): SourceRecord | Problem {
  if (!isObject(value)) return notAnObject(value, place, '{"type": …}');
  const schema = SCHEMAS.get((value as { type?: unknown }).type) ?? correctionSchema(value);
  if (!schema) return unknownType(value, place);
  const checked = schema.safeParse(value);
  if (!checked.success) return issueProblem(checked.error.issues, value, place);
  return spanProblem(checked.data, place) ?? placed(checked.data, place);
}

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The problem of a line that holds another value of JSON. */
export function notAnObject(value: unknown, place: Place, shape: string): Problem {
  return problem("bad-json", place, `${shown(value)} is not an object; write one record as ${shape} on the line`);
}

function correctionSchema(value: object): Schema | undefined {
  if ("type" in value && value.type !== "correction") return undefined;
  if ("same" in value) return CORRECTIONS.same;
  if ("distinct" in value) return CORRECTIONS.distinct;
  if ("retract" in value) return CORRECTIONS.retract;
  if ("stance" in value || "target" in value) return CORRECTIONS.stance;
  return "speaker" in value || "statement" in value || "type" in value ? CORRECTIONS.speaker : undefined;
}

function unknownType(value: object, place: Place): Problem {
  const given = "type" in value ? `the type ${shown(value.type)} is not known` : "the record has no type";
  return problem("unknown-type", place, `${given}; give one of ${TYPES}`);
}

/** Fills in what the reader of the file knows, in the fresh object that the check made. */
function placed(input: RecordInput, place: Place): SourceRecord {
  input.readAt ??= place;
  input.type ??= "correction";
  if (input.type === "article") input.boilerplate ??= boilerplateOf(input.text, input.title);
  if (input.type === "document") for (const statement of input.statements ?? []) statement.readAt ??= input.readAt;
  return input as SourceRecord;
}

/** The first thing that a schema found wrong in a value. */
export function issueProblem(issues: readonly z.core.$ZodIssue[], value: object, place: Place): Problem {
  const issue = issues[0] as z.core.$ZodIssue;
  const rule = ruleOf(issue, value);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more in this record)` : "";
  return problem(rule, place, messageOf(rule, issue, value) + more);
}

function ruleOf(issue: z.core.$ZodIssue, value: object): Rule {
  if (issue.code === "unrecognized_keys") return "unknown-field";
  if (issue.code === "custom" && typeof issue.params?.rule === "string" && issue.params.rule in RULES)
    return issue.params.rule as Rule;
  return valueAt(value, issue.path) === undefined ? "missing-field" : "bad-value";
}

function messageOf(rule: Rule, issue: z.core.$ZodIssue, value: object): string {
  const field = fieldOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => fieldOf([...issue.path, key])).join(", ");
    return `${keys} is no field of this record; take it out, or see the fields in docs/importing.md`;
  }
  if (rule === "missing-field" && valueAt(value, issue.path) === undefined)
    return `${field} is missing; ${issue.code === "custom" ? issue.message : "add it"}`;
  return `${field || "the record"} is ${shown(valueAt(value, issue.path))}; ${remedyOf(issue)}`;
}

function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `give one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type")
    return `give ${issue.expected === "int" ? "a whole number" : `a value of type ${issue.expected}`}`;
  if (issue.code === "too_small") return `give at least ${issue.minimum}`;
  if (issue.code === "too_big") return `give at most ${issue.maximum}`;
  return issue.message;
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i ? "." : ""}${String(key)}`)).join("");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** A value as it was given, cut short. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? "missing";
  return json.length <= 80 ? json : `${json.slice(0, 77)}…`;
}

/** A span that ends after its text, where the record holds the text. */
function spanProblem(input: RecordInput, place: Place): Problem | undefined {
  if (input.type !== "article" && input.type !== "document") return undefined;
  if (input.text === undefined) return undefined;
  const outside = spansIn(input).find(({ end }) => end > (input.text?.length ?? 0));
  if (!outside) return undefined;
  const given = `the span ${outside.start}-${outside.end} ends after the text, which has ${input.text.length} characters`;
  return problem("bad-span", place, `${given}; count UTF-16 code units of this text`);
}

function spansIn(input: Extract<RecordInput, { type: "article" | "document" }>): Span[] {
  if (input.type === "article") return input.boilerplate ?? [];
  const spans = (input.statements ?? []).flatMap((it) => [
    ...(it.spans ?? []),
    it.cueSpan,
    it.speakerSpan,
    ...(it.about ?? []).map((target) => target.span),
  ]);
  return spans.filter((span) => span !== undefined);
}
