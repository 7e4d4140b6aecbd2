import type { SpeechAct, Stance } from "../model/vocabulary.js";
import { readTable } from "./table.js";

/** What a cue verb can be followed by, and whether its subject may come after it. */
export type Complement =
  /** "que C". */
  | "clause"
  /** "C", without a word for "that". */
  | "bare"
  | "infinitive"
  | "ing"
  | "de"
  | "a"
  | "to"
  | "quote"
  | "np"
  | "inversion"
  | "addressee"
  /** Says something only when it is negated: "n'exclut pas que". */
  | "negated"
  /** "se dit prêt". */
  | "self"
  /** "juge la mesure « inutile »". */
  | "predicate"
  /** "nie toute faute". */
  | "denial";
export type VerbForm = "finite" | "participle" | "gerund" | "infinitive";

/** A verb of saying, as one row of `cues.tsv` gives it, seen in some of its forms. */
export interface Cue {
  lemma: string;
  /** `say`, `think`, `feel` (pronominal), `judge`, `accuse`, `label`, `demand`, `promise`, `tell`, `deny`, `show`. */
  class: string;
  act: SpeechAct;
  /** The stance that the verb alone states toward its object. */
  stance: Stance | null;
  takes: ReadonlySet<Complement>;
  /** The forms that this spelling can be. */
  forms: ReadonlySet<VerbForm>;
  /** The pronominal verb of the same spelling: "se féliciter" for "féliciter". */
  pronominal: Cue | null;
}

/** The verbs of saying by their spellings. */
export function cuesOf(table: string): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const row of readTable(table))
    for (const form of ["finite", "participle", "gerund", "infinitive"] as const)
      for (const spelling of (row[form] ?? "").split("|"))
        if (spelling) cues.set(spelling, withForm(cues.get(spelling) ?? null, cueOf(row, form)));
  return cues;
}

/** A spelling is one verb in several forms, or one verb and the pronominal verb beside it; the first row of a kind counts. */
function withForm(known: Cue | null, cue: Cue): Cue {
  if (known === null) return cue;
  if (known.lemma === cue.lemma)
    return { ...known, forms: new Set([...known.forms, ...cue.forms]), pronominal: known.pronominal ?? cue.pronominal };
  if (isPronominal(known) === isPronominal(cue)) return known;
  if (isPronominal(known)) return { ...cue, pronominal: known };
  return { ...known, pronominal: known.pronominal ? withForm(known.pronominal, cue) : cue };
}

export function isPronominal({ lemma }: Cue): boolean {
  return lemma.startsWith("se ") || lemma.startsWith("s'");
}

function cueOf(row: Record<string, string>, form: VerbForm): Cue {
  return {
    lemma: row.lemma ?? "",
    class: row.class ?? "say",
    act: (row.act || "ASSERTION") as SpeechAct,
    stance: (row.stance || null) as Stance | null,
    takes: new Set((row.takes ?? "").split(" ") as Complement[]),
    forms: new Set([form]),
    pronominal: null,
  };
}
