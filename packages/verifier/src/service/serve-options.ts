import { availableParallelism } from "node:os";
import { z } from "zod";
import { defaultLimits } from "../answer/index.ts";
import { VerifierError } from "../errors.ts";
import { syncPolicies } from "../ledger/sync-policy.ts";
import { defaultStepLimits } from "../steps/index.ts";

/** Levels of the log, quietest last. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

const count = (description: string, largest: number = Number.MAX_SAFE_INTEGER) => {
  const error = `must be a whole number from 1 to ${largest}`;
  return z.coerce
    .number({ error })
    .int({ error })
    .min(1, { error })
    .max(largest, { error })
    .describe(description);
};

const portRule = { error: "must be a whole number from 0 to 65535" };
const portNumber = z.coerce.number(portRule).int(portRule).min(0, portRule).max(65_535, portRule);

const workersRule = { error: "must be a whole number from 0 to 256" };
const slowRule = { error: "must be a number from 0 to 2147483648" };
const cacheRule = { error: "must be a number from 0 to 1048576" };

const settings = z.strictObject({
  host: z.string().min(1).default("127.0.0.1").describe("address to listen on"),
  port: portNumber.default(50_051).describe("port; 0 picks a free one"),
  httpPort: portNumber.optional().describe("port of the HTTP door; 0 picks a free one; unset: no door"),
  metricsPort: portNumber.optional().describe("port of metrics and probes; 0 picks a free one; unset: none"),
  httpMaxBodyMib: count("largest HTTP body, or line of a stream, in MiB", 512).default(32),
  httpMaxBufferedMib: count("HTTP bodies held at a time, in MiB", 2 ** 20).default(256),
  httpBodyTimeoutMs: count("how long an HTTP body may take to arrive, and a reply to be read, in ms").default(
    30_000,
  ),
  httpStreamIdleMs: count("how long a stream over HTTP may say nothing, in ms").default(600_000),
  httpMaxConnections: count("most HTTP connections at a time").default(1024),
  tokenFile: z.string().min(1).optional().describe("file of the tokens that callers may show, one a line"),
  tlsCert: z.string().min(1).optional().describe("certificate chain of the server, PEM"),
  tlsKey: z.string().min(1).optional().describe("private key of the certificate, PEM"),
  tlsClientCa: z
    .string()
    .min(1)
    .optional()
    .describe("authorities of client certificates, PEM; set: a client has to show one"),
  allowUnauthenticated: z
    .boolean()
    .default(false)
    .describe("listen beyond this machine though callers are asked for nothing"),
  maxMessageMib: count("largest message received or sent, in MiB", 2047).default(256),
  maxItems: count("most items (or rollouts) in one call", 2 ** 32 - 1).default(262_144),
  maxResponseChars: count("longest response looked at, in UTF-16 units", 2 ** 32 - 1).default(
    defaultLimits.maxResponseChars,
  ),
  maxAnswerChars: count("longest answer read, in UTF-16 units", 2 ** 32 - 1).default(
    defaultLimits.maxAnswerChars,
  ),
  maxDepth: count("deepest nesting of an answer", 2 ** 32 - 1).default(defaultLimits.maxDepth),
  maxTokens: count("most tokens of an answer").default(defaultLimits.maxTokens),
  fuel: count("work budget of each grading stage of an item").default(defaultLimits.fuel),
  maxTraceChars: count("longest trace checked, problem included, in UTF-16 units", 2 ** 32 - 1).default(
    defaultStepLimits.maxTraceChars,
  ),
  maxTraceSteps: count("most steps of a trace", 2 ** 32 - 1).default(defaultStepLimits.maxSteps),
  stepFuel: count("work budget of each step of a trace").default(defaultStepLimits.fuelPerStep),
  traceFuel: count("work budget of a whole trace").default(defaultStepLimits.fuel),
  maxExpressionChars: count("longest expression read in a step, in UTF-16 units", 2 ** 32 - 1).default(
    defaultStepLimits.expression.maxAnswerChars,
  ),
  maxExpressionDepth: count("deepest nesting of an expression in a step", 2 ** 32 - 1).default(
    defaultStepLimits.expression.maxDepth,
  ),
  maxExpressionTokens: count("most tokens of an expression in a step", 2 ** 32 - 1).default(
    defaultStepLimits.expression.maxTokens,
  ),
  workers: z.coerce
    .number(workersRule)
    .int(workersRule)
    .min(0, workersRule)
    .max(256, workersRule)
    .default(() => availableParallelism())
    .describe("processes that grade; 0: this one"),
  spareWorkers: z.coerce
    .number(workersRule)
    .int(workersRule)
    .min(0, workersRule)
    .max(256, workersRule)
    .default(1)
    .describe("processes that wait to replace a lost one"),
  grader: z
    .array(z.string().min(1))
    .max(64, { error: "can be given at most 64 times" })
    .optional()
    .describe("module of a grader of one's own, run by the workers; repeatable"),
  workerMemoryMib: count("heap of a worker process, in MiB", 2 ** 20).default(512),
  workerTimeoutMs: count("longest time for one job of a worker, in ms").default(15_000),
  maxQueuedItems: count("most items waiting to be graded").default(524_288),
  cacheMib: z.coerce
    .number(cacheRule)
    .min(0, cacheRule)
    .max(2 ** 20, cacheRule)
    .default(64)
    .describe("memory for verdicts that are given again, in MiB; 0: none"),
  drainTimeoutMs: count("how long calls may finish after a stop signal, in ms").default(30_000),
  ledger: z.string().min(1).optional().describe("file or postgres:// address of the difficulty ledger"),
  ledgerSync: z
    .enum(syncPolicies)
    .default("disk")
    .describe("when an update of a ledger file is acknowledged"),
  ledgerMaxProblems: count("most problems of a ledger in memory or in a file").default(1_000_000),
  difficultyConfig: z.string().min(1).optional().describe("JSON file with difficulty settings"),
  difficulty: z.array(z.string()).optional().describe("one difficulty setting, name=value; repeatable"),
  otlpEndpoint: z
    .url({ protocol: /^https?$/, error: "must be an address such as http://127.0.0.1:4318" })
    .optional()
    .describe("OTLP/HTTP receiver of traces"),
  slowItemMs: z.coerce
    .number(slowRule)
    .min(0, slowRule)
    .max(2 ** 31, slowRule)
    .default(50)
    .describe("items that take longer are logged, in ms; 0: none"),
  logRequestText: z
    .boolean()
    .default(false)
    .describe("log messages of defects though they may quote a request"),
  logLevel: z.enum(logLevels).default("info").describe("least severe level that is logged"),
});

/** Settings of a server. Every limit is here. */
export const serveSchema = settings.refine(({ grader, workers }) => grader === undefined || workers > 0, {
  path: ["grader"],
  // In the server's process a grader that loops would stop health checks, the ledger and every other call.
  error: "needs worker processes, where a grader of your own cannot block the server: leave out --workers 0",
});

/** Settings of a server, every field set. */
export type ServeOptions = z.output<typeof serveSchema>;

/**
 * Fills in defaults and checks ranges.
 *
 * @throws VerifierError INVALID_OPTION that names every wrong setting
 */
export function resolveServeOptions(given: z.input<typeof serveSchema> = {}): ServeOptions {
  const parsed = serveSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${toFlag(issue.path.join("."))} ${issue.message}`);
  throw new VerifierError("INVALID_OPTION", `${problems.join("; ")}.`);
}

function toFlag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
