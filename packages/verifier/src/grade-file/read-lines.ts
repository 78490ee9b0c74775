/** A line of a file, or the reason why it cannot be read as text. */
export interface RawLine {
  /** Number of the line, from 1. */
  readonly number: number;
  readonly text?: string;
  /** What is wrong with the line; set when `text` is not. */
  readonly problem?: string;
}

const newline = 0x0a;

/**
 * Splits bytes into lines. A line over the limit is reported and skipped, so memory stays bounded by the limit
 * whatever the input; bytes that are not UTF-8 are reported, never replaced.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  maxLineBytes: number,
): AsyncGenerator<RawLine> {
  let number = 0;
  let parts: Buffer[] = [];
  let size = 0;
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= maxLineBytes) parts.push(part);
    else parts = [];
  };
  const finish = (): RawLine => {
    number++;
    const line = size > maxLineBytes ? describeLongLine(number, maxLineBytes) : decodeLine(number, parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (size > 0) yield finish();
}

function describeLongLine(number: number, maxLineBytes: number): RawLine {
  return { number, problem: `the line is longer than ${maxLineBytes} bytes (raise --max-line-mib)` };
}

function decodeLine(number: number, parts: readonly Buffer[]): RawLine {
  try {
    return { number, text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)) };
  } catch {
    return { number, problem: "the line is not valid UTF-8" };
  }
}
