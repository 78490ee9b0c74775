import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { TrainerError } from "../errors.ts";
import { createTokenizer, TOKENIZER_CONFIG_FILE, TOKENIZER_FILE } from "./hugging-face-tokenizer.ts";
import type { Tokenizer } from "./tokenizer.ts";

/**
 * Reads tokenizer.json and tokenizer_config.json of a checkpoint directory. Throws a TrainerError (TOKENIZER_INVALID)
 * when a file is missing or cannot be used.
 */
export async function loadTokenizer(directory: string): Promise<Tokenizer> {
  const names = [TOKENIZER_FILE, TOKENIZER_CONFIG_FILE];
  const texts = await Promise.all(names.map((name) => readText(join(directory, name))));
  return createTokenizer(Object.fromEntries(names.map((name, i) => [name, texts[i] as string])));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new TrainerError(
      "TOKENIZER_INVALID",
      `Cannot read ${file}; point to a directory in the Hugging Face layout.`,
      { cause },
    );
  }
}
