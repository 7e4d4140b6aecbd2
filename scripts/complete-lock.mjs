// Completes package-lock.json after `npm install`: some registries leave out the optional binaries of other platforms,
// and then `npm ci` refuses the file on those platforms. Entries carry no hash or address: npm fills them in itself.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run-step.mjs";

const file = join(ROOT, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = Object.entries(lock.packages).flatMap(([path, entry]) => complete(path, entry));
for (const entry of Object.values(lock.packages)) delete entry.resolved;
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} optional packages added${added.map((name) => `\n  ${name}`).join("")}`);

function complete(path, entry) {
  const optional = Object.entries(entry.optionalDependencies ?? {});
  // A range could mean any version; packages of binaries are always asked for by exact version.
  const missing = optional.filter(([name, version]) => /^\d/.test(version) && !isLocked(path, name));
  for (const [name, version] of missing) lock.packages[`node_modules/${name}`] = platformPackage(name, version, entry);
  return missing.map(([name, version]) => `${name}@${version}`);
}

function isLocked(path, name) {
  return [`${path}/node_modules/${name}`, `node_modules/${name}`].some((at) => at in lock.packages);
}

/** Reads from a name such as `@biomejs/cli-linux-x64-musl` where the package can be installed. */
function platformPackage(name, version, { dev }) {
  const os = /darwin|win32|android|freebsd|openharmony|linux/.exec(name)?.[0];
  const cpu = /arm64|arm(?!64)|x64|ia32|ppc64|s390x|riscv64|loong64|wasm32/.exec(name)?.[0];
  const libc = /musl/.test(name) ? "musl" : /-gnu/.test(name) ? "glibc" : undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
