import { randomInt } from "node:crypto";
import { Client, Metadata, type MethodDefinition } from "@grpc/grpc-js";
import { createJitter, defaultRetry, type RetryOptions } from "./back-off.ts";
import { checkDifficulties, checkGroupResults, checkTraceVerdicts, checkVerdicts } from "./check-response.ts";
import {
  createChannelOptions,
  createCredentials,
  defaultDeadlineMs,
  type VerifierClientOptions,
} from "./client-options.ts";
import { ProtoError, VerifierClientError } from "./errors.ts";
import { verifierService } from "./load-contract.ts";
import type {
  CheckStepsRequest,
  CheckStepsResponse,
  DescribeResponse,
  GetDifficultyRequest,
  GetDifficultyResponse,
  GradeAnswersRequest,
  GradeAnswersResponse,
  ImportDifficultyRequest,
  ImportDifficultyResponse,
  ListDifficultyRequest,
  ListDifficultyResponse,
  ScoreRolloutsRequest,
  ScoreRolloutsResponse,
  SelectProblemsRequest,
  SelectProblemsResponse,
} from "./messages.ts";
import { runWithRetry, sleepWithTimer } from "./retry.ts";
import { streamRollouts } from "./stream-call.ts";
import { callUnary } from "./unary-call.ts";

/** Settings of one call. */
export interface CallSettings {
  /** Limit of each attempt in milliseconds; default: the client's. */
  readonly deadlineMs?: number;
  /** Ends the call, and the wait between attempts. */
  readonly signal?: AbortSignal;
}

/** A verifier somewhere on the network. Every method rejects with a VerifierClientError when it fails for good. */
export interface VerifierClient {
  readonly address: string;
  /** Verdicts in the order of the items. Rejects with ProtoError RESPONSE_MISMATCH if ids or order differ. */
  gradeAnswers(request: GradeAnswersRequest, settings?: CallSettings): Promise<GradeAnswersResponse>;
  /** Results in the order of groups and rollouts. Rejects with ProtoError RESPONSE_MISMATCH if ids or order differ. */
  scoreRollouts(request: ScoreRolloutsRequest, settings?: CallSettings): Promise<ScoreRolloutsResponse>;
  /** Verdicts on traces, step by step, in the order of the items. Rejects with ProtoError RESPONSE_MISMATCH. */
  checkSteps(request: CheckStepsRequest, settings?: CallSettings): Promise<CheckStepsResponse>;
  /**
   * The same on one stream, for pipelining with generation: a response for each request, in order. A stream is not
   * repeated when it breaks; send what is unanswered again, under the same batch ids.
   */
  streamRollouts(
    requests: AsyncIterable<ScoreRolloutsRequest> | Iterable<ScoreRolloutsRequest>,
    settings?: CallSettings,
  ): AsyncGenerator<ScoreRolloutsResponse>;
  /** Which problems to roll out next. */
  selectProblems(request: SelectProblemsRequest, settings?: CallSettings): Promise<SelectProblemsResponse>;
  /** What the difficulty ledger knows of problems, in the order of the request. */
  getDifficulty(request: GetDifficultyRequest, settings?: CallSettings): Promise<GetDifficultyResponse>;
  /** One page of the difficulty ledger. */
  listDifficulty(request: ListDifficultyRequest, settings?: CallSettings): Promise<ListDifficultyResponse>;
  /** Enters pass counts that were measured elsewhere. */
  importDifficulty(
    request: ImportDifficultyRequest,
    settings?: CallSettings,
  ): Promise<ImportDifficultyResponse>;
  /** Version, default policy, reward profiles and limits of the server. */
  describe(settings?: CallSettings): Promise<DescribeResponse>;
  /** Resolves once a connection stands; rejects with UNAVAILABLE after `timeoutMs`. */
  waitForReady(timeoutMs: number): Promise<void>;
  /** Closes the connection. Pending calls still end; new ones are refused. */
  close(): void;
}

/**
 * A client of the verifier. Connects on the first call, and repeats a call that failed because the server was away
 * (UNAVAILABLE) or busy (RESOURCE_EXHAUSTED).
 *
 * @throws ProtoError INVALID_OPTION
 * @example
 * const client = createVerifierClient({ address: "127.0.0.1:50051" });
 * const { verdicts } = await client.gradeAnswers({ items: [{ id: "1", golds: ["1/2"], response: "So \\boxed{0.5}" }] });
 * client.close();
 */
