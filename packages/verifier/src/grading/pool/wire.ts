// Enough of the protobuf encoding to cut a request into smaller ones and to put responses together, without decoding what
// is in them: an encoded message is a row of fields, and repeated fields of messages laid end to end add up.
// Encoding: https://protobuf.dev/programming-guides/encoding/

/** A field of an encoded message: where it starts, where its payload starts, and where it ends. */
export interface Field {
  readonly number: number;
  readonly start: number;
  readonly payload: number;
  readonly end: number;
}

/** Thrown for bytes that are no protobuf message. */
export class MalformedMessageError extends Error {}

const fixed64 = 1;
const delimited = 2;
const fixed32 = 5;

/** The fields of `bytes` from `start` to `end`, in order. Throws MalformedMessageError. */
export function* fieldsOf(bytes: Uint8Array, start = 0, end = bytes.length): Generator<Field> {
  for (let at = start; at < end; ) {
    const tag = readVarint(bytes, at, end);
    const wireType = tag.value & 7;
    let payload = tag.next;
    let next: number;
    if (wireType === 0) next = readVarint(bytes, payload, end).next;
    else if (wireType === fixed64) next = payload + 8;
    else if (wireType === fixed32) next = payload + 4;
    else if (wireType === delimited) {
      const length = readVarint(bytes, payload, end);
      payload = length.next;
      next = payload + length.value;
    } else throw new MalformedMessageError(`wire type ${wireType}`);
    if (next > end) throw new MalformedMessageError("a field runs past the end");
    yield { number: tag.value >>> 3, start: at, payload, end: next };
    at = next;
  }
}

function readVarint(bytes: Uint8Array, at: number, end: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    if (at + index >= end) throw new MalformedMessageError("a number runs past the end");
    const byte = bytes[at + index] ?? 0;
    // Lengths and tags fit in 32 bits; higher bits of other numbers are passed over.
    if (index < 5) value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, next: at + index + 1 };
  }
  throw new MalformedMessageError("a number has more than ten bytes");
}

/** A length-delimited field around a payload given in pieces. */
export function frame(number: number, pieces: readonly Uint8Array[]): Buffer {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([Buffer.from([(number << 3) | delimited, ...varint(length)]), ...pieces]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}
