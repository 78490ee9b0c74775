import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Replaces a file so that a crash at any moment leaves the old content or the new, never a part. */
export function writeFileDurably(file: string, text: string): void {
  const temporary = join(dirname(file), `.${basename(file)}.writing`);
  writeAndSync(temporary, text);
  renameSync(temporary, file);
  syncDirectory(dirname(file));
}

/** Writes a file and returns once its bytes are on disk. */
export function writeAndSync(file: string, text: string): void {
  const descriptor = openSync(file, "w");
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Creates a directory so that it appears complete or not at all: `fill` writes into a temporary neighbour, which is
 * then renamed..
 */
export async function createDirectoryDurably(
  directory: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(directory), `.${basename(directory)}.writing`);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  await fill(temporary);
  syncDirectory(temporary);
  renameSync(temporary, directory);
  syncDirectory(dirname(directory));
}

/** Makes the entries of a directory survive a power cut. */
export function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
