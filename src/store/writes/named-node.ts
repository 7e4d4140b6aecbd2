import { fold } from "../../model/fold.js";
import { findDays } from "../../model/partial-date.js";
import type { Properties } from "../contribution.js";
import type { CypherValue } from "../engine.js";
import { canonicalJson, firstOf, joinProperties, KIND_ORDER, sortedSet } from "./joins.js";

/** Labels of the nodes that have names. */
export const NAMED_LABELS = ["Actor", "Event", "Topic"] as const;
export type NamedLabel = (typeof NAMED_LABELS)[number];

/** What is newly said of a node that has names. */
export interface NamedDraft {
  label: NamedLabel;
  key: string;
  gazetteer?: Properties;
  /** True when a source knows it as somebody; of one that is only touched, what is stored counts. */
  resolved: boolean;
  /** What sets of records say of it now. */
  given: Map<string, Properties>;
  /** The NAMED_IN of documents that are new to the graph. */
  namings: Properties[];
}

/** What else is needed to tell the new state of a node. */
export interface NamedContext {
  stored: Properties | undefined;
  /** All NAMED_IN of the node as they are to be, where something was taken away; else the stored names stand for the earlier ones. */
  allNamings?: readonly Properties[];
  mergedInto?: string;
}

/** Who names a node, in this order of rank. */
interface Ranks {
  records: readonly Properties[];
  gazetteer: readonly Properties[];
  documents: readonly Properties[];
}

/** The record of each set that says something of a stored node. */
export function givenOf(stored: Properties | undefined): Map<string, Properties> {
  const sets = (stored?.records ?? []) as readonly string[];
  const given = (stored?.given ?? []) as readonly string[];
  return new Map(sets.map((set, i) => [set, JSON.parse(given[i] ?? "{}") as Properties]));
}

/** The state of a node that has names: the join of what records, gazetteer and documents say, in this order of rank. */
export function namedNode(draft: NamedDraft, context: NamedContext): Properties {
  const { stored } = context;
  if (stored && addsNothing(draft, context, stored)) return stored;
  const given = new Map([...givenOf(stored), ...draft.given].sort(([a], [b]) => (a < b ? -1 : 1)));
  const gazetteer = draft.gazetteer ? canonicalJson(draft.gazetteer) : (stored?.gazetteer as string | undefined);
  const ranks: Ranks = {
    records: [...given.values()],
    gazetteer: gazetteer ? [JSON.parse(gazetteer) as Properties] : [],
    documents: context.allNamings ?? [...namingsIn(stored), ...draft.namings],
  };
  const node: Record<string, CypherValue> = { key: draft.key, ...namesOf(draft.key, ranks) };
  Object.assign(node, draft.label === "Event" ? eventProperties(ranks) : otherProperties(ranks));
  if (draft.label === "Actor") Object.assign(node, actorProperties(draft, context, ranks));
  if (gazetteer) node.gazetteer = gazetteer;
  if (given.size > 0) {
    node.records = [...given.keys()];
    node.given = [...given.values()].map(canonicalJson);
  }
  return node;
}

/** Most mentions repeat what is stored: that is seen without reading anything of it. */
function addsNothing(draft: NamedDraft, context: NamedContext, stored: Properties): boolean {
  if (draft.given.size > 0 || context.allNamings || (stored.mergedInto ?? undefined) !== context.mergedInto)
    return false;
  if (draft.label === "Actor" && draft.resolved && !stored.resolved) return false;
  if (draft.gazetteer && canonicalJson(draft.gazetteer) !== stored.gazetteer) return false;
  return draft.namings.every((naming) => isKnown(naming, stored));
}

function isKnown(naming: Properties, stored: Properties): boolean {
  const known =
    namesIn(naming).every((name) => isKnownName(name, stored)) &&
    aliasesIn(naming).every((alias) => aliasesIn(stored).includes(alias));
  const kinds = [stored.kind, naming.kind].filter((kind) => kind !== undefined);
  return known && (naming.kind === undefined || kinds.reduce(firstOf(KIND_ORDER)) === stored.kind);
}

function isKnownName(name: string, stored: Properties): boolean {
  const names = namesIn(stored);
  if (names.includes(name)) return true;
  const beaten = names.some((other) => languageOf(other) === languageOf(name) && other < name);
  return beaten && aliasesIn(stored).includes(textOf(name));
}

