const FEMININE: readonly (readonly [RegExp, string])[] = [
  [/(ien|éen|on)$/, "$1ne"],
  [/grec$/, "grecque"],
  [/turc$/, "turque"],
  [/e$/, "e"],
  [/$/, "e"],
];

/** The masculine and feminine, singular and plural forms of a French adjective of nationality. */
export function frenchForms(masculine: string): string[] {
  const rule = FEMININE.find(([ending]) => ending.test(masculine));
  const feminine = rule ? masculine.replace(rule[0], rule[1]) : masculine;
  const plural = (form: string) => (/[sx]$/.test(form) ? form : `${form}s`);
  return [...new Set([masculine, feminine, plural(masculine), plural(feminine)])];
}
