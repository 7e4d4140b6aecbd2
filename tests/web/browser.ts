import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

/** Nothing that the browser does by itself may go over the network. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const CANDIDATES = [
  process.env.DIXIT_TEST_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where Chromium is; undefined, said loudly, when there is none. With CI=true a missing one is a failure. */
export function findChromium(): string | undefined {
  const found = CANDIDATES.find((path) => path && existsSync(path));
  if (found) return found;
  const advice = "No Chromium found: the tests in a browser DO NOT RUN. Install it, or name it in DIXIT_TEST_CHROMIUM.";
  if (process.env.CI === "true") throw new Error(advice);
  process.stderr.write(`\n${"!".repeat(advice.length)}\n${advice}\n${"!".repeat(advice.length)}\n`);
  return undefined;
}

/** A browser with a page of its own, and all that went wrong in it. */
export interface Visit extends AsyncDisposable {
  page: Page;
  /** Errors on the console, uncaught errors, failed requests, and requests to another origin than the one given. */
  complaints: string[];
}

/** Opens a browser with a profile of its own, and listens for complaints. */
export async function visit(
  executablePath: string,
  origin: string,
  options: { colorScheme?: "dark" | "light" } = {},
): Promise<Visit> {
  const profile = mkdtempSync(join(tmpdir(), "dixit-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const complaints: string[] = [];
  listen(context, origin, complaints);
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page: context.pages()[0] ?? (await context.newPage()), complaints, [Symbol.asyncDispose]: close };
}

function listen(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  context.on("weberror", (failure) => complaints.push(`uncaught: ${failure.error().message}`));
  context.on("requestfailed", (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  context.on("request", (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin) complaints.push(`elsewhere: ${request.url()}`);
  });
}
