import { encodeExample } from "../data/example.ts";
import { TrainerError } from "../errors.ts";
import type { TokenSequence } from "../policy/policy.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import type { ExampleSource } from "./example-source.ts";

/** Training sequences of one step. */
export interface ExampleBatch {
  readonly sequences: readonly TokenSequence[];
  /** Index of the first example that was not looked at. */
  readonly next: number;
  /** Examples that the verifier did not grade correct. */
  readonly dropped: number;
}

/** Gives the batch that starts at an example index. */
export type BatchReader = (first: number) => Promise<ExampleBatch>;

/** Reads consecutive examples as they are. */
export function createPlainReader(
  source: ExampleSource,
  tokenizer: Tokenizer,
  batchSize: number,
): BatchReader {
  return async (first) => {
    const sequences = Array.from({ length: batchSize }, (_, i) =>
      encodeExample(tokenizer, source.example(first + i)),
    );
    return { sequences, next: first + batchSize, dropped: 0 };
  };
}

// So many examples in a row without a single correct one mean that the data or the policy is wrong.
const maxFruitlessBatches = 20;

/** Reads on until a batch of examples is full that the verifier grades correct. Throws DATA_INVALID when hardly any is. */
export function createVerifiedReader(
  source: ExampleSource,
  tokenizer: Tokenizer,
  batchSize: number,
  grading: { readonly rewards: RewardSource; readonly signal: AbortSignal },
): BatchReader {
  return async (first) => {
    const sequences: TokenSequence[] = [];
    let next = first;
    let dropped = 0;
    for (let rounds = 0; sequences.length < batchSize; rounds++) {
      if (rounds >= maxFruitlessBatches * (sequences.length + 1))
        throw tooFewCorrect(next - first, sequences.length);
      const start = next;
      const examples = Array.from({ length: batchSize - sequences.length }, (_, i) =>
        source.example(start + i),
      );
      const items = examples.map(({ golds, completion }) => ({ golds, response: completion }));
      const grades = await grading.rewards.gradeAnswers(items, grading.signal);
      const correct = examples.filter((_, i) => grades[i] === true);
      sequences.push(...correct.map((example) => encodeExample(tokenizer, example)));
      dropped += examples.length - correct.length;
      next += examples.length;
    }
    return { sequences, next, dropped };
  };
}

function tooFewCorrect(seen: number, correct: number): TrainerError {
  return new TrainerError(
    "DATA_INVALID",
    `The verifier graded ${correct} of ${seen} examples correct; check that the data has gold answers and that verifier.policy fits how answers are written.`,
  );
}
