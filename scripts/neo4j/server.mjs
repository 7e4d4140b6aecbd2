import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { probe } from "./bolt.mjs";
import { findJars } from "./jars.mjs";
import { findJava } from "./java.mjs";

/** The versions that Dixit is tested on: the one with long-term support, and the latest. */
export const VERSIONS = ["5.26.30", "2026.08.1"];

const LAUNCHER = fileURLToPath(new URL("Neo4jServer.java", import.meta.url));
const START_LIMIT_MS = 200_000;
const STOP_LIMIT_MS = 60_000;

/** Fetches what a version of Neo4j needs; gives the reason where it cannot be had here, undefined where it can. */
export function prepare(version) {
  try {
    findJars(version, findJava(version).home);
    return undefined;
  } catch (error) {
    return error.message;
  }
}

/**
 * Starts a server whose data stand in the folder `home`, or finds it running; gives its address once Bolt answers.
 * With an `owner`, the server ends when that process does.
 */
export async function startServer({ version, port, home, owner = 0 }) {
  const running = findServer(home);
  if (running !== undefined) return reuse(running, { version, port, home });
  if ((await probe(port)) !== "nothing")
    throw new Error(`Port ${port} is in use by another program; choose another --port`);
  const java = findJava(version);
  const server = launch(java, findJars(version, java.home), { port, home: resolve(home), owner });
  writeFileSync(stateFile(home), JSON.stringify({ pid: server.pid, version, port }));
  await answering(server, port, home);
  return addressOf(port);
}

/** Stops the server of a home folder; gives false when none was running. With `force`, its data may be lost. */
export async function stopServer(home, { force = false } = {}) {
  const server = findServer(home);
  if (server === undefined) return false;
  process.kill(server.pid, force ? "SIGKILL" : "SIGTERM");
  const limit = Date.now() + STOP_LIMIT_MS;
  while (findServer(home) !== undefined) {
    if (Date.now() > limit) process.kill(server.pid, "SIGKILL");
    await sleep(50);
  }
  rmSync(stateFile(home), { force: true });
  return true;
}

/** The server that runs in a home folder, as `{pid, version, port}`; undefined when none does. */
export function findServer(home) {
  if (!existsSync(stateFile(home))) return undefined;
  const server = JSON.parse(readFileSync(stateFile(home), "utf8"));
  return isRunning(server.pid, resolve(home)) ? server : undefined;
}

async function reuse(running, { version, port, home }) {
  if (running.version !== version || running.port !== port) {
    throw new Error(`Neo4j ${running.version} runs on port ${running.port} from ${home}; stop it first`);
  }
  await answering({ exitCode: null }, port, home);
  return addressOf(port);
}

function launch(java, jars, { port, home, owner }) {
  mkdirSync(home, { recursive: true });
  const log = openSync(logFile(home), "a");
  const opened = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];
  const options = [
    "-Xmx1g",
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...(java.version >= 24 ? ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"] : []),
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-classpath",
    join(jars, "*"),
  ];
  const command = [...options, LAUNCHER, home, String(port), String(owner)];
  const server = spawn(join(java.home, "bin", "java"), command, {
    cwd: home,
    detached: true,
    stdio: ["ignore", log, log],
  });
  server.unref();
  return server;
}

async function answering(server, port, home) {
  const limit = Date.now() + START_LIMIT_MS;
  while ((await probe(port)) !== "bolt") {
    if (server.exitCode !== null) throw new Error(`Neo4j ended before it answered:\n${lastErrors(home)}`);
    if (Date.now() > limit) throw new Error(`Neo4j did not answer on port ${port} in time; see ${logFile(home)}`);
    await sleep(100);
  }
}

function lastErrors(home) {
  const lines = readFileSync(logFile(home), "utf8").split("\n");
  return lines
    .filter((line) => /Exception|Error|Caused/.test(line))
    .slice(-5)
    .join("\n");
}

/** A process number may be given again: it counts only if its command line names the home, where that can be read. */
function isRunning(pid, home) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync("/proc") || (existsSync(commandLine) && readFileSync(commandLine, "utf8").includes(home));
}

function addressOf(port) {
  return `bolt://127.0.0.1:${port}`;
}

function stateFile(home) {
  return join(home, "dixit-neo4j.json");
}

function logFile(home) {
  return join(home, "dixit-neo4j.log");
}
