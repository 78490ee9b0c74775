import { FieldError, readText, readValue, readValues } from "../grade-file/read-field.ts";
import type { TraceItem } from "../steps/index.ts";

/** A line that can be checked, or one phrase that says why it cannot. */
export type ParsedTrace = { readonly item: TraceItem; readonly id?: string } | { readonly problem: string };

/** Reads one line: `steps`, else `trace`, else `response`, with `problem` beside it. */
export function parseTraceRecord(line: string): ParsedTrace {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { problem: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { problem: "not a JSON object" };
  try {
    return readRecord(json as Record<string, unknown>);
  } catch (error) {
    if (error instanceof FieldError) return { problem: error.message };
    throw error;
  }
}

function readRecord(object: Record<string, unknown>): ParsedTrace {
  const trace = readValues(object, "steps") ?? readText(object, "trace") ?? readText(object, "response");
  if (trace === undefined) return { problem: 'nothing to check: set "steps", "trace" or "response"' };
  const id = readValue(object, "id");
  const problem = readText(object, "problem") ?? "";
  return { item: { problem, trace }, ...(id === undefined ? {} : { id }) };
}
