import type { Lexicon } from "./lexicon.js";

const FIRST_BEYOND = 0x180;

/** Code units below `FIRST_BEYOND`: letters of a plain word, what ends one, and marks that stand alone. */
const LETTER = 1;
const ENDS = 2;
const ALONE = 4;
const STOP = 46;
const KINDS = kindsOfCodeUnits();

function kindsOfCodeUnits(): Uint8Array {
  const kinds = new Uint8Array(FIRST_BEYOND);
  const set = (characters: string, kind: number) => {
    for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  };
  for (let code = 0; code < FIRST_BEYOND; code++) if (/\p{L}/u.test(String.fromCharCode(code))) kinds[code] = LETTER;
  set(" \t\n\r", ENDS);
  set(",;:!?()[]«»", ENDS | ALONE);
  return kinds;
}

/**
 * Where the token that starts at this place ends; the place itself when no token starts there.
 * Most words are letters with a space or comma behind, and are read without the language's regular expression.
 */
export function tokenEnd(text: string, at: number, { token }: Lexicon): number {
  const code = text.charCodeAt(at);
  if (code === 32 || (code >= 9 && code <= 13)) return at;
  const plain = plainEnd(text, at);
  if (plain > at) return plain;
  token.lastIndex = at;
  return token.test(text) ? token.lastIndex : at;
}

/** The end of a plain word or of a mark that stands alone; the place itself where the regular expression has to tell. */
function plainEnd(text: string, at: number): number {
  const first = kindOf(text.charCodeAt(at));
  if (first & ALONE) return at + 1;
  if (first !== LETTER) return at;
  let to = at;
  let code: number;
  // A letter has more than 64; beyond the text the code is no number, which is less than nothing.
  do code = text.charCodeAt(++to);
  while (code > 64 && code < FIRST_BEYOND && KINDS[code] === LETTER);
  if (to >= text.length || kindOf(code) & ENDS) return to;
  const stops = to > at + 1 && code === STOP && (to + 1 >= text.length || kindOf(text.charCodeAt(to + 1)) & ENDS);
  return stops ? to : at;
}

function kindOf(code: number): number {
  return code < FIRST_BEYOND ? (KINDS[code] as number) : 0;
}
