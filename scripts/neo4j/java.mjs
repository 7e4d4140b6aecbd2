import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const FOLDERS_OF_JDKS = ["/usr/lib/jvm", "/Library/Java/JavaVirtualMachines"];

/** The Java versions that a Neo4j version runs on: 5.26 was built for 17, 2025 and later for 21. */
function javaRange(neo4jVersion) {
  return neo4jVersion.startsWith("5.") ? { least: 17, most: 21 } : { least: 21, most: Number.POSITIVE_INFINITY };
}

/**
 * The folder and version of a JDK that runs a Neo4j version; throws what was looked for and found otherwise.
 * A JDK, not just a runtime: the launcher is compiled as it starts.
 */
export function findJava(neo4jVersion) {
  const { least, most } = javaRange(neo4jVersion);
  const found = jdkHomes().map((home) => ({ home, version: javaVersion(home) }));
  const java = found.find(({ version }) => version >= least && version <= most);
  if (java !== undefined) return java;
  const seen = found.map(({ home, version }) => `${version} at ${home}`).join(", ") || "none";
  const wanted = most === Number.POSITIVE_INFINITY ? `${least} or newer` : `${least} to ${most}`;
  throw new Error(`Neo4j ${neo4jVersion} needs a JDK ${wanted} (JAVA_HOME, PATH or a usual folder); found: ${seen}`);
}

function jdkHomes() {
  const homes = [process.env.JAVA_HOME, ...homesOnPath(), ...homesInFolders()];
  return [...new Set(homes)].filter((home) => home && existsSync(join(home, "bin", "javac")));
}

function homesOnPath() {
  const binaries = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "java"));
  return binaries.filter(existsSync).map((binary) => dirname(dirname(realpathSync(binary))));
}

function homesInFolders() {
  const folders = FOLDERS_OF_JDKS.filter(existsSync);
  const names = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return names.flatMap((home) => [home, join(home, "Contents", "Home")]);
}

/** The major version that a JDK's `release` file names; 0 where it names none. */
function javaVersion(home) {
  const release = join(home, "release");
  const match = existsSync(release) && /JAVA_VERSION="(\d+)/.exec(readFileSync(release, "utf8"));
  return match ? Number(match[1]) : 0;
}
