import { Server, type ServiceDefinition, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { ServiceDefinition as LoadedService } from "@grpc/proto-loader";
import { ReflectionService } from "@grpc/reflection";
import {
  packageDefinition,
  type ReceivedGradeAnswersRequest,
  type ReceivedScoreRolloutsRequest,
  verifierService,
  verifierServiceName,
} from "@touchstone/proto";
import { HealthImplementation } from "grpc-health-check";
import type { Logger } from "pino";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { VerifierError } from "../errors.ts";
import { builtInGraders } from "../graders/built-in.ts";
import { describePlugIns } from "../graders/describe-plug-ins.ts";
import type { PlugIn } from "../graders/plug-in.ts";
import { createGradeOne } from "../grading/grade-task.ts";
import { createInProcessGrader } from "../grading/in-process-grader.ts";
import { WorkerPool } from "../grading/pool/worker-pool.ts";
import { createPoolGrader } from "../grading/pool-grader.ts";
import { VerdictCache } from "../grading/verdict-cache.ts";
import { openHttpDoor } from "../http/http-door.ts";
import { createListenFailure } from "../listen-failure.ts";
import type { Metrics } from "../metrics/create-metrics.ts";
import type { Readiness } from "../metrics/readiness.ts";
import type { Access } from "../security/access.ts";
import { createAccessInterceptors, createServerCredentials } from "../security/grpc-access.ts";
import type { CallTracer } from "../tracing/call-tracer.ts";
import { createDecoder } from "./decode-request.ts";
import { drainServer, IdleCounter } from "./drain.ts";
import { encodeScored } from "./encode-scored.ts";
import { encodeVerdicts } from "./encode-verdicts.ts";
import { type EncodedGrading, gradeEncoded } from "./grade-encoded.ts";
import { createJobRules } from "./pool-rules.ts";
import { createRpcs, type Rpcs } from "./rpcs.ts";
import type { CallWatch, ServeCall } from "./serve-call.ts";
import type { ServeOptions } from "./serve-options.ts";
import { toStepLimits } from "./step-limits.ts";
import { createStreamHandler } from "./stream-handler.ts";
import { createUnaryHandler } from "./unary-handler.ts";

const asIs = (encoded: Buffer) => encoded;

/** RPCs whose handlers encode their responses themselves. */
const encodedResponses = ["GradeAnswers", "ScoreRollouts", "StreamRollouts"];

/** The service, with handlers that take requests as bytes: what they would come to is looked at before they are decoded. */
const servedService = Object.fromEntries(
  Object.entries(verifierService).map(([name, method]) => {
    const responseSerialize = encodedResponses.includes(name) ? asIs : method.responseSerialize;
    return [name, { ...method, requestDeserialize: asIs, responseSerialize }];
  }),
) as ServiceDefinition;

/** A server that listens. */
export interface RunningServer {
  /** `host:port` with the port that was bound. */
  readonly address: string;
  /** The same of the HTTP door, where there is one. */
  readonly httpAddress?: string;
  /** Reports "not serving", lets calls in flight finish within the drain time-out, then closes. */
  stop(): Promise<void>;
}

/** What a server is made of. */
export interface ServerParts {
  readonly options: ServeOptions;
  readonly log: Logger;
  readonly ledger: DifficultyLedger;
  readonly access: Access;
  /** Told when the server serves and when it drains. */
  readonly readiness: Readiness;
  readonly metrics?: Metrics | undefined;
  /** Closed with the server. */
  readonly tracer?: CallTracer | undefined;
}

/**
 * Starts a server; stopping it closes the ledger as well.
 *
 * @throws VerifierError GRADER_UNUSABLE for a grader that does not load; LISTEN_FAILED when the address cannot be bound
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { ledger, access, tracer } = parts;
  const opened: (() => unknown)[] = [
    () => ledger.store.close(),
    () => access.tokens?.close(),
    () => tracer?.close(),
  ];
  try {
    return await openServer(parts, opened);
  } catch (error) {
    // Whatever is left open would keep the process from ending.
    for (const close of opened.reverse()) await close();
    throw error;
  }
}

/** @param opened what has to be closed where the start fails; grows as it goes on */
async function openServer(
  { options, log, ledger, access, readiness, metrics, tracer }: ServerParts,
  opened: (() => unknown)[],
): Promise<RunningServer> {
  const plugIns = await describePlugIns(options.grader ?? [], {
    timeoutMs: options.workerTimeoutMs,
    memoryMib: options.workerMemoryMib,
  });
  const graders = [...builtInGraders, ...plugIns];
  const pool = await openPool(options, plugIns, log);
  opened.push(() => pool?.close());
  const grader = pool
    ? createPoolGrader(pool)
    : createInProcessGrader(createGradeOne(options), {
        stepLimits: toStepLimits(options),
        slowMs: options.slowItemMs,
      });
  const encoded = pool && {
    pool,
    cache: new VerdictCache(options.cacheMib * 1024 * 1024),
    maxItems: options.maxItems,
  };
  const counter = new IdleCounter();
  const watch = { log, counter, ...(metrics && { observer: metrics.observer }), ...(tracer && { tracer }) };
  const rpcs = createRpcs(options, grader, graders, ledger);
  const maxMessageBytes = options.maxMessageMib * 1024 * 1024;
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
    interceptors: createAccessInterceptors(access),
  });
  const health = new HealthImplementation({ "": "SERVING", [verifierServiceName]: "SERVING" });
  server.addService(servedService, createHandlers(rpcs, watch, options.maxItems, encoded));
  health.addToServer(server);
  new ReflectionService(packageDefinition).addToServer(server);

  opened.push(() => server.forceShutdown());
  const address = await bind(server, options, access);
  const door = options.httpPort === undefined ? undefined : await openHttpDoor(rpcs, options, watch, access);
  const parts = { ledger: ledger.store, ...(encoded && { pool: encoded.pool, cache: encoded.cache }) };
  metrics?.watch({ ...parts, isLedgerUp: () => readiness.isLedgerUp() });
  readiness.serve(parts);
  return {
    address,
    ...(door === undefined ? {} : { httpAddress: door.address }),
    async stop() {
      readiness.drain();
      for (const name of ["", verifierServiceName]) health.setStatus(name, "NOT_SERVING");
      door?.refuse();
      const finished = await drainServer(server, counter, options.drainTimeoutMs);
      if (!finished) log.warn({ drainTimeoutMs: options.drainTimeoutMs }, "calls were cut off at the end");
      await door?.close();
      await grader.close();
      await tracer?.close();
      access.tokens?.close();
      access.tls?.close();
      await ledger.store.close();
    },
  };
}

