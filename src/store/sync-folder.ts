import { open } from "node:fs/promises";

/** Puts the names in a folder on the disk, so that a new or renamed file is found again after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and keeps their names in a journal of its own.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
