#!/usr/bin/env node
// A Neo4j server for development, from the jars of Maven Central: needs a JDK and Maven, no Docker.
import { parseArgs } from "node:util";
import { findServer, startServer, stopServer, VERSIONS } from "./neo4j/server.mjs";

const USAGE = `npm run neo4j -- start|stop|status [--version V] [--port N] [--home FOLDER]

  start    starts a server without authentication on this machine alone, and prints its address
  stop     stops it; its data stay
  status   says whether it runs (exit code 3 when it does not)

  --version V     ${VERSIONS.join(" or ")}, or another; default ${VERSIONS[0]}
  --port N        of Bolt; default 7687
  --home FOLDER   for data, log and state; default .dixit/neo4j-VERSION`;

const COMMANDS = { start, stop, status };

async function start({ version, port, home }) {
  console.log(await startServer({ version, port, home }));
}

async function stop({ home }) {
  console.log((await stopServer(home)) ? "stopped" : "was not running");
}

async function status({ home }) {
  const server = findServer(home);
  console.log(
    server ? `Neo4j ${server.version} at bolt://127.0.0.1:${server.port}, process ${server.pid}` : "not running",
  );
  if (server === undefined) process.exitCode = 3;
}

function parseCommandLine() {
  const options = { version: { type: "string" }, port: { type: "string" }, home: { type: "string" } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const version = values.version ?? VERSIONS[0];
  const port = Number(values.port ?? 7687);
  const command = Object.hasOwn(COMMANDS, positionals[0] ?? "") ? COMMANDS[positionals[0]] : undefined;
  if (command === undefined || positionals.length > 1) throw new Error(USAGE);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port takes a number from 1 to 65535; given: ${values.port}`);
  return { command, settings: { version, port, home: values.home ?? `.dixit/neo4j-${version}` } };
}

try {
  const { command, settings } = parseCommandLine();
  await command(settings);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