/** Worker processes, where asked for; they take work from now on. */
async function openPool(
  options: ServeOptions,
  plugIns: readonly PlugIn[],
  log: Logger,
): Promise<WorkerPool | undefined> {
  if (options.workers === 0) return undefined;
  const { maxResponseChars, maxAnswerChars, maxDepth, maxTokens, fuel } = options;
  const pool = new WorkerPool(
    {
      settings: {
        limits: { maxResponseChars, maxAnswerChars, maxDepth, maxTokens, fuel },
        stepLimits: toStepLimits(options),
        plugIns,
        logRequestText: options.logRequestText,
        slowItemMs: options.slowItemMs,
      },
      workers: options.workers,
      spares: options.spareWorkers,
      memoryMib: options.workerMemoryMib,
      timeoutMs: options.workerTimeoutMs,
      maxQueuedItems: options.maxQueuedItems,
      onLost: (reason, pid) => log.warn({ reason, worker: pid }, "worker lost"),
    },
    createJobRules([...builtInGraders, ...plugIns], {
      timeoutMs: options.workerTimeoutMs,
      memoryMib: options.workerMemoryMib,
    }),
  );
  await pool.ready().catch(async (cause: unknown) => {
    await pool.close();
    const message =
      "A worker process ended at its start; its last words are above. --workers 0 does without.";
    throw new VerifierError("START_FAILED", message, { cause });
  });
  return pool;
}

function createHandlers(
  rpcs: Rpcs,
  watch: CallWatch,
  maxItems: number,
  encoded: EncodedGrading | undefined,
): UntypedServiceImplementation {
  const loadedService = verifierService as unknown as LoadedService;
  const decoding = <Response>(
    method: keyof typeof verifierService,
    serve: ServeCall<never, Response>,
  ): ServeCall<Buffer, Response> => {
    const decode = createDecoder(loadedService[method]!, maxItems);
    return async (bytes, tally, signal) => serve(decode(bytes) as never, tally, signal);
  };
  const unary = (method: keyof Rpcs) =>
    createUnaryHandler(method, decoding(method, rpcs[method] as ServeCall<never, unknown>), watch);
  const gradeAnswers: ServeCall<ReceivedGradeAnswersRequest, Buffer> = async (request, tally, signal) =>
    encodeVerdicts(await rpcs.GradeAnswers(request, tally, signal));
  const gradeBytes: ServeCall<Buffer, Buffer> =
    encoded === undefined
      ? decoding("GradeAnswers", gradeAnswers)
      : (request, tally, signal) => gradeEncoded(request, encoded, tally, signal);
  const scoreRollouts: ServeCall<ReceivedScoreRolloutsRequest, Buffer> = async (request, tally, signal) =>
    encodeScored(await rpcs.ScoreRollouts(request, tally, signal), signal);
  const scoreBytes = decoding("ScoreRollouts", scoreRollouts);
  return {
    GradeAnswers: createUnaryHandler("GradeAnswers", gradeBytes, watch),
    ScoreRollouts: createUnaryHandler("ScoreRollouts", scoreBytes, watch),
    CheckSteps: unary("CheckSteps"),
    StreamRollouts: createStreamHandler("StreamRollouts", scoreBytes, watch),
    SelectProblems: unary("SelectProblems"),
    GetDifficulty: unary("GetDifficulty"),
    ListDifficulty: unary("ListDifficulty"),
    ImportDifficulty: unary("ImportDifficulty"),
    Describe: unary("Describe"),
  };
}

function bind(server: Server, { host, port }: ServeOptions, { tls }: Access): Promise<string> {
  const shownHost = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return new Promise((resolve, reject) => {
    server.bindAsync(`${shownHost}:${port}`, createServerCredentials(tls), (error, boundPort) => {
      if (error === null) return resolve(`${shownHost}:${boundPort}`);
      reject(createListenFailure(`${shownHost}:${port}`, "--port", error));
    });
  });
}
