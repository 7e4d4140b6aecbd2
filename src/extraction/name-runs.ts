import type { Lexicon } from "./lexicon.js";
import { personStart } from "./name-parts.js";
import { notesOn } from "./notes.js";
import { is, type Unit } from "./units.js";

/** A run of capitalised words that names somebody or something: the units `[from, to)`. */
export interface NameRun {
  units: readonly Unit[];
  from: number;
  to: number;
  name: string;
}

/** What the document has shown of names so far, to cut runs and to read surnames that are also common words. */
export interface KnownNames {
  /** Whether these words are a name of their own elsewhere. */
  stands(name: string): boolean;
  /** Whether the word ends a person's full name. */
  isSurname(word: string): boolean;
}

const LONGEST = 12;

/** The runs of a whole list of units, found once however often they are asked for. */
export function nameRunsOf(units: readonly Unit[], lexicon: Lexicon): readonly NameRun[] {
  const notes = notesOn(units);
  notes.runs ??= nameRuns(units, lexicon);
  return notes.runs;
}

/** The runs of capitalised words in a stretch, without roles, titles, peoples, and words of grammar at their start. */
export function nameRuns(
  units: readonly Unit[],
  lexicon: Lexicon,
  known?: KnownNames,
  stretch: { from: number; to: number } = { from: 0, to: units.length },
): NameRun[] {
  const runs: NameRun[] = [];
  let next = stretch.from;
  for (const at of startsOf(units, lexicon, known)) {
    if (at < next) continue;
    if (at >= stretch.to) break;
    const to = Math.min(stretch.to, runEnd(units, at, lexicon));
    if (!isPeople(units, at, to, lexicon) && !isCompound(units[to])) pushParts(units, at, to, lexicon, known, runs);
    next = to;
  }
  return runs;
}

/** The places where a name may start; with known names, which are asked for often, found once. */
function startsOf(units: readonly Unit[], lexicon: Lexicon, known: KnownNames | undefined): readonly number[] {
  if (known === undefined) return findStarts(units, lexicon, known);
  const notes = notesOn(units);
  notes.starts ??= findStarts(units, lexicon, known);
  return notes.starts;
}

function findStarts(units: readonly Unit[], lexicon: Lexicon, known: KnownNames | undefined): number[] {
  const starts: number[] = [];
  for (let at = 0; at < units.length; at++)
    if (units[at]?.spelling?.nameWord !== false || units[at]?.capital)
      if (startsName(units, at, lexicon, known)) starts.push(at);
  return starts;
}

function startsName(
  units: readonly Unit[],
  at: number,
  { firstNames }: Lexicon,
  known: KnownNames | undefined,
): boolean {
  if (!units[at]?.capital) return isNameWord(units[at]);
  const first = units[at]?.capital === true && firstNames.has(units[at]?.form ?? "") && isNameWord(units[at + 1]);
  return (
    first || isNameWord(units[at]) || isMembers(units, at) || isNewspaper(units, at) || isKnownSurname(units, at, known)
  );
}

/** "United States Anna Noor", "AFP Anna Noor": a body and a person. */
function pushParts(
  units: readonly Unit[],
  from: number,
  to: number,
  lexicon: Lexicon,
  known: KnownNames | undefined,
  runs: NameRun[],
): void {
  const cut = personStart(units, from, to, lexicon, known);
  if (cut > from) runs.push({ units, from, to: cut, name: nameOf(units.slice(from, cut)) });
  runs.push({ units, from: cut, to, name: nameOf(units.slice(cut, to)) });
}

