import { z } from "zod";

const positiveInt = z.int().positive();

/** A name that is also a folder name. */
export const nameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "must be 1 to 64 letters, digits, dots, dashes or underscores");

/** Settings of the whole run. */
export const runSchema = z.strictObject({
  name: nameSchema.default("run").describe("Name of the run; part of the batch ids the verifier sees."),
  seed: z
    .int()
    .nonnegative()
    .default(0)
    .describe("Seeds everything that is drawn: weights, data order, sampling."),
  out: z.string().min(1).exactOptional().describe("Run directory. Default: runs/<name>."),
  tensorboard: z.boolean().default(true).describe("Write TensorBoard event files beside metrics.jsonl."),
});

/** Where to compute. */
export const engineSchema = z.strictObject({
  kind: z
    .enum(["jit", "eager"])
    .default("jit")
    .describe("jit: one traced graph per function; eager: op by op."),
  device: z.enum(["cpu", "webgpu", "cuda", "auto"]).default("cpu"),
  threads: positiveInt.max(256).default(1).describe("Threads inside one operation."),
});

/** The built-in problem generator. */
export const taskSchema = z.strictObject({
  name: z.string().min(1).describe("A registered task, for example word_problems or chain."),
  settings: z
    .record(z.string(), z.unknown())
    .default({})
    .describe("Problem settings shared by all stages; a stage's own `problem` keys win."),
});

/** Shape of a model that is trained from scratch. */
export const modelSchema = z.strictObject({
  hidden_size: positiveInt.default(64),
  layers: positiveInt.default(3),
  heads: positiveInt.default(4),
  kv_heads: positiveInt.default(4),
  intermediate_size: positiveInt.default(256),
  max_positions: positiveInt.default(256).describe("Longest prompt and completion together, in tokens."),
  rope_theta: z.number().positive().default(10_000),
  norm_epsilon: z.number().positive().default(1e-5),
  tie_embeddings: z.boolean().default(true),
});

/** How answers are found and compared; unset fields take the task's choice, then the server's. */
export const answerPolicySchema = z.strictObject({
  place: z.enum(["box", "marked", "anywhere"]).exactOptional(),
  choice: z.enum(["last", "first", "all_agree"]).exactOptional(),
  after_reasoning_only: z.boolean().exactOptional(),
  percent: z.enum(["strict", "lenient"]).exactOptional(),
  units: z.enum(["optional", "required"]).exactOptional(),
  order: z.enum(["by_kind", "ordered", "unordered"]).exactOptional(),
  absolute_tolerance: z.number().nonnegative().exactOptional(),
  relative_tolerance: z.number().nonnegative().exactOptional(),
  ignore_case: z.boolean().exactOptional(),
});

/** The verifier that grades rollouts. */
export const verifierSchema = z.strictObject({
  address: z.string().min(1).default("127.0.0.1:50051").describe("host:port of the verifier's gRPC door."),
  deadline_ms: positiveInt.default(30_000).describe("Deadline of one call."),
  command: z
    .array(z.string().min(1))
    .min(1)
    .exactOptional()
    .describe(
      "Program and arguments that start a verifier for this run; {host}, {port} and {address} are replaced, " +
        "and {ledger} by a file in the run directory. With port 0 in `address` a free port is chosen.",
    ),
  token_file: z
    .string()
    .min(1)
    .exactOptional()
    .describe(
      "File with the token to show the verifier; read again while the run lasts. Default: TOUCHSTONE_TOKEN, if set.",
    ),
  tls: z
    .boolean()
    .exactOptional()
    .describe(
      "Reach the verifier over TLS, trusting the authorities of the system. The keys below do so too.",
    ),
  tls_ca: z.string().min(1).exactOptional().describe("Authorities to trust instead, PEM."),
  tls_cert: z.string().min(1).exactOptional().describe("Certificate to show the verifier, PEM (mutual TLS)."),
  tls_key: z.string().min(1).exactOptional().describe("Private key of tls_cert, PEM."),
  tls_server_name: z
    .string()
    .min(1)
    .exactOptional()
    .describe("Name to expect in the verifier's certificate, where it is not that of the address."),
  policy: answerPolicySchema.exactOptional(),
});
