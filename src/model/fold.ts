/** Letters that Unicode decomposition leaves whole, in the Latin spelling that newspapers use for them. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  `ß=ss æ=ae œ=oe ø=o ð=d þ=th ł=l đ=d ı=i ə=e ŋ=n
   а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
   ъ= ы=y ь= э=e ю=yu я=ya і=i ї=i є=ye ґ=g
   ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p
   ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev`
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);

/**
 * The form in which two spellings of a name or text are the same: lower case, without accents, in Latin letters,
 * with one space where punctuation, apostrophes, hyphens or white space stood.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase() // of a mathematical or full-width capital only once it is decomposed
    .normalize("NFKD") // since lower case may compose again
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{ASCII}]/gu, (letter) => SPELLINGS.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A readable key made of a text: its folded words joined by hyphens, cut after `length` characters at a word. */
export function slugOf(text: string, length = 80): string {
  const slug = fold(text).replaceAll(" ", "-");
  if (slug.length <= length) return slug;
  const cut = slug.lastIndexOf("-", length);
  return slug.slice(0, cut > 0 ? cut : length);
}
