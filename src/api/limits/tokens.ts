import { Lexer, Source, TokenKind } from "graphql";
import type { Refusal } from "./limit.js";

/** True when a text has more lexical tokens than are allowed; looks no further than that. */
export function hasMoreTokens(text: string, maxTokens: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; count <= maxTokens; count++) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch {
    // What is no GraphQL at all is a matter for the parser, which says where.
    return false;
  }
}

/** The refusal of a text that the parser gave up for its length. */
export function tokensRefusal(maxTokens: number): Refusal {
  const message = `The text of a query may have ${maxTokens} tokens at most; more were given. Put long values and lists into variables, or send several requests.`;
  return { limit: "tokens", given: maxTokens + 1, allowed: maxTokens, message };
}
