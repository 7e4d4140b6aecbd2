import { listed, readRows } from "./table.js";

const ARTICLE = /^(?:(?:le|la|les|the)\s+|l['’])/iu;
const MOST_TITLE_WORDS = 4;

/** What is left of a name without the title before it. */
export interface Untitled {
  name: string;
  /** A first name and a surname are left, or the title was an honorific: nothing of the name is lost. */
  isWhole: boolean;
}

let titles: ReadonlyMap<string, string> | undefined;

/** Titles and roles in small letters, and of which kind they are. */
function theTitles(): ReadonlyMap<string, string> {
  titles ??= new Map(
    readRows("titles.tsv").flatMap(({ kind = "", titles: list }) =>
      listed(list).map((title) => [title, kind] as const),
    ),
  );
  return titles;
}

/** A person's name without the title or role before it: "le président Ilham Aliyev", "M. Aliyev"; undefined where there is none. */
export function untitled(name: string, isPerson: boolean): Untitled | undefined {
  const words = name.replace(ARTICLE, "").split(/\s+/u);
  for (let end = Math.min(MOST_TITLE_WORDS, words.length - 1); end > 0; end--) {
    const title = words.slice(0, end).join(" ");
    const rest = words.slice(end);
    const kind = theTitles().get(normal(title));
    if (kind === undefined || !/^\p{Lu}/u.test(rest[0] as string)) continue;
    // "General Motors", "Prince George": a capital may make the title a part of a name that is nobody's.
    if (kind === "role" && /^\p{Lu}/u.test(title) && !isPerson) continue;
    const inner = untitled(rest.join(" "), isPerson);
    return inner ?? { name: rest.join(" "), isWhole: kind === "honorific" || rest.length > 1 };
  }
  return undefined;
}

function normal(title: string): string {
  return title.toLowerCase().replaceAll("’", "'").replaceAll(".", "");
}
