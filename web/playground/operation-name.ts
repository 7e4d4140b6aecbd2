import { Kind, parse } from "graphql";

/**
 * The name of the operation to run: the one given, when the text has it. GraphiQL learns the name from the text a moment
 * after a tab is opened, and until then gives that of the tab before, which the server would not find.
 */
export function operationToRun(text: string, given: string | null | undefined): string | undefined {
  const names = namesOf(text);
  if (names === undefined || (given && names.includes(given))) return given ?? undefined;
  return names.length === 1 ? names[0] : undefined;
}

/** The names of the operations of a text; undefined where it cannot be read, which the server says better. */
function namesOf(text: string): (string | undefined)[] | undefined {
  try {
    const operations = parse(text).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return operations.map((operation) => ("name" in operation ? operation.name?.value : undefined));
  } catch {
    return undefined;
  }
}
