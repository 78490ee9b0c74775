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
import { describeFailedCall, type Target } from "./describe-failed-call.ts";
import { ProtoError } from "./errors.ts";
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

/** How long a channel that does not connect is asked for the reason. */
const reasonTimeoutMs = 1_000;

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
  /** Resolves once a connection stands; rejects with UNAVAILABLE and the reason within a second after `timeoutMs`. */
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
  const target = {
    address: options.address,
    secure: options.tls !== undefined || options.credentials !== undefined,
  };
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
    throw describeFailedCall(target, result, deadlineMs);
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
        if (!answer.ok) throw describeFailedCall(target, { ...answer, attempts: 1 }, deadlineMs);
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
    waitForReady: (timeoutMs) => waitForChannel(channel, target, timeoutMs),
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

async function waitForChannel(channel: Client, target: Target, timeoutMs: number): Promise<void> {
  const cause = await new Promise<Error | undefined>((resolve) => {
    channel.waitForReady(Date.now() + timeoutMs, resolve);
  });
  if (cause === undefined) return;
  const reason = await findConnectionError(channel);
  const details = `No connection within ${timeoutMs} ms.${reason === undefined ? "" : ` ${reason}`}`;
  throw describeFailedCall(target, { code: "UNAVAILABLE", details, attempts: 1, cause }, timeoutMs);
}

/** A channel that waits does not say why; a call on one that has failed to connect ends at once, with the reason. */
async function findConnectionError(channel: Client): Promise<string | undefined> {
  const method = verifierService.Describe;
  const call = {
    client: channel,
    method,
    request: {},
    metadata: new Metadata(),
    deadlineMs: reasonTimeoutMs,
  };
  const result = await callUnary(call);
  return !result.ok && result.code === "UNAVAILABLE" ? result.details : undefined;
}
