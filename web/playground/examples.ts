/** An example query of the server, as it serves them at `examples.json`. */
export interface Example {
  title: string;
  query: string;
}

/** What a tab shows. */
export interface ExampleTab {
  query: string;
  headers: string;
}

/** Shown under Headers in each tab; comments are not sent. */
const HEADERS = `{
  // Needed for mutations only, and only when the server listens on another address than loopback:
  // "authorization": "Bearer <the value of DIXIT_ADMIN_TOKEN>"
}`;

const WELCOME: Example = {
  title: "Welcome",
  query: "# Write a query here, and run it with Ctrl-Enter.\n{\n  __typename\n}\n",
};

/** The examples of the server as tabs; a single one to begin with when there are none. */
export async function readTabs(fetchExamples = () => fetch("examples.json")): Promise<ExampleTab[]> {
  const examples = await fetchExamples()
    .then((response) => response.json() as Promise<Example[]>)
    .catch(() => []);
  return (examples.length > 0 ? examples : [WELCOME]).map((example) => ({
    query: namedQuery(example),
    headers: HEADERS,
  }));
}

/** The query with its title as the operation's name where it has none, since GraphiQL calls a tab by that name. */
export function namedQuery({ title, query }: Example): string {
  return query.replace(/^((?:\s|#.*)*)\{/, (_all, before: string) => `${before}query ${operationName(title)} {`);
}

function operationName(title: string): string {
  const words = title.normalize("NFD").match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Z]/.test(name) ? name : `Example${name}`;
}
