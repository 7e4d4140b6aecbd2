import { fold } from "../model/fold.js";

const ARTICLES = /^(?:(?:le|la|les|l|the|du|des|de|d|un|une|an?) )+(?=.)/;

/** A name without accents, case and article. */
export function folded(name: string): string {
  const form = fold(name);
  return form.replace(ARTICLES, "") || form;
}
