/** Text to token ids and back. */
export interface Tokenizer {
  readonly vocabSize: number;
  readonly padId: number;
  readonly eosId: number;
  /** Ids of a text, no special tokens added. Throws a TrainerError (UNKNOWN_WORD) naming what it cannot encode. */
  encode(text: string): Int32Array;
  /** Text of ids up to the first end token; padding is skipped. */
  decode(ids: ArrayLike<number>): string;
  /** The Hugging Face files of this tokenizer: file name to JSON text. */
  files(): Record<string, string>;
}
