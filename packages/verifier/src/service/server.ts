import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { ReflectionService } from "@grpc/reflection";
import { packageDefinition, verifierService, verifierServiceName } from "@touchstone/proto";
import { HealthImplementation } from "grpc-health-check";
import type { Logger } from "pino";
import { defaultPolicy } from "../answer/index.ts";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { VerifierError } from "../errors.ts";
import { createGradeOne } from "../grading/grade-task.ts";
import type { Grader } from "../grading/grader.ts";
import { createInProcessGrader } from "../grading/in-process-grader.ts";
import { checkTraces } from "./check-traces.ts";
import { describeServer } from "./describe.ts";
import { drainServer, IdleCounter } from "./drain.ts";
import { encodeVerdicts } from "./encode-verdicts.ts";
import { gradeAnswers } from "./grade-answers.ts";
import { scoreRollouts } from "./score-rollouts.ts";
import { getDifficulty, importDifficulty, listDifficulty, selectProblems } from "./serve-difficulty.ts";
import type { ServeOptions } from "./serve-options.ts";
import { createStreamHandler } from "./stream-handler.ts";
import { createUnaryHandler } from "./unary-handler.ts";
import { applyPolicy } from "./wire-policy.ts";

/** The service, with a handler of GradeAnswers that encodes its response itself. */
const servedService = {
  ...verifierService,
  GradeAnswers: { ...verifierService.GradeAnswers, responseSerialize: (encoded: Buffer) => encoded },
};

/** A server that listens. */
export interface RunningServer {
  /** `host:port` with the port that was bound. */
  readonly address: string;
  /** Reports "not serving", lets calls in flight finish within the drain time-out, then closes. */
  stop(): Promise<void>;
}

/**
 * Starts a server; stopping it closes the ledger as well.
 *
 * @throws VerifierError LISTEN_FAILED when the address cannot be bound
 */
export async function startServer(
  options: ServeOptions,
  log: Logger,
  ledger: DifficultyLedger,
  grader?: Grader,
): Promise<RunningServer> {
  const usedGrader = grader ?? createInProcessGrader(createGradeOne(options));
  const counter = new IdleCounter();
  const maxMessageBytes = options.maxMessageMib * 1024 * 1024;
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  const health = new HealthImplementation({ "": "SERVING", [verifierServiceName]: "SERVING" });
  server.addService(servedService, createHandlers(options, usedGrader, ledger, log, counter));
  health.addToServer(server);
  new ReflectionService(packageDefinition).addToServer(server);

  const address = await bind(server, options);
  return {
    address,
    async stop() {
      for (const name of ["", verifierServiceName]) health.setStatus(name, "NOT_SERVING");
      const finished = await drainServer(server, counter, options.drainTimeoutMs);
      if (!finished) log.warn({ drainTimeoutMs: options.drainTimeoutMs }, "calls were cut off at the end");
      await usedGrader.close();
      await ledger.store.close();
    },
  };
}

function createHandlers(
  options: ServeOptions,
  grader: Grader,
  ledger: DifficultyLedger,
  log: Logger,
  counter: IdleCounter,
): UntypedServiceImplementation {
  const policy = applyPolicy(defaultPolicy);
  const context = { grader, ledger, defaultPolicy: policy, maxItems: options.maxItems };
  const description = describeServer(options, policy, ledger);
  return {
    GradeAnswers: createUnaryHandler(
      "GradeAnswers",
      async (request, tally, signal) => encodeVerdicts(await gradeAnswers(request, context, tally, signal)),
      log,
      counter,
    ),
    ScoreRollouts: createUnaryHandler(
      "ScoreRollouts",
      (request, tally, signal) => scoreRollouts(request, context, tally, signal),
      log,
      counter,
    ),
    CheckSteps: createUnaryHandler(
      "CheckSteps",
      (request, _tally, signal) => checkTraces(request, options.maxItems, signal),
      log,
      counter,
    ),
    StreamRollouts: createStreamHandler(
      "StreamRollouts",
      (request, tally, signal) => scoreRollouts(request, context, tally, signal),
      log,
      counter,
    ),
    SelectProblems: createUnaryHandler(
      "SelectProblems",
      (request, _tally, signal) => selectProblems(request, context, signal),
      log,
      counter,
    ),
    GetDifficulty: createUnaryHandler(
      "GetDifficulty",
      (request) => getDifficulty(request, context),
      log,
      counter,
    ),
    ListDifficulty: createUnaryHandler(
      "ListDifficulty",
      (request) => listDifficulty(request, context),
      log,
      counter,
    ),
    ImportDifficulty: createUnaryHandler(
      "ImportDifficulty",
      (request) => importDifficulty(request, context),
      log,
      counter,
    ),
    Describe: createUnaryHandler("Describe", async () => description, log, counter),
  };
}

function bind(server: Server, { host, port }: ServeOptions): Promise<string> {
  const shownHost = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return new Promise((resolve, reject) => {
    server.bindAsync(`${shownHost}:${port}`, ServerCredentials.createInsecure(), (error, boundPort) => {
      if (error === null) return resolve(`${shownHost}:${boundPort}`);
      const message =
        `Cannot listen on ${shownHost}:${port} (${error.message}). ` +
        "Choose another --port (0 picks a free one), or stop the program that holds it.";
      reject(new VerifierError("LISTEN_FAILED", message, { cause: error }));
    });
  });
}
