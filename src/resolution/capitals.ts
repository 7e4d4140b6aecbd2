const ARTICLE = /^(?:(?:le|la|les|the|du|des?)\s|[ld]['’])/i;

/**
 * How many capitals a written name must have to be this one, where its small letters are another word ("la presse", "us"):
 * of one word its first letter, of initials all of them; names of several words are taken in small letters too.
 */
export function capitalsOf(name: string): number {
  const bare = name.replace(ARTICLE, "");
  if (bare.includes(" ") || bare.includes("-")) return 0;
  return /^[\p{Lu}\p{N}]{2,4}$/u.test(bare) ? 2 : Math.min(1, countCapitals(bare));
}

/** Whether a written name has that many. */
export function hasCapitals(name: string, least: number): boolean {
  return least === 0 || countCapitals(name.replace(ARTICLE, "")) >= least;
}

function countCapitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}
