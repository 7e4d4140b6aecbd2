import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The folder with the jars of a Neo4j version, fetched by Maven the first time. */
export function findJars(version, javaHome) {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, "dixit", `neo4j-${version}`);
  if (!existsSync(folder)) fetchJars(version, javaHome, folder);
  return folder;
}

/** Jars come into a folder aside, which takes its name when all are there: nobody sees half of them. */
function fetchJars(version, javaHome, folder) {
  console.error(`Fetching Neo4j ${version} with Maven, once …`);
  const work = mkdtempSync(join(tmpdir(), "dixit-neo4j-"));
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  try {
    writeFileSync(join(work, "pom.xml"), pom(version));
    runMaven(work, draft, version, javaHome);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runMaven(work, folder, version, javaHome) {
  const goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${folder}`];
  const maven = spawnSync("mvn", ["--quiet", "--batch-mode", "--file", join(work, "pom.xml"), ...goal], {
    encoding: "utf8",
    env: { ...process.env, JAVA_HOME: javaHome },
  });
  if (maven.status === 0) return;
  if (maven.error) throw new Error(`Maven (mvn) is needed once to fetch the jars of Neo4j ${version}`);
  const reason = `${maven.stdout}${maven.stderr}`.split("\n").find((line) => line.includes("ERROR"));
  throw new Error(`Maven could not fetch Neo4j ${version}: ${reason ?? "it gave no reason"}`);
}

function pom(version) {
  const dependencies = ["neo4j", "neo4j-bolt"].map(
    (artifact) =>
      `<dependency><groupId>org.neo4j</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>',
    "<groupId>dixit</groupId><artifactId>neo4j-server</artifactId><version>1</version><packaging>pom</packaging>",
    `<dependencies>${dependencies.join("")}</dependencies></project>`,
  ].join("\n");
}
