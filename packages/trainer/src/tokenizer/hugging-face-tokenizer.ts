import { Tokenizer as HuggingFaceTokenizer } from "@huggingface/tokenizers";
import { TrainerError } from "../errors.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** File names of a tokenizer in the Hugging Face layout. */
export const TOKENIZER_FILE = "tokenizer.json";
export const TOKENIZER_CONFIG_FILE = "tokenizer_config.json";

/**
 * A tokenizer from the texts of tokenizer.json and tokenizer_config.json. The configuration must name an `eos_token`;
 * without a `pad_token` the end token pads. Throws a TrainerError (TOKENIZER_INVALID) saying what is missing.
 */
export function createTokenizer(files: Readonly<Record<string, string>>): Tokenizer {
  const definition = parseObject(files, TOKENIZER_FILE);
  const config = parseObject(files, TOKENIZER_CONFIG_FILE);
  const inner = build(definition, config);
  const eosId = findSpecialId(inner, config["eos_token"]);
  if (eosId === undefined)
    throw new TrainerError(
      "TOKENIZER_INVALID",
      `${TOKENIZER_CONFIG_FILE} names no "eos_token" of the vocabulary; add one, so that completions can end.`,
    );
  const padId = findSpecialId(inner, config["pad_token"]) ?? eosId;
  const vocabulary = inner.get_vocab(true);
  const vocabSize = 1 + [...vocabulary.values()].reduce((highest, id) => Math.max(highest, id), -1);
  const unknownId = findSpecialId(
    inner,
    (definition["model"] as Record<string, unknown> | undefined)?.["unk_token"],
  );
  return {
    vocabSize,
    padId,
    eosId,
    encode: (text) => encode(inner, text, unknownId),
    decode: (ids) => decode(inner, ids, { eosId, padId, vocabSize }),
    files: () => ({ ...files }),
  };
}

function encode(inner: HuggingFaceTokenizer, text: string, unknownId: number | undefined): Int32Array {
  if (text === "") return new Int32Array(0);
  const { ids, tokens } = inner.encode(text, { add_special_tokens: false });
  // A word level model without unknown token yields undefined for a word that it lacks.
  const bad = ids.findIndex((id: number | undefined) => id === undefined || id === unknownId);
  if (bad >= 0)
    throw new TrainerError(
      "UNKNOWN_WORD",
      `The tokenizer has no token for ${JSON.stringify(tokens[bad])}; use a tokenizer made for these texts.`,
    );
  return Int32Array.from(ids);
}

function decode(
  inner: HuggingFaceTokenizer,
  ids: ArrayLike<number>,
  limits: { readonly eosId: number; readonly padId: number; readonly vocabSize: number },
): string {
  const kept: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (id === limits.eosId) break;
    if (id === limits.padId) continue;
    if (!Number.isInteger(id) || id < 0 || id >= limits.vocabSize)
      throw new TrainerError(
        "UNKNOWN_WORD",
        `Token id ${id} is outside the vocabulary of ${limits.vocabSize}; use the tokenizer that the model was made with.`,
      );
    kept.push(id);
  }
  return kept.length === 0
    ? ""
    : inner.decode(kept, { skip_special_tokens: true, clean_up_tokenization_spaces: false });
}

function build(definition: Record<string, unknown>, config: Record<string, unknown>): HuggingFaceTokenizer {
  try {
    return new HuggingFaceTokenizer(definition, config);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new TrainerError("TOKENIZER_INVALID", `${TOKENIZER_FILE} cannot be used: ${detail}`, { cause });
  }
}

function findSpecialId(inner: HuggingFaceTokenizer, token: unknown): number | undefined {
  const text = typeof token === "object" && token !== null && "content" in token ? token.content : token;
  return typeof text === "string" ? inner.token_to_id(text) : undefined;
}

function parseObject(files: Readonly<Record<string, string>>, name: string): Record<string, unknown> {
  const text = files[name];
  if (text === undefined) throw new TrainerError("TOKENIZER_INVALID", `The tokenizer lacks ${name}; add it.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TrainerError("TOKENIZER_INVALID", `${name} is not valid JSON; export the tokenizer again.`, {
      cause,
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TrainerError(
      "TOKENIZER_INVALID",
      `${name} must hold a JSON object; export the tokenizer again.`,
    );
  return value as Record<string, unknown>;
}
