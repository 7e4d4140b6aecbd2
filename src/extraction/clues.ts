import { withAppositions } from "./appositions.js";
import { type Description, descriptionOf } from "./description.js";
import { headAt } from "./head-noun.js";
import type { Lexicon } from "./lexicon.js";
import type { NameRun } from "./name-runs.js";
import { isFiniteVerb, type Phrase, phraseLeft } from "./noun-phrase.js";
import { is, isComma, isQuotation, isStop, type Unit } from "./units.js";

/** What stands next to a name and tells who bears it. */
export interface Clues {
  /** The kind that a title, role or noun of a body shows, `thing` when only an article does, empty when nothing does. */
  kind: "person" | "body" | "media" | "thing" | "";
  gender: string;
  descriptions: readonly Description[];
}

const PARENTHESIS = 14;
const MOST_PARTS = 4;

/** The clues around a run of capitalised words. */
export function cluesOf(run: NameRun, lexicon: Lexicon): Clues {
  const place = isPlace(run, lexicon);
  const descriptions = [before(run, lexicon), after(run, lexicon), own(run, lexicon), ofTitle(run, lexicon)].filter(
    (found) => found !== null && !(place && found.kind === "person"),
  ) as Description[];
  const titled = titleBefore(run);
  const told = descriptions.find(({ gender, number }) => gender !== "" && number !== "p")?.gender ?? "";
  return {
    kind: kindOf(run, descriptions, titled),
    gender: genderOfTitle(titled, lexicon) || told || genderOfArticle(run, lexicon),
    descriptions,
  };
}

/** "Paris Appeal Court", "Université de Valmont": a name that has the noun of its body or document in it. */
function own({ units, from, to }: NameRun, lexicon: Lexicon): Description | null {
  const noun = lexicon.grammar.headLast ? headAt(units, from, to, true) : from;
  if (to - from < 2 || !is(units[noun], "ORG", "DOCUMENT") || is(units[noun], "ROLE", "HUMANS")) return null;
  return descriptionOf({ units, from, to }, lexicon);
}

/** A country, or one word after a preposition of place: no person. */
function isPlace({ units, from, to, name }: NameRun, { countries, grammar }: Lexicon): boolean {
  if (countries.has(name.toLowerCase())) return true;
  return to - from === 1 && grammar.parts.place.includes(units[from - 1]?.form ?? "");
}

function titleBefore({ units, from }: NameRun): Unit | undefined {
  return is(units[from - 1], "TITLE") ? units[from - 1] : undefined;
}

function kindOf(
  { units, from, to }: NameRun,
  descriptions: readonly Description[],
  title: Unit | undefined,
): Clues["kind"] {
  if (title) return "person";
  const told = descriptions[0]?.kind;
  if (told && told !== "document") return told;
  if (isAgeAfter(units, to) || isPersonal(isComma(units[to]) ? units[to + 1] : units[to])) return "person";
  const next = isComma(units[to]) ? units[to + 1] : units[to];
  if (is(next, "IMPERSONALREL")) return "body";
  return is(units[from - 1], "DET") && !is(units[from - 1], "CONTRACTED") ? "thing" : "";
}

/** "Ada Brook, who": a relative that only persons have. */
function isPersonal(unit: Unit | undefined): boolean {
  return is(unit, "PERSONAL");
}

/** "Anna Noor, 45 ans,", "Anna Noor (45)", "Anna Noor, 45,". */
function isAgeAfter(units: readonly Unit[], to: number): boolean {
  const age = units[to + 1];
  if (!(isComma(units[to]) || units[to]?.form === "(") || age?.kind !== "number" || !/^\d{1,3}$/.test(age.form))
    return false;
  const next = units[to + 2];
  return isComma(next) || next?.form === ")" || next?.form === "ans";
}

/** "le ministre arménien de la Défense Anna Noor", "l'ONG Terre Neuve", "Le porte-parole du ministère, Anna Noor,". */
function before(run: NameRun, lexicon: Lexicon): Description | null {
  const { units, from } = run;
  let end = beforeTitles(units, from);
  const comma = isComma(units[end - 1]);
  if (comma && !(endsPhrase(units, run.to) && (run.to - from > 1 || isComma(units[run.to])))) return null;
  if (comma) end--;
  const last = units[end - 1];
  if (last?.kind !== "word" && last?.form !== ")") return null;
  if (is(last, "DET", "OF", "PREP", "COORD", "REL", "COMP", "PRON", "SUB", "POSSESSIVE")) return null;
  if (!last.capital && !is(last, "ROLE", "ORG", "MEDIA", "HUMANS") && (last.cue || isFiniteVerb(last, lexicon.grammar)))
    return null;
  const phrase = longPhraseLeft(units, end, lexicon);
  const description =
    phrase && (isCalled(run, end, lexicon) ? bodyCalled(phrase, lexicon) : descriptionIn(phrase, lexicon));
  const asked = comma && lexicon.grammar.agentPrepositions.includes(units[(phrase?.from ?? 0) - 1]?.form ?? "");
  return asked && description?.kind !== "person" ? null : description;
}

/** "La directrice de l'ONG Terre neuve": right after the noun of a body, and no first name, the name is the body's. */
function isCalled({ units, from }: NameRun, end: number, { firstNames, grammar }: Lexicon): boolean {
  if (grammar.headLast || end < from || !is(units[from - 1], "CALLED", "MEDIA")) return false;
  return !firstNames.has(units[from]?.form ?? "");
}

