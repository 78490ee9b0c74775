import { TrainerError } from "../errors.ts";
import type { NamedArray, NamedArrays } from "./named-arrays.ts";
import { checkLayout, parseHeader, type SafetensorsEntry } from "./safetensors-header.ts";

/** Contents of a safetensors file. */
export interface Safetensors {
  /** Tensors as float32, whatever they are stored as. */
  readonly tensors: NamedArrays;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Largest header that is read, in bytes; the limit of the format's reference implementation. */
export const MAX_HEADER_BYTES = 100_000_000;

/**
 * Returns the bytes of a safetensors file: 8 bytes of header length, a JSON header padded with spaces to a multiple of
 * 8, and the tensors as little-endian float32 in order of their names.
 */
export function encodeSafetensors(
  tensors: NamedArrays,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(tensors).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const entries: [string, unknown][] = Object.keys(metadata).length === 0 ? [] : [["__metadata__", metadata]];
  let offset = 0;
  for (const name of names) {
    const { shape, data } = tensors[name] as NamedArray;
    entries.push([name, { dtype: "F32", shape, data_offsets: [offset, offset + data.byteLength] }]);
    offset += data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)), "utf8");
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerBytes + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.fill(0x20, 8, 8 + headerBytes);
  bytes.set(json, 8);
  let position = 8 + headerBytes;
  for (const name of names) {
    const { data } = tensors[name] as NamedArray;
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), position);
    position += data.byteLength;
  }
  return bytes;
}

/**
 * Reads the bytes of a safetensors file with tensors of type F32, F16 or BF16.
 *
 * Throws SAFETENSORS_INVALID, naming `source` and what is wrong, for anything the format does not allow: a truncated
 * file, a header that is not the JSON it should be, sizes that disagree, tensors that overlap or leave gaps.
 */
export function decodeSafetensors(
  bytes: Uint8Array,
  source: string,
  maxHeaderBytes = MAX_HEADER_BYTES,
): Safetensors {
  const fail = (what: string): never => {
    throw new TrainerError("SAFETENSORS_INVALID", `${source} is not a valid safetensors file: ${what}.`);
  };
  const { entries, metadata, dataStart } = parseHeader(bytes, maxHeaderBytes, fail);
  const data = bytes.subarray(dataStart);
  checkLayout(entries, data.length, fail);
  const tensors = entries.map((entry): [string, NamedArray] => [
    entry.name,
    { shape: entry.shape, data: toFloat32(data.subarray(entry.begin, entry.end), entry.dtype) },
  ]);
  return { tensors: Object.fromEntries(tensors), metadata };
}

function toFloat32(bytes: Uint8Array, dtype: SafetensorsEntry["dtype"]): Float32Array {
  // A copy: the bytes need not be aligned in their buffer. (slice would not do, for a Buffer it is a view.)
  const { buffer } = new Uint8Array(bytes);
  if (dtype === "F32") return new Float32Array(buffer);
  const words = new Uint16Array(buffer);
  if (dtype === "F16") return Float32Array.from(words, halfToNumber);
  const result = new Float32Array(words.length);
  const bits = new Uint32Array(result.buffer);
  for (let i = 0; i < words.length; i++) bits[i] = (words[i] as number) << 16;
  return result;
}

/** Returns the value of an IEEE 754 half-precision number. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
