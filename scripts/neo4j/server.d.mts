export interface ServerSettings {
  version: string;
  /** Of Bolt. */
  port: number;
  /** Folder of data, log and state. */
  home: string;
  /** Process whose end is also the server's. */
  owner?: number;
}

export const VERSIONS: readonly string[];
export function prepare(version: string): string | undefined;
export function startServer(settings: ServerSettings): Promise<string>;
export function stopServer(home: string, options?: { force?: boolean }): Promise<boolean>;
export function findServer(home: string): { pid: number; version: string; port: number } | undefined;
