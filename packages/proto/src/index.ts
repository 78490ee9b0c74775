export { computeBackoffMs, defaultRetry, type RetryOptions } from "./back-off.ts";
export { checkGroupResults, checkTraceVerdicts, checkVerdicts } from "./check-response.ts";
export {
  defaultDeadlineMs,
  defaultMaxMessageBytes,
  type TlsOptions,
  type VerifierClientOptions,
} from "./client-options.ts";
export type { ConnectionSettings } from "./connection-flags.ts";
export { ProtoError, VerifierClientError } from "./errors.ts";
export {
  loaderOptions,
  packageDefinition,
  protoFolder,
  verifierProtoFile,
  verifierService,
  verifierServiceName,
} from "./load-contract.ts";
export type * from "./messages.ts";
export { type PlainAnswerPolicy, policyFromWire, policyToWire } from "./policy-names.ts";
export { readConnection } from "./read-connection.ts";
export type { RetryNotice, Sleep } from "./retry.ts";
export type * from "./server-messages.ts";
export { type CallSettings, createVerifierClient, type VerifierClient } from "./verifier-client.ts";
export { toWellFormedText } from "./well-formed.ts";
