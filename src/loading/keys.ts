import { hash } from "node:crypto";
import { fold, slugOf } from "../model/fold.js";
import { BrokenRule } from "./rules.js";

/** Query parameters that tell where a reader came from, not what is read. */
const TRACKING = /^(?:utm_.*|fbclid|gclid)$/i;

/** Texts with fewer words than this are said by many on many days: their day is part of their identity. */
const WORDS_OF_THEIR_OWN = 8;

/** An address without what does not tell documents apart: `www.`, the fragment, tracking parameters, a slash at the end. */
export function canonicalUrl(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new BrokenRule("bad-url", `${JSON.stringify(address)} is no address; give an absolute http or https URL`);
  }
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  const host = url.host.replace(/^www\./, "");
  return `${url.protocol}//${host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}

/** What a document may be known by. */
export interface DocumentIdentity {
  key?: string;
  url?: string;
  id?: string;
  title?: string;
  text?: string;
}

/** The key of a document: the one it is given, else of its address, else of its id, else of its text. */
export function documentKey({ key, url, id, title, text }: DocumentIdentity): string {
  if (key !== undefined) return keyOfId(key);
  if (url !== undefined) return keyOfUrl(url);
  if (id !== undefined) return keyOfId(id);
  const words = text ?? title;
  if (words === undefined || words === "") {
    throw new BrokenRule(
      "missing-identity",
      "this document has neither key, id, URL, title nor text; give one of them",
    );
  }
  return withTail(slugOf((title ?? words).slice(0, 400), 60), shortHash(words, 12));
}

/** The key of the document that a record refers to by key, id or URL. */
export function referredDocument(reference: string): string {
  return /^https?:\/\//i.test(reference) ? keyOfUrl(reference) : keyOfId(reference);
}

function keyOfUrl(address: string): string {
  const url = canonicalUrl(address);
  const { host, pathname } = new URL(url);
  // http and https lead to one document.
  return withTail(slugOf(`${host} ${pathname.split("/").at(-1)}`, 70), shortHash(url.replace(/^https?:/, ""), 12));
}

/** An id that is a slug is its own key, so that a document can be referred to by either. */
function keyOfId(id: string): string {
  const slug = slugOf(id, 80);
  if (slug === id) return id;
  return withTail(slugOf(id, 60), shortHash(id, 12));
}

function withTail(slug: string, tail: string): string {
  return slug === "" ? tail : `${slug}-${tail}`;
}

/** What a statement is known by. */
export interface StatementIdentity {
  text: string;
  /** Keys of the speakers as they were resolved. */
  speakers: readonly string[];
  /** First day of what is known of its date; "" when undated. */
  day: string;
}

/** The key of a statement: its words, its speakers, and the day when the words are few. */
export function statementKey({ text, speakers, day }: StatementIdentity): string {
  const folded = fold(text);
  if (folded === "") throw new BrokenRule("bad-name", `the statement ${JSON.stringify(text)} has no word`);
  const isShort = folded.split(" ", WORDS_OF_THEIR_OWN).length < WORDS_OF_THEIR_OWN;
  const identity = [folded.replaceAll(" ", ""), ...[...new Set(speakers)].sort(), isShort ? day : ""].join("\n");
  return withTail(firstWords(folded), shortHash(identity, 16));
}

/** The key of a statement that a person coded: the place in the document, and the coding's id. */
export function codedStatementKey(text: string, document: string, spans: readonly number[], id: string): string {
  return withTail(firstWords(fold(text)), shortHash([document, spans.join(" "), id].join("\n"), 16));
}

/** Characters of the words in the key of a statement: enough to tell what it is, and each is read whenever a file is opened. */
const READABLE = 24;

function firstWords(folded: string): string {
  const slug = folded.slice(0, READABLE + 1).replaceAll(" ", "-");
  if (folded.length <= READABLE) return slug;
  const cut = slug.lastIndexOf("-", READABLE);
  // A letter beyond the basic plane is not cut in two.
  return slug.slice(0, cut > 0 ? cut : READABLE).replace(/[\uD800-\uDBFF]$/, "");
}

/** The key of an event or topic, from its key or name. */
export function termKey(term: string): string {
  const key = slugOf(term, 200);
  if (key === "") throw new BrokenRule("bad-name", `${JSON.stringify(term)} has neither letter nor digit; give a name`);
  return key;
}

/** The first hexadecimal digits of a text's SHA-256. */
export function shortHash(text: string, length: number): string {
  return hash("sha256", text).slice(0, length);
}