/** The body's own noun, after the last "of"; none in "Anna Noor, chercheuse au centre Nansen", which tells of her. */
function bodyCalled({ units, from, to }: Phrase, lexicon: Lexicon): Description | null {
  let start = to - 1;
  while (start > from && !is(units[start - 1], "OF", "PREP")) start--;
  if (isComma(units[from - 1]) && units[from - 2]?.capital && is(units[start - 1], "PREP")) return null;
  const owned = start === from || is(units[start - 1], "OF");
  return descriptionIn({ units, from: owned ? start : from, to }, lexicon);
}

/** Place before the titles of a name; one that is a function too stays, unless another function stands before it ("Leader Cllr"). */
function beforeTitles(units: readonly Unit[], from: number): number {
  let end = from;
  while (is(units[end - 1], "TITLE") && (!is(units[end - 1], "ROLE") || is(units[end - 2], "ROLE"))) end--;
  return end;
}

/** "Cllr Ada Brook": what the title alone says. */
function ofTitle({ units, from }: NameRun, lexicon: Lexicon): Description | null {
  const title = is(units[from - 1], "TITLE") && is(units[from - 1], "ROLE") && is(units[from - 2], "ROLE");
  return title ? descriptionOf({ units, from: from - 1, to: from }, lexicon) : null;
}

/** The phrase that ends here, over the commas of an enumeration: "le ministre de l'Agriculture, du Développement et de la Pêche". */
function longPhraseLeft(units: readonly Unit[], to: number, { grammar }: Lexicon): Phrase | null {
  const last = phraseLeft(units, to, grammar);
  if (!last) return null;
  let from = last.from;
  for (let more = 0; more < MOST_PARTS && is(units[from], "OF", "CONTRACTED"); more++) {
    if (!(isComma(units[from - 1]) || is(units[from - 1], "COORD"))) break;
    const phrase = phraseLeft(units, from - 1, grammar);
    if (!phrase) break;
    from = phrase.from;
  }
  return { units, from, to };
}

/** The description in the phrase's last part whose noun can be followed by a name: "la visite du ministre de la Défense". */
function descriptionIn({ units, from, to }: Phrase, lexicon: Lexicon): Description | null {
  for (let start = from; start < to; start++) {
    if (start > from && !is(units[start - 1], "OF") && !is(units[start], "CONTRACTED") && !isComma(units[start - 1]))
      continue;
    const head = headAt(units, start, to, lexicon.grammar.headLast);
    if (head >= 0 && is(units[head], "ROLE", "ORG", "MEDIA", "HUMANS", "PARTISAN"))
      return descriptionOf({ units, from: start, to }, lexicon);
  }
  return null;
}

/** ", porte-parole de l'ONG,", "(présidente du club)", " est le maire de". */
function after(run: NameRun, lexicon: Lexicon): Description | null {
  const { units, from, to } = run;
  if (units[to]?.form === "(") return inParenthesis(units, to + 1, lexicon);
  if (is(units[to], "ETRE") && !is(units[to], "AVOIR")) return predicate(units, to + 1, lexicon);
  if (!isComma(units[to])) return null;
  const aged = units[to + 1]?.kind === "number";
  const { to: end } = withAppositions({ units, from, to }, lexicon.grammar, aged ? 2 : 1);
  let start = to + 1;
  while (aged && start < end && !isComma(units[start])) start++;
  return end > start ? startingHead(units, aged ? start + 1 : start, end, lexicon) : null;
}

function inParenthesis(units: readonly Unit[], from: number, lexicon: Lexicon): Description | null {
  for (let at = from; at < Math.min(units.length, from + PARENTHESIS); at++)
    if (units[at]?.form === ")") return startingHead(units, from, at, lexicon);
  return null;
}

function predicate(units: readonly Unit[], from: number, lexicon: Lexicon): Description | null {
  let end = from;
  while (end < Math.min(units.length, from + PARENTHESIS) && !endsPhrase(units, end) && !is(units[end], "REL")) end++;
  return startingHead(units, from, end, lexicon);
}

/** The description in `[from, to)` when its noun comes early, so that it is what the name is said to be. */
function startingHead(units: readonly Unit[], from: number, to: number, lexicon: Lexicon): Description | null {
  const head = headAt(units, from, to, lexicon.grammar.headLast);
  if (
    head < 0 ||
    is(units[from], "PREP", "ATTRIB", "LIKE", "SUB", "COORD", "TIME") ||
    (!lexicon.grammar.headLast && head > from + 3)
  )
    return null;
  if (!is(units[head], "ROLE", "ORG", "MEDIA") || (units[head]?.capital && !is(units[head], "ROLE"))) return null;
  return descriptionOf({ units, from, to }, lexicon);
}

function endsPhrase(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit === undefined || isComma(unit) || isStop(unit) || isQuotation(unit) || /^[):–—-]$/.test(unit.form);
}

function genderOfTitle(title: Unit | undefined, { grammar }: Lexicon): string {
  if (!title) return "";
  if (grammar.feminine.includes(title.form)) return "f";
  return grammar.masculine.includes(title.form) ? "m" : "";
}

/** "la Croix-Rouge": the article of a name without a title. */
function genderOfArticle({ units, from }: NameRun, { grammar }: Lexicon): string {
  const form = units[from - 1]?.form ?? "";
  if (grammar.feminine.includes(form)) return "f";
  return grammar.masculine.includes(form) ? "m" : "";
}
