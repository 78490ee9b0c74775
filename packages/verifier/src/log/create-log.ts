import { type DestinationStream, destination, type Logger, pino } from "pino";
import type { ServeOptions } from "../service/serve-options.ts";
import { describeDefect } from "./describe-defect.ts";

/** The log of a server: JSON lines, on standard error unless told otherwise. */
export function createLog(
  { logLevel, logRequestText }: Pick<ServeOptions, "logLevel" | "logRequestText">,
  stream: DestinationStream = destination({ dest: 2, sync: true }),
): Logger {
  const err = (error: unknown) => describeDefect(error, logRequestText);
  return pino({ level: logLevel, serializers: { err } }, stream);
}
