import { folded } from "./folded.js";
import { readRows } from "./table.js";

let seats: ReadonlyMap<string, string> | undefined;

/** The body or region that a seat stands for where it speaks ("Quai d'Orsay", "Stepanakert"), as another of its names; undefined of other names. */
export function seatedAt(name: string, language: string): string | undefined {
  seats ??= new Map(
    readRows("seats.tsv").map(({ language = "", seat = "", body = "" }) => [`${language} ${folded(seat)}`, body]),
  );
  return /\p{Lu}/u.test(name) ? seats.get(`${language} ${folded(name)}`) : undefined;
}