export function createVerifierClient(options: VerifierClientOptions): VerifierClient {
  const retry = resolveRetry(options.retry);
  const channel = new Client(
    options.address,
    createCredentials(options),
    createChannelOptions(options, retry.maxBackoffMs),
  );
  const jitter = createJitter(options.jitterSeed ?? randomInt(2 ** 32));

  const call = async <Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
    settings: CallSettings = {},
  ): Promise<Response> => {
    const deadlineMs = settings.deadlineMs ?? options.deadlineMs ?? defaultDeadlineMs;
    const attempt = () => {
      const metadata = createMetadata(options.token);
      return callUnary({ client: channel, method, request, metadata, deadlineMs, signal: settings.signal });
    };
    const sleep = options.sleep ?? sleepWithTimer;
    const context = { retry, sleep, jitter, signal: settings.signal, onRetry: options.onRetry };
    const result = await runWithRetry(attempt, context);
    if (result.ok) return result.response;
    throw describeFailedCall(options.address, result, deadlineMs);
  };

  return {
    address: options.address,
    async gradeAnswers(request, settings) {
      const response = await call(verifierService.GradeAnswers, request, settings);
      checkVerdicts(request, response as GradeAnswersResponse);
      return response as GradeAnswersResponse;
    },
    async scoreRollouts(request, settings) {
      const response = await call(verifierService.ScoreRollouts, request, settings);
      checkGroupResults(request, response as ScoreRolloutsResponse);
      return response as ScoreRolloutsResponse;
    },
    async checkSteps(request, settings) {
      const response = await call(verifierService.CheckSteps, request, settings);
      checkTraceVerdicts(request, response as CheckStepsResponse);
      return response as CheckStepsResponse;
    },
    async *streamRollouts(requests, settings = {}) {
      const deadlineMs = settings.deadlineMs ?? Number.POSITIVE_INFINITY;
      const metadata = createMetadata(options.token);
      const stream = { client: channel, requests, metadata, deadlineMs, signal: settings.signal };
      for await (const answer of streamRollouts(stream)) {
        if (!answer.ok) throw describeFailedCall(options.address, { ...answer, attempts: 1 }, deadlineMs);
        checkGroupResults(answer.request, answer.response);
        yield answer.response;
      }
    },
    async selectProblems(request, settings) {
      return (await call(verifierService.SelectProblems, request, settings)) as SelectProblemsResponse;
    },
    async getDifficulty(request, settings) {
      const response = await call(verifierService.GetDifficulty, request, settings);
      checkDifficulties(request, response as GetDifficultyResponse);
      return response as GetDifficultyResponse;
    },
    async listDifficulty(request, settings) {
      return (await call(verifierService.ListDifficulty, request, settings)) as ListDifficultyResponse;
    },
    async importDifficulty(request, settings) {
      return (await call(verifierService.ImportDifficulty, request, settings)) as ImportDifficultyResponse;
    },
    async describe(settings) {
      return (await call(verifierService.Describe, {}, settings)) as DescribeResponse;
    },
    waitForReady: (timeoutMs) => waitForChannel(channel, options.address, timeoutMs),
    close: () => channel.close(),
  };
}

function resolveRetry(given: Partial<RetryOptions> = {}): RetryOptions {
  const retry = { ...defaultRetry, ...given };
  if (retry.maxAttempts >= 1 && retry.initialBackoffMs >= 0 && retry.maxBackoffMs >= 0) return retry;
  throw new ProtoError(
    "INVALID_OPTION",
    `retry needs maxAttempts >= 1 and back-offs >= 0 milliseconds, and got ${JSON.stringify(retry)}.`,
  );
}

function createMetadata(token: VerifierClientOptions["token"]): Metadata {
  const metadata = new Metadata();
  const shown = typeof token === "function" ? token() : token;
  if (shown !== undefined) metadata.set("authorization", `Bearer ${shown}`);
  return metadata;
}

function waitForChannel(channel: Client, address: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.waitForReady(Date.now() + timeoutMs, (cause) => {
      if (cause === undefined) return resolve();
      const details = `No connection within ${timeoutMs} ms.`;
      reject(describeFailedCall(address, { code: "UNAVAILABLE", details, attempts: 1, cause }, timeoutMs));
    });
  });
}

interface FailedCall {
  readonly code: string;
  readonly details: string;
  readonly attempts: number;
  readonly cause?: unknown;
}

function describeFailedCall(address: string, failed: FailedCall, deadlineMs: number): VerifierClientError {
  const { code, details, attempts, cause } = failed;
  const message = explainFailure(address, failed, deadlineMs);
  return new VerifierClientError(code, message, { address, attempts, details, cause });
}

/** Messages over the size limit are refused by the transport, which knows the limit and not what raises it. */
function adviseOnSize(details: string): string {
  return details.includes("larger than")
    ? "Send smaller batches, or raise --max-message-mib of the server and maxMessageBytes of the client."
    : "Send smaller batches, or fewer at a time.";
}

function explainFailure(
  address: string,
  { code, details, attempts }: FailedCall,
  deadlineMs: number,
): string {
  const tries = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  switch (code) {
    case "UNAVAILABLE":
      return `Cannot reach the verifier at ${address} (${tries}: ${details}). Start it with: touchstone-verifier serve`;
    case "DEADLINE_EXCEEDED":
      return `The verifier at ${address} did not answer within ${deadlineMs} ms. Raise deadlineMs or send smaller batches.`;
    case "RESOURCE_EXHAUSTED":
      return `The verifier at ${address} refused the call (${tries}): ${details}. ${adviseOnSize(details)}`;
    case "UNAUTHENTICATED":
      return `The verifier at ${address} does not accept this client: ${details}. Check the token.`;
    default:
      return `The call to the verifier at ${address} failed with ${code}: ${details}`;
  }
}
