import type { Mention } from "../model/utterance.js";
import { folded } from "./folded.js";
import { readRows } from "./table.js";

let seats: ReadonlyMap<string, string> | undefined;

/** A speaker that is named by a seat ("Quai d'Orsay", "Stepanakert") by a name of the body or region that sits there. */
export function withoutSeat(speaker: Mention, language: string): Mention {
  const body = speaker.kind === "PERSON" ? undefined : seatedAt(speaker.name, language);
  return body === undefined ? speaker : { ...speaker, name: body, kind: "UNKNOWN" };
}

function seatedAt(name: string, language: string): string | undefined {
  seats ??= new Map(
    readRows("seats.tsv").map(({ language = "", seat = "", body = "" }) => [`${language} ${folded(seat)}`, body]),
  );
  return /\p{Lu}/u.test(name) ? seats.get(`${language} ${folded(name)}`) : undefined;
}
