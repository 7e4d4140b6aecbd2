import { fold } from "../model/fold.js";
import { capitalsOf, hasCapitals } from "./capitals.js";
import { unarticled } from "./folded.js";
import { transliterated } from "./person-key.js";

/** An actor that the user declared, and its names. */
export interface DeclaredActor {
  key: string;
  names: readonly string[];
}

interface Claim {
  key: string;
  capitals: number;
}

/** What the user's own actors are called: a gazetteer beside the built-in one, which it goes before. */
export class DeclaredActors {
  /** A name that two actors have means neither. */
  private readonly claims = new Map<string, Claim | null>();

  constructor(actors: readonly DeclaredActor[]) {
    for (const { key, names } of actors) for (const name of names) this.claim(name, key);
  }

  /** The key of the actor that a name means. */
  find(name: string): string | undefined {
    if (this.claims.size === 0) return undefined;
    const claim = formsOf(name)
      .map((form) => this.claims.get(form))
      .find((found) => found !== undefined);
    return claim && hasCapitals(name, claim.capitals) ? claim.key : undefined;
  }

  private claim(name: string, key: string): void {
    const claim = { key, capitals: capitalsOf(name) };
    for (const form of formsOf(name)) {
      const known = this.claims.get(form);
      if (known === undefined) this.claims.set(form, claim);
      else if (known?.key !== key) this.claims.set(form, null);
      else if (claim.capitals < known.capitals) this.claims.set(form, claim);
    }
  }
}

/** As it is, without article, and in the spelling that stands for all of a transliterated name. */
function formsOf(name: string): string[] {
  const form = fold(name);
  return form === "" ? [] : [...new Set([form, unarticled(form), transliterated(form) ?? form])];
}
