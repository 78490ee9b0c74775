import { type AnswerPolicy, type AnswerVerdict, createVerifierClient } from "@touchstone/proto";
import { EvaluationError } from "../errors.ts";
import type { GradeBatch } from "./create-judge.ts";

/** A grader that is a verifier service. */
export interface ConnectedGrader {
  readonly grade: GradeBatch;
  close(): void;
}

/** How a verifier is reached. */
export interface GraderOptions {
  /** host:port */
  readonly address: string;
  /** Fields left out take the server's defaults. */
  readonly policy?: AnswerPolicy;
  /** Sent as a bearer token. */
  readonly token?: string;
  /** Milliseconds to wait for the connection. Default 10,000. */
  readonly connectTimeoutMs?: number;
}

/**
 * Connects to a verifier service. A verdict that is a failure becomes a grade of null.
 *
 * Throws an `EvaluationError` (VERIFIER_FAILED) when the service cannot be reached; grading throws the same when a
 * call fails for good.
 */
export async function connectGrader(options: GraderOptions): Promise<ConnectedGrader> {
  const { address, token, connectTimeoutMs = 10_000 } = options;
  const client = createVerifierClient(token === undefined ? { address } : { address, token });
  const call = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      throw new EvaluationError("VERIFIER_FAILED", `The verifier at ${address} could not grade: ${detail}`, {
        cause,
      });
    }
  };
  try {
    await call(client.waitForReady(connectTimeoutMs));
  } catch (error) {
    client.close();
    throw error;
  }
  return {
    async grade(items) {
      const request = {
        items: items.map(({ golds, response }, i) => ({ id: String(i), golds: [...golds], response })),
        policy: options.policy ?? {},
      };
      const { verdicts } = await call(client.gradeAnswers(request));
      return verdicts.map(readVerdict);
    },
    close: () => client.close(),
  };
}

function readVerdict(verdict: AnswerVerdict): { correct: boolean | null; answer: string | null } {
  const answer = verdict.answerForm || verdict.extracted?.text || null;
  return { correct: verdict.score == null ? null : verdict.score.correct, answer };
}
