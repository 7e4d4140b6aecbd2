import { open } from "node:fs/promises";

/** Puts the names in a folder on the disk, so that a new or renamed file is found again after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
