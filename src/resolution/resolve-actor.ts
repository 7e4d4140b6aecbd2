import { slugOf } from "../model/fold.js";
import type { ActorReference } from "../model/record.js";
import type { ResolvedActor } from "../model/resolved-actor.js";
import type { ActorKind } from "../model/vocabulary.js";
import { findKnown, isBareBody, knownByKey } from "./gazetteer.js";
import type { KnownActor } from "./known-actor.js";
import { keyOfName } from "./person-key.js";
import { untitled } from "./titles.js";

const ARTICLE = /^(?:(?:le|la|les|the|un|une|des|an?)\s+|l['’])/iu;

/** The actor that a reference means: a pure function of the reference, the document and the gazetteer. */
export function resolveActor(reference: ActorReference, documentKey: string): ResolvedActor {
  if (reference.key !== undefined) return withOwnKey(reference, reference.key);
  const { kind, language } = reference;
  const written = (reference.name ?? reference.asWritten ?? "").replace(/\s+/gu, " ").trim();
  const bare = untitled(written, kind === "PERSON");
  const known = findKnown(written, { kind, language }) ?? (bare && findKnown(bare.name, { kind: "PERSON", language }));
  if (known) return knownActor(known);
  if (reference.resolved === false) return mention(reference, written, documentKey);
  const name = bare?.isWhole ? bare.name : written.replace(kind === "MEDIA" ? /^$/ : ARTICLE, "");
  const key = keyOfName(name);
  if (key === "") return mention(reference, written, documentKey);
  return { key, names: namesOf(reference, name), aliases: [], kind: kind ?? "UNKNOWN", resolved: true, known: false };
}
/** Whether a name in a text is one that many have: a lone first name or surname, or a body without its owner ("le parquet"). */
export function isOneOfMany(name: string, kind: ActorKind, language: string): boolean {
  const bare = untitled(name, kind === "PERSON")?.name ?? name;
  if (kind === "PERSON") return !/\S\s+\S/u.test(bare) && findKnown(bare, { kind, language }) === undefined;
  return isBareBody(name);
}

function withOwnKey(reference: ActorReference, key: string): ResolvedActor {
  const known = knownByKey(key);
  if (known) return knownActor(known);
  const names = reference.name === undefined ? [] : namesOf(reference, reference.name);
  return {
    key,
    names,
    aliases: [],
    kind: reference.kind ?? "UNKNOWN",
    resolved: reference.resolved ?? true,
    known: true,
  };
}

function knownActor({ key, fr, en, kind, wikidataId, aliases, bound = [] }: KnownActor): ResolvedActor {
  const names = [
    { language: "en", name: en },
    { language: "fr", name: fr },
  ];
  const others = [...new Set([...aliases, ...bound.map(({ name }) => name)])]
    .filter((alias) => alias !== fr && alias !== en)
    .sort();
  const actor = { key, names, aliases: others, kind, resolved: true, known: true };
  return wikidataId ? { ...actor, wikidataId } : actor;
}

function mention(reference: ActorReference, written: string, documentKey: string): ResolvedActor {
  const key = `${documentKey}/${slugOf(written) || "unnamed"}`;
  return {
    key,
    names: namesOf(reference, written),
    aliases: [],
    kind: reference.kind ?? "UNKNOWN",
    resolved: false,
    known: false,
  };
}

function namesOf({ language }: ActorReference, name: string): ResolvedActor["names"] {
  return name === "" ? [] : [{ language: language ?? "", name }];
}
