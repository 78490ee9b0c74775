import { createReadStream } from "node:fs";
import { TrainerError } from "../errors.ts";

/** Limits of a JSONL file. */
export interface JsonLinesLimits {
  /** Longest line in UTF-16 code units. Default 1,048,576. */
  readonly maxLineChars?: number;
  /** Most rows; a longer file is refused, not cut. Default 10,000,000. */
  readonly maxRows?: number;
}

/** One row of a JSONL file. */
export interface JsonLine {
  /** `file:line`, for messages. */
  readonly place: string;
  readonly value: unknown;
}

/**
 * Reads a JSONL file row by row; blank lines are skipped, a byte order mark and CRLF are accepted. Throws a
 * TrainerError (DATA_INVALID) naming file and line for a missing file, malformed JSON, or a row beyond the limits.
 */
export async function* readJsonLines(file: string, limits: JsonLinesLimits = {}): AsyncGenerator<JsonLine> {
  const { maxRows = 10_000_000 } = limits;
  let line = 0;
  let rows = 0;
  for await (const text of readLines(file, limits.maxLineChars ?? 1_048_576)) {
    line++;
    if (text.trim() === "") continue;
    rows++;
    const place = `${file}:${line}`;
    if (rows > maxRows)
      throw new TrainerError(
        "DATA_INVALID",
        `${place}: more than ${maxRows} rows; split the file or raise max rows.`,
      );
    yield { place, value: parseJson(text, place) };
  }
}

async function* readLines(file: string, maxLineChars: number): AsyncGenerator<string> {
  let rest = "";
  let line = 1;
  const check = (text: string): void => {
    if (text.length > maxLineChars)
      throw new TrainerError(
        "DATA_INVALID",
        `${file}:${line}: the line has more than ${maxLineChars} characters; shorten it or raise the line limit.`,
      );
  };
  for await (const chunk of readChunks(file)) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      check(part);
      yield line === 1 ? part.replace(/^\uFEFF/, "") : part;
      line++;
    }
    check(rest);
  }
  if (rest !== "") yield line === 1 ? rest.replace(/^\uFEFF/, "") : rest;
}

async function* readChunks(file: string): AsyncGenerator<string> {
  try {
    for await (const chunk of createReadStream(file, { encoding: "utf8" })) yield chunk as string;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TrainerError("DATA_INVALID", `Cannot read ${file}: ${reason}. Check the path.`, { cause });
  }
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TrainerError(
      "DATA_INVALID",
      `${place}: not valid JSON (${reason}); write one JSON object a line.`,
      {
        cause,
      },
    );
  }
}
