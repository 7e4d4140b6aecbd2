/** How a cell is read into the field of a record. */
export type CellKind = keyof typeof CELLS;

/** A documented column. */
export interface Column {
  name: string;
  cell: CellKind;
  /** The record's field, where it is not the column's name. */
  field?: string;
  required?: true;
  /** Also as `name:fr`, `name:en`, …: one column per language. */
  perLanguage?: true;
  meaning: string;
}

/** A table of a CSV folder: its file's name without extension, and the record of a row. */
export interface Table {
  name: string;
  type: "actor" | "event" | "topic" | "document" | "statement";
  columns: readonly Column[];
}

/** The readers of cells, each from a trimmed text that is not empty. A value that cannot be read stays text, for the check to name. */
export const CELLS = {
  text: (cell: string) => cell,
  /** A value of a closed list, in any case. */
  word: (cell: string) => cell.toUpperCase(),
  number: (cell: string) => (Number.isNaN(Number(cell.replace(",", "."))) ? cell : Number(cell.replace(",", "."))),
  list: listIn,
  /** `Azerbaïdjan=belligerent|Arménie` */
  roles: (cell: string) => listIn(cell).map((item) => withRole(item)),
  /** `Maria Zakharova|key:russie` */
  actors: (cell: string) => listIn(cell).map(actorIn),
  aboutActors: (cell: string) => targets(cell, (name) => ({ actor: actorIn(name) })),
  aboutEvents: (cell: string) => targets(cell, (name) => ({ event: name })),
  aboutTopics: (cell: string) => targets(cell, (name) => ({ topic: name })),
  /** `120-168|190-214` */
  spans: (cell: string) => listIn(cell).map(spanIn),
  span: spanIn,
} as const;

function listIn(cell: string): string[] {
  const items = cell.split("|").map((item) => item.trim());
  return items.filter((item) => item !== "");
}

/** The two sides of the last equals sign; the second is undefined without one. */
function sides(item: string): [string, string | undefined] {
  const at = item.lastIndexOf("=");
  return at < 0 ? [item, undefined] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
}

function withRole(item: string): { actor: string; role?: string } {
  const [actor, role] = sides(item);
  return role === undefined ? { actor } : { actor, role };
}

function actorIn(name: string): { key: string } | { name: string } {
  return name.startsWith("key:") ? { key: name.slice(4).trim() } : { name };
}

function targets<T extends object>(cell: string, target: (name: string) => T): (T & { stance?: string })[] {
  return listIn(cell).map((item) => {
    const [name, stance] = sides(item);
    return stance === undefined ? target(name) : { ...target(name), stance: stance.toUpperCase() };
  });
}

function spanIn(cell: string): { start: number; end: number } | string {
  const [, start, end] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(cell) ?? [];
  return start === undefined ? cell : { start: Number(start), end: Number(end) };
}
