import type { GradeItem } from "../answer/index.ts";
import { FieldError, readOptionalFlag, readText, readValue, readValues } from "./read-field.ts";

/** Names of the fields that are read. */
export interface RecordFields {
  readonly gold: string;
  readonly response: string;
  readonly label: string;
}

export const defaultFields: RecordFields = { gold: "gold", response: "response", label: "correct" };

/** A line that can be graded. */
export interface GradeRecord {
  readonly id?: string;
  readonly item: GradeItem;
  /** Whether somebody else judged the answer correct. */
  readonly label?: boolean;
}

/** A record, or one phrase that says why the line is none. */
export type ParsedRecord = { readonly record: GradeRecord } | { readonly problem: string };

/**
 * Reads one line. Gold answers come from `gold` or `golds`, or from `answer` where a `response` stands beside it;
 * the candidate is `response`, else `answer`. A `problem` goes along. Other fields are left alone.
 */
export function parseRecord(line: string, fields: RecordFields = defaultFields): ParsedRecord {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { problem: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { problem: "not a JSON object" };
  try {
    return { record: readRecord(json as Record<string, unknown>, fields) };
  } catch (error) {
    if (error instanceof FieldError) return { problem: error.message };
    throw error;
  }
}

function readRecord(object: Record<string, unknown>, fields: RecordFields): GradeRecord {
  const id = readValue(object, "id");
  const label = readOptionalFlag(object, fields.label);
  const choices = readValues(object, "choices");
  const { problem } = object;
  return {
    item: {
      golds: readGolds(object, fields),
      candidate: readCandidate(object, fields),
      ...(choices === undefined ? {} : { choices }),
      ...(typeof problem === "string" ? { problem } : {}),
    },
    ...(label === undefined ? {} : { label }),
    ...(id === undefined ? {} : { id }),
  };
}

function readGolds(object: Record<string, unknown>, fields: RecordFields): string[] {
  const gold = readValue(object, fields.gold);
  const golds = readValues(object, "golds");
  if (gold !== undefined && golds !== undefined) {
    throw new FieldError(`give "${fields.gold}" or "golds", not both`);
  }
  if (golds !== undefined) return golds;
  if (gold !== undefined) return [gold];
  const beside = readText(object, fields.response) === undefined ? undefined : readValue(object, "answer");
  if (beside !== undefined) return [beside];
  throw new FieldError(
    `no gold answer: set "${fields.gold}", "golds", or "answer" beside "${fields.response}"`,
  );
}

function readCandidate(object: Record<string, unknown>, fields: RecordFields): GradeItem["candidate"] {
  const response = readText(object, fields.response);
  if (response !== undefined) return { response };
  const answer = readValue(object, "answer");
  if (answer !== undefined) return { answer };
  throw new FieldError(`nothing to grade: set "${fields.response}" or "answer"`);
}
