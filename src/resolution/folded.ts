import { fold } from "../model/fold.js";

const ARTICLES = /^(?:(?:le|la|les|l|the|du|des|de|d|un|une|an?) )+(?=.)/;

/** A name without accents, case and article. */
export function folded(name: string): string {
  return unarticled(fold(name));
}

/** The same of a name that is folded already. */
export function unarticled(form: string): string {
  return form.replace(ARTICLES, "") || form;
}
