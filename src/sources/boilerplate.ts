import { fold } from "../model/fold.js";
import type { Span } from "../model/span.js";
import { AUTHOR_WORDS, BOILERPLATE_LINES, type BoilerplateLine } from "./boilerplate-lines.js";
import { type TextLine, textLines } from "./header-lines.js";

/** The end of an article is cut off after an invitation to comment only when what follows is as short as a page's foot. */
const LONGEST_FOOT = 2000;
const LONGEST_FOOT_LINE = 300;
const LONGEST_BIOGRAPHY = 500;
const LONGEST_CAPTION = 200;

interface Judged extends TextLine {
  left: boolean;
  kind?: BoilerplateLine;
}

/** The parts of a text that are not the article's own: whole lines, in order, as offsets into the text. */
export function boilerplateOf(text: string, title?: string): Span[] {
  const lines = [...textLines(text)].filter((line) => line.text.trim() !== "").map(judged);
  leaveRepeatedTitle(lines, title);
  leaveCaptions(lines);
  leaveFoot(lines);
  leaveAuthor(lines);
  return lines.filter((line) => line.left).map(({ start, end }) => ({ start, end }));
}

function judged(line: TextLine): Judged {
  const words = line.text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const kind = BOILERPLATE_LINES.find(({ pattern, longest }) => words.length <= longest && pattern.test(words));
  return { ...line, left: kind !== undefined, kind };
}

/** The title stands in the record; where the page prints it, it would be a statement out of its context. */
function leaveRepeatedTitle(lines: Judged[], title: string | undefined): void {
  const folded = fold(title ?? "");
  if (folded === "") return;
  const longest = 2 * (title ?? "").length + 20;
  for (const line of lines) if (line.text.length <= longest && fold(line.text) === folded) line.left = true;
}

/** `Photo:` with nothing behind it announces the caption in the next line. */
function leaveCaptions(lines: Judged[]): void {
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const isBare = line.kind?.name === "caption or credit" && !/[:©].*[\p{L}\p{N}]/u.test(line.text);
    if (isBare && next && next.text.length <= LONGEST_CAPTION && !/[«»"“”]/.test(next.text)) next.left = true;
  });
}

/** What stands below an invitation to comment, down to the end. */
function leaveFoot(lines: Judged[]): void {
  const foot = footStart(lines);
  const start = lines.findIndex((line, i) => i > 0 && i + 1 >= foot && line.kind?.endsArticle);
  if (start >= 0) for (const line of lines.slice(start)) line.left = true;
}

/** Where the last lines begin that are, together and each, short enough to be a page's foot. */
function footStart(lines: readonly Judged[]): number {
  let start = lines.length;
  for (let length = 0; start > 0; start--) {
    const line = lines[start - 1]?.text.length ?? 0;
    length += line;
    if (length > LONGEST_FOOT || line > LONGEST_FOOT_LINE) break;
  }
  return start;
}

/** The author's name below the last paragraph, and the lines that present the author. */
function leaveAuthor(lines: Judged[]): void {
  const end = lines.findLastIndex((line) => !line.left) + 1;
  for (let start = end - 1; start >= Math.max(1, end - 4); start--) {
    if (!isAuthor(lines.slice(start, end))) continue;
    for (const line of lines.slice(start, end)) line.left = true;
    return;
  }
}

/** A name of two to four words alone, or a name and then a few lines that repeat it or speak of its trade. */
function isAuthor([name, ...lines]: readonly Judged[]): boolean {
  if (!name) return false;
  const biography = lines.map((line) => line.text).join(" ");
  if (biography.length > LONGEST_BIOGRAPHY) return false;
  if (!isName(name.text)) return lines.length === 0 && isPresentation(name.text);
  if (lines.length === 0) return /\s/.test(name.text.trim());
  return AUTHOR_WORDS.test(biography) && !/«/.test(biography);
}

function isName(line: string): boolean {
  return (
    /^(?:(?:Par|By) )?\p{Lu}[\p{L}'’.-]*(?: (?:d[eu]|van|von|bin|\p{Lu}[\p{L}'’.-]*)){0,3}$/u.test(line.trim()) &&
    !/\.$/.test(line.trim())
  );
}

/** `Jane Doe is a reporter who covers …`, `Reporting by Jane Doe; editing by …`. */
function isPresentation(line: string): boolean {
  if (line.length > LONGEST_BIOGRAPHY || /[«»"“”]/.test(line)) return false;
  if (/^\(?(?:reporting|writing|editing) by\b/i.test(line)) return true;
  const [, rest] = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3},? (?:is|est|covers|couvre) (.*)$/u.exec(line) ?? [];
  return rest !== undefined && AUTHOR_WORDS.test(line);
}