/**
 * What earlier documents said, as far as it shows: the best name of each language that nobody of higher rank names,
 * and all others as aliases. Adding to it gives the same as joining all documents anew.
 */
function namingsIn(stored: Properties | undefined): Properties[] {
  if (!stored) return [];
  const higher = [...givenOf(stored).values(), ...gazetteerIn(stored)];
  const ranked = new Set(higher.flatMap(namesIn).map(languageOf));
  const names = namesIn(stored).filter((name) => !ranked.has(languageOf(name)));
  const known = new Set(higher.flatMap((said) => [...namesIn(said).map(textOf), ...aliasesIn(said)]));
  const aliases = aliasesIn(stored).filter((alias) => !known.has(alias));
  return [{ names, aliases, ...(stored.kind === undefined ? {} : { kind: stored.kind }) }];
}

function gazetteerIn(stored: Properties): Properties[] {
  return stored.gazetteer === undefined ? [] : [JSON.parse(stored.gazetteer as string) as Properties];
}

function namesOf(key: string, ranks: Ranks): Properties {
  const best = new Map<string, string>();
  const all = new Set<string>();
  for (const rank of [ranks.records, ranks.gazetteer, ranks.documents]) {
    const ofRank = new Map<string, string>();
    for (const said of rank) {
      for (const name of namesIn(said)) {
        const language = languageOf(name);
        const text = textOf(name);
        all.add(text);
        const present = ofRank.get(language);
        if (present === undefined || text < present) ofRank.set(language, text);
      }
      for (const alias of aliasesIn(said)) all.add(alias);
    }
    for (const [language, text] of ofRank) if (!best.has(language)) best.set(language, text);
  }
  for (const text of best.values()) all.delete(text);
  const names = sortedSet([...best].map(([language, text]) => `${language}|${text}`));
  const name = displayName(best) ?? key;
  return { name, names, aliases: sortedSet([...all]), foldedName: fold(name) };
}

/** The name that is shown when no language is asked for: French, English, the smallest language code, one without a language. */
function displayName(best: ReadonlyMap<string, string>): string | undefined {
  const languages = ["fr", "en", ...[...best.keys()].filter((language) => language !== "").sort(), ""];
  return languages.map((language) => best.get(language)).find((name) => name !== undefined);
}

function actorProperties(draft: NamedDraft, { stored, mergedInto }: NamedContext, ranks: Ranks): Properties {
  const kinds = [...ranks.records, ...ranks.gazetteer, ...ranks.documents].flatMap(({ kind }) => kind ?? []);
  const kind = kinds.length > 0 ? kinds.reduce(firstOf(KIND_ORDER)) : "UNKNOWN";
  const resolved = draft.resolved || stored?.resolved === true;
  return { kind: kind as string, resolved, ...(mergedInto === undefined ? {} : { mergedInto }) };
}

/** What records and gazetteer say beside names and kind. */
function otherProperties(ranks: Ranks): Properties {
  const said = [...ranks.records, ...ranks.gazetteer];
  return joinProperties(said.map(({ names, aliases, kind, relations, ...others }) => others));
}

function eventProperties(ranks: Ranks): Properties {
  const said = joinProperties(ranks.records.map(({ names, aliases, relations, ...others }) => others));
  const start = findDays((said.start ?? "") as string);
  const end = findDays((said.end ?? "") as string);
  return {
    ...said,
    startDay: start?.first ?? "",
    startLastDay: start?.last ?? "",
    endDay: end?.first ?? "",
    endLastDay: end?.last ?? "",
  };
}

function namesIn(said: Properties): readonly string[] {
  return (said.names ?? []) as readonly string[];
}

function aliasesIn(said: Properties): readonly string[] {
  return (said.aliases ?? []) as readonly string[];
}

function languageOf(name: string): string {
  return name.slice(0, name.indexOf("|"));
}

function textOf(name: string): string {
  return name.slice(name.indexOf("|") + 1);
}

/** The folded names and aliases under which a node is found; none for a mention that names nobody outside its document. */
export function foldedNames(node: Properties | undefined): readonly string[] {
  if (!node || node.resolved === false) return [];
  const all = [node.name as string, ...namesIn(node).map(textOf), ...aliasesIn(node)];
  return sortedSet(all.map(fold)).filter((name) => name !== "");
}