/** The words of a name as one string. */
export function nameOf(units: readonly Unit[]): string {
  const [first] = units;
  if (first && units.length === 1) return first.text;
  return units
    .map(({ text }) => text)
    .join(" ")
    .replaceAll(/(['’]) /g, "$1");
}

/** "ONG", "NGO": a common noun in capitals. */
export function isBodyAcronym(unit: Unit): boolean {
  return is(unit, "ORG", "ROLE") && unit.text.length > 1 && unit.text === unit.text.toUpperCase();
}

/** Words of these kinds may have a capital at the start of a sentence without being names. */
const NO_NAME = new Set(
  "DET PREP PRON SUB COORD ADV TIME TITLE ROLE HUMANS REL ATTRIB COMP OF COMPARE PURPOSE AVOIR ETRE MODAL NEG ATTRIBAGENT BAN LIKE FORMER".split(
    " ",
  ),
);

function isNameWord(unit: Unit | undefined): boolean {
  if (!unit?.spelling) return false;
  unit.spelling.nameWord ??= readsNameWord(unit);
  return unit.spelling.nameWord;
}

function readsNameWord(unit: Unit): boolean {
  if (unit.kind !== "word") return false;
  const joined = unit.text.includes("-") || unit.text.includes("'");
  if (!unit.capital) return joined && JOINED_PARTICLE.test(unit.text);
  if (isBodyAcronym(unit) || isCompound(unit)) return false;
  for (const tag of unit.tags) if (NO_NAME.has(tag)) return false;
  return true;
}

/** "al-Assad", "el-Sissi", "d'Orsay" written as one word. */
const JOINED_PARTICLE = /^\p{Ll}{1,4}[-'’]\p{Lu}\p{L}/u;
const COMPOUND =
  /-(?:based|backed|led|born|run|held|style|era|wide|linked|made|owned|funded|controlled|occupied|aligned)$/;

/** "Moscow-backed", "Toronto-based": describes what comes after it. */
export function isCompound(unit: Unit | undefined): boolean {
  return unit?.capital === true && unit.text.includes("-") && COMPOUND.test(unit.text);
}

/** "Refugee Council", "Police Department": a noun for people that the name of a body starts with. */
function isMembers(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const next = units[at + 1];
  return (
    unit?.capital === true &&
    is(unit, "ROLE", "HUMANS") &&
    next?.capital === true &&
    is(next, "ORG") &&
    !is(next, "ROLE")
  );
}

/** "Le Monde", "The Guardian", "l'association Les Amis du lac" where no sentence starts: the article is part of the name. */
function isNewspaper(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (at === 0 || !unit?.capital || !is(unit, "DET") || !isNameWord(units[at + 1])) return false;
  if (is(units[at - 1], "CALLED") || (is(units[at - 2], "CALLED") && is(units[at - 1], "DEMONYM"))) return true;
  return [1, 2, 3].some((ahead) => is(units[at + ahead], "MEDIANAME", "MEDIA") && units[at + ahead]?.capital);
}

/** "May" in a text on Theresa May. */
function isKnownSurname(units: readonly Unit[], at: number, known: KnownNames | undefined): boolean {
  const unit = units[at];
  if (unit?.kind !== "word" || !unit.capital || !known?.isSurname(unit.form)) return false;
  return (
    !is(unit, "DET", "PRON", "ROLE") && !is(units[at - 1], "PREP", "OF", "DET") && units[at + 1]?.kind !== "number"
  );
}

function runEnd(units: readonly Unit[], from: number, lexicon: Lexicon): number {
  let to = from + 1;
  while (to < units.length && to - from < LONGEST) {
    const step = stepFrom(units, from, to, lexicon);
    if (step === 0) break;
    to += step;
  }
  return to;
}

/** How many of the next units belong to the name. */
function stepFrom(units: readonly Unit[], from: number, to: number, lexicon: Lexicon): number {
  const unit = units[to];
  const next = units[to + 1];
  if (isNameWord(unit) || isMembers(units, to) || isSurname(units, from, to, lexicon)) return 1;
  if (unit?.kind === "number") return isNameWord(next) || isBodyNumber(units, to) ? 1 : 0;
  if (is(unit, "PARTICLE")) return particleStep(units, from, to, lexicon);
  if (is(unit, "JOIN")) return joinStep(units, from, to, lexicon);
  return 0;
}

/** "France 24", "Europe 1", "Canal 13": a small number right after one word that is a name. */
function isBodyNumber(units: readonly Unit[], at: number): boolean {
  return /^\d{1,2}$/.test(units[at]?.form ?? "") && is(units[at - 1], "CHANNELNAME");
}

/** A word of another kind in the place of a surname: "Stephen King", "Bruno Le Maire", "Theresa May". */
function isSurname(units: readonly Unit[], from: number, at: number, { firstNames }: Lexicon): boolean {
  const unit = units[at];
  if (unit?.kind !== "word" || !unit.capital || isNameWord(unit)) return false;
  const before = units[at - 1];
  const particle = is(before, "PARTICLE") && before?.capital === true && at - from > 1;
  return (
    particle || (at - from === 1 && firstNames.has(before?.form ?? "") && !is(unit, "DET", "PREP", "COORD", "TITLE"))
  );
}

/** "van der", "de la", "al" and the name after them. */
function particleStep(units: readonly Unit[], from: number, to: number, lexicon: Lexicon): number {
  let next = to + 1;
  while (next < to + 3 && is(units[next], "PARTICLE") && !units[next]?.capital) next++;
  const named = isNameWord(units[next]) || isSurname(units, from, next, lexicon);
  return named && takesParticle(units, from, to, lexicon) ? next + 1 - to : 0;
}

/** After a first name and a surname "du" and "des" open something else: "Anna Noor du Parti vert". */
function takesParticle(units: readonly Unit[], from: number, to: number, { firstNames }: Lexicon): boolean {
  const plain = ["du", "des", "de", "d'"].includes(units[to]?.text ?? "");
  return !(plain && to - from >= 2 && firstNames.has(units[from]?.form ?? "") && units[to]?.form !== "d'");
}

/** "Department of Health and Human Services", "Council on Foreign Relations", "Gulf of Mexico": small words inside a name that is no person's. */
function joinStep(units: readonly Unit[], from: number, to: number, { firstNames }: Lexicon): number {
  const step = is(units[to + 1], "DET") && !units[to + 1]?.capital ? 2 : 1;
  if (!isNameWord(units[to + step])) return 0;
  const inside = units.slice(from, to);
  if (is(units[to], "COORD") && !inside.some((unit) => is(unit, "JOIN"))) return 0;
  if (inside.some((unit) => is(unit, "ORG"))) return units[to]?.form === "of" || step === 1 ? step + 1 : 0;
  return units[to]?.form === "of" && to - from === 1 && !firstNames.has(units[from]?.form ?? "") ? step + 1 : 0;
}

/** "Armenian", "Russians": an adjective or people alone is no name, where the language writes it with a capital. */
function isPeople(units: readonly Unit[], from: number, to: number, { nations, grammar }: Lexicon): boolean {
  if (!grammar.capitalAdjectives || to - from > 1) return false;
  return nations.has(units[from]?.form ?? "");
}
