import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";

/** What the server is bound to and which tokens it knows: all that decides who may do what. */
export interface AccessRules {
  /** True when the server listens on an address that only this machine can reach. */
  onLoopback: boolean;
  /** Allows mutations and imports from anywhere. */
  adminToken?: string;
  /** Allows imports while this process runs; only the same user can read it, beside the store. */
  importToken?: string;
}

/** What one request may do and how much it brought. */
export interface RequestAccess {
  mayWrite: boolean;
  bodyBytes: number;
}

/** Writing is for the bearer of the admin token and, on loopback, for this machine's programs and our own pages. */
export function mayWrite(request: FastifyRequest, { onLoopback, adminToken }: AccessRules): boolean {
  return bears(request, adminToken) || (onLoopback && !isFromAnotherSite(request));
}

/** Importing is for the bearer of the admin token or of the one-run token, on every address. */
export function mayImport(request: FastifyRequest, { adminToken, importToken }: AccessRules): boolean {
  return bears(request, adminToken) || bears(request, importToken);
}

/**
 * True when a browser may have been led here under a foreign name: on loopback, Host must name this machine, by any
 * port, since a page whose name was re-bound to 127.0.0.1 counts as our own origin.
 */
export function isMisdirected(request: FastifyRequest, { onLoopback }: AccessRules): boolean {
  const name = hostNameOf(request.headers.host);
  if (name === undefined) return true;
  return onLoopback && !/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(name);
}

/** True when a browser says that a page of another origin sent this. */
function isFromAnotherSite(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (request.headers["sec-fetch-site"] === "cross-site") return true;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase());
}

function hostNameOf(host: string | undefined): string | undefined {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname;
}

function bears(request: FastifyRequest, token: string | undefined): boolean {
  const [, given] = /^Bearer\s+(\S.*)$/i.exec(request.headers.authorization ?? "") ?? [];
  return token !== undefined && given !== undefined && isSame(given.trimEnd(), token);
}

/** Compares digests, of one length, so that the time taken tells nothing of the token. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
