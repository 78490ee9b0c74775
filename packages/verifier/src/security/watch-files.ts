import { unwatchFile, watchFile } from "node:fs";

/** How often a file is looked at, in milliseconds. */
const pollMs = 500;

/**
 * Calls `onChange` after any of these files changed, was replaced or came back; returns what ends that. Keeps no process
 * alive.
 */
export function watchFiles(files: readonly string[], onChange: () => void): () => void {
  // By polling: a secret mounted by an orchestrator is replaced through links, of which no event tells.
  for (const file of files) watchFile(file, { interval: pollMs, persistent: false }, onChange);
  return () => {
    for (const file of files) unwatchFile(file, onChange);
  };
}
