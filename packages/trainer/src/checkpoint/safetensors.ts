import { open, readFile } from "node:fs/promises";
import type { NamedArrays } from "./named-arrays.ts";
import { decodeSafetensors, encodeSafetensors, type Safetensors } from "./safetensors-codec.ts";

/** Writes tensors as a float32 safetensors file and returns once the bytes are on disk. */
export async function writeSafetensors(
  file: string,
  tensors: NamedArrays,
  metadata: Readonly<Record<string, string>> = {},
): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(encodeSafetensors(tensors, metadata));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Reads a safetensors file of F32, F16 or BF16 tensors.
 *
 * Throws SAFETENSORS_INVALID for a file that is cut short or corrupt, and the file system's error for one that cannot
 * be read.
 */
export async function readSafetensors(file: string): Promise<Safetensors> {
  return decodeSafetensors(await readFile(file), file);
}
