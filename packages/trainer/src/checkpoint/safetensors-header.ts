import { z } from "zod";

/** One tensor as the header describes it; offsets are bytes from the start of the data. */
export interface SafetensorsEntry {
  readonly name: string;
  readonly dtype: "F32" | "F16" | "BF16";
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/** A header that has been read, and where the data starts. */
export interface SafetensorsHeader {
  readonly entries: readonly SafetensorsEntry[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly dataStart: number;
}

const BYTES_PER_ELEMENT: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2 };

const size = z.int().nonnegative();
const entrySchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(size),
  data_offsets: z.tuple([size, size]),
});

/** Reads the length and the JSON of a header; calls `fail` with what is wrong. */
export function parseHeader(
  bytes: Uint8Array,
  maxHeaderBytes: number,
  fail: (what: string) => never,
): SafetensorsHeader {
  if (bytes.length < 8) return fail(`it has ${bytes.length} bytes, less than the 8 of the header length`);
  const declared = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  if (declared > BigInt(maxHeaderBytes)) {
    return fail(`its header claims ${declared} bytes, more than the ${maxHeaderBytes} allowed`);
  }
  const dataStart = 8 + Number(declared);
  if (dataStart > bytes.length) {
    return fail(
      `its header claims ${declared} bytes but only ${bytes.length - 8} follow; the file is cut short`,
    );
  }
  const header = parseJson(bytes.subarray(8, dataStart), fail);
  const entries: SafetensorsEntry[] = [];
  let metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(header)) {
    if (name !== "__metadata__") entries.push(parseEntry(name, value, fail));
    else metadata = isStringMap(value) ? value : fail("__metadata__ is not a map of strings");
  }
  return { entries, metadata, dataStart };
}

// The parsed object itself is kept: copying it key by key would lose a key called __proto__.
function isStringMap(value: unknown): value is Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((entry) => typeof entry === "string");
}

function parseJson(bytes: Uint8Array, fail: (what: string) => never): object {
  if (bytes[0] !== 0x7b) return fail('its header does not begin with "{"');
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text) as object; // begins with "{", so it is an object
  } catch (error) {
    // Also a RangeError: nesting deeper than the stack.
    return fail(
      `its header is not valid JSON (${error instanceof Error ? error.message.slice(0, 200) : "unreadable"})`,
    );
  }
}

function parseEntry(name: string, value: unknown, fail: (what: string) => never): SafetensorsEntry {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) {
    return fail(
      `tensor ${JSON.stringify(name)} needs exactly dtype, shape and data_offsets with whole numbers`,
    );
  }
  const { dtype, shape, data_offsets: offsets } = parsed.data;
  const width = Object.hasOwn(BYTES_PER_ELEMENT, dtype) ? (BYTES_PER_ELEMENT[dtype] as number) : undefined;
  if (width === undefined)
    return fail(`tensor ${JSON.stringify(name)} has type ${dtype}; F32, F16 and BF16 are read`);
  const [begin, end] = offsets;
  const expected = shape.reduce((product, dim) => product * dim, width);
  if (!Number.isSafeInteger(expected) || end - begin !== expected) {
    return fail(
      `tensor ${JSON.stringify(name)} of shape [${shape}] needs ${expected} bytes but spans ${end - begin}`,
    );
  }
  return { name, dtype: dtype as SafetensorsEntry["dtype"], shape, begin, end };
}

/** Calls `fail` unless the tensors cover the data exactly: no gap, no overlap, nothing left over. */
export function checkLayout(
  entries: readonly SafetensorsEntry[],
  dataBytes: number,
  fail: (what: string) => never,
): void {
  let position = 0;
  for (const { name, begin, end } of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== position) {
      fail(
        `tensor ${JSON.stringify(name)} starts at byte ${begin} of the data where ${position} was expected`,
      );
    }
    position = end;
  }
  if (position > dataBytes)
    fail(`its tensors need ${position} bytes but ${dataBytes} follow; the file is cut short`);
  if (position < dataBytes) fail(`${dataBytes - position} bytes follow its last tensor`);
}
