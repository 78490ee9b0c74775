const textEncoder = new TextEncoder();

/** Appends protobuf fields to a growing buffer (https://protobuf.dev/programming-guides/encoding). */
export class ProtobufWriter {
  #buffer = new Uint8Array(256);
  #length = 0;

  /** Writes an integer field; negative numbers take ten bytes as in int32 and int64 fields. */
  integer(field: number, value: number): void {
    this.#tag(field, 0);
    this.#varint(value);
  }

  /** Writes a 32-bit float field. */
  float(field: number, value: number): void {
    this.#tag(field, 5);
    this.#reserve(4);
    new DataView(this.#buffer.buffer).setFloat32(this.#length, value, true);
    this.#length += 4;
  }

  /** Writes a bytes field. */
  bytes(field: number, value: Uint8Array): void {
    this.#tag(field, 2);
    this.#varint(value.length);
    this.#reserve(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  /** Writes a string field as UTF-8. */
  text(field: number, value: string): void {
    this.bytes(field, textEncoder.encode(value));
  }

  /** Writes an embedded message built by `build`. */
  message(field: number, build: (writer: ProtobufWriter) => void): void {
    const writer = new ProtobufWriter();
    build(writer);
    this.bytes(field, writer.#view());
  }

  /** Returns a copy of everything written. */
  finish(): Uint8Array {
    return this.#view().slice();
  }

  #view(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #tag(field: number, wireType: number): void {
    this.#varint(field * 8 + wireType);
  }

  #varint(value: number): void {
    this.#reserve(10);
    if (value >= 0 && value < 0x80) {
      this.#buffer[this.#length++] = value;
      return;
    }
    let rest = BigInt.asUintN(64, BigInt(value));
    while (rest >= 0x80n) {
      this.#buffer[this.#length++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.#buffer[this.#length++] = Number(rest);
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.#view());
    this.#buffer = larger;
  }
}
