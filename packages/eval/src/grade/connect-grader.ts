import {
  type AnswerPolicy,
  type AnswerVerdict,
  type ConnectionSettings,
  createVerifierClient,
  ProtoError,
  readConnection,
  type VerifierClientOptions,
} from "@touchstone/proto";
import { EvaluationError } from "../errors.ts";
import type { GradeBatch } from "./create-judge.ts";

/** A grader that is a verifier service. */
export interface ConnectedGrader {
  readonly grade: GradeBatch;
  close(): void;
}

/** How a verifier is reached. */
export interface GraderOptions extends Pick<VerifierClientOptions, "address" | "token" | "tls"> {
  /** Fields left out take the server's defaults. */
  readonly policy?: AnswerPolicy;
  /** Milliseconds to wait for the connection. Default 10,000. */
  readonly connectTimeoutMs?: number;
}

/**
 * Connects to a verifier service. A verdict that is a failure becomes a grade of null.
 *
 * Throws an `EvaluationError`: ARGUMENT_INVALID for certificates that cannot be used, VERIFIER_FAILED when the service
 * cannot be reached; grading throws the latter when a call fails for good.
 */
export async function connectGrader(options: GraderOptions): Promise<ConnectedGrader> {
  const { policy = {}, connectTimeoutMs = 10_000, ...connection } = options;
  const { address } = connection;
  const client = orInvalid(() => createVerifierClient(connection));
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
        policy,
      };
      const { verdicts } = await call(client.gradeAnswers(request));
      return verdicts.map(readVerdict);
    },
    close: () => client.close(),
  };
}

/**
 * The token and certificates that flags and the environment name.
 *
 * Throws an `EvaluationError` (ARGUMENT_INVALID) for those that cannot be used.
 */
export function readGraderConnection(
  settings: ConnectionSettings,
  environment: NodeJS.ProcessEnv,
): Pick<GraderOptions, "token" | "tls"> {
  return orInvalid(() => readConnection(settings, environment));
}

function orInvalid<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof ProtoError)) throw cause;
    throw new EvaluationError("ARGUMENT_INVALID", cause.message, { cause });
  }
}

function readVerdict(verdict: AnswerVerdict): { correct: boolean | null; answer: string | null } {
  const answer = verdict.answerForm || verdict.extracted?.text || null;
  return { correct: verdict.score == null ? null : verdict.score.correct, answer };
}
