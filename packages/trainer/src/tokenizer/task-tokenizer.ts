import type { Task } from "../tasks/task.ts";
import { createTokenizer, TOKENIZER_CONFIG_FILE, TOKENIZER_FILE } from "./hugging-face-tokenizer.ts";
import { PIECE_PATTERN } from "./piece-pattern.ts";
import type { Tokenizer } from "./tokenizer.ts";

const PAD_TOKEN = "<pad>";
const EOS_TOKEN = "<eos>";

/**
 * A word-level tokenizer over the words of a task, with `<pad>` as id 0 and `<eos>` as id 1. Its tokenizer.json opens
 * in every Hugging Face library.
 */
export function createTaskTokenizer(task: Pick<Task, "words" | "segmentation">): Tokenizer {
  const vocabulary = [PAD_TOKEN, EOS_TOKEN, ...task.words];
  const isPieces = task.segmentation === "pieces";
  const definition = {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [PAD_TOKEN, EOS_TOKEN].map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: null,
    pre_tokenizer: isPieces
      ? { type: "Split", pattern: { Regex: PIECE_PATTERN }, behavior: "Isolated", invert: false }
      : { type: "WhitespaceSplit" },
    post_processor: null,
    // Without a decoder, tokens are joined with spaces.
    decoder: isPieces ? { type: "Fuse" } : null,
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
      // Required by the file format; left out of the vocabulary, so an unknown word is an error.
      unk_token: "<unk>",
    },
  };
  const config = {
    tokenizer_class: "PreTrainedTokenizerFast",
    clean_up_tokenization_spaces: false,
    pad_token: PAD_TOKEN,
    eos_token: EOS_TOKEN,
  };
  return createTokenizer({
    [TOKENIZER_FILE]: `${JSON.stringify(definition, null, 2)}\n`,
    [TOKENIZER_CONFIG_FILE]: `${JSON.stringify(config, null, 2)}\n`,
  });
}
