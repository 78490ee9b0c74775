import { computeCrc32c, maskCrc32c } from "./crc32c.ts";

/** What one record of a TensorBoard event file says. */
export type EventContent =
  /** First record of a file. */
  | { readonly kind: "file_version" }
  /** The run was restarted: readers drop what earlier files hold from this step on. */
  | { readonly kind: "restart" }
  | { readonly kind: "scalars"; readonly scalars: Readonly<Record<string, number>> }
  | { readonly kind: "text"; readonly tag: string; readonly text: string };

/** Encodes one event and frames it as a TFRecord. `wallTime` is in seconds. */
export function encodeEventRecord(wallTime: number, step: number, content: EventContent): Uint8Array {
  const event = Buffer.concat([fixed64(1, wallTime), varintField(2, step), encodeContent(content)]);
  return frameRecord(event);
}

/** TFRecord framing: length, its masked CRC, the data, its masked CRC; all little-endian. */
export function frameRecord(data: Uint8Array): Uint8Array {
  const record = Buffer.alloc(data.length + 16);
  record.writeBigUInt64LE(BigInt(data.length), 0);
  record.writeUInt32LE(maskCrc32c(computeCrc32c(record.subarray(0, 8))), 8);
  record.set(data, 12);
  record.writeUInt32LE(maskCrc32c(computeCrc32c(data)), 12 + data.length);
  return record;
}

// Field numbers are those of tensorboard's event.proto, summary.proto, tensor.proto and tensor_shape.proto.
function encodeContent(content: EventContent): Buffer {
  switch (content.kind) {
    case "file_version":
      return textField(3, "brain.Event:2");
    case "restart":
      return bytesField(7, varintField(1, 1));
    case "scalars":
      return bytesField(
        5,
        Buffer.concat(Object.entries(content.scalars).map(([tag, value]) => encodeScalar(tag, value))),
      );
    case "text":
      return bytesField(5, encodeText(content.tag, content.text));
  }
}

function encodeScalar(tag: string, value: number): Buffer {
  const simpleValue = Buffer.alloc(5);
  simpleValue[0] = (2 << 3) | 5;
  simpleValue.writeFloatLE(value, 1);
  return bytesField(1, Buffer.concat([textField(1, tag), simpleValue]));
}

function encodeText(tag: string, text: string): Buffer {
  const shape = bytesField(2, bytesField(2, varintField(1, 1)));
  const tensor = Buffer.concat([varintField(1, 7), shape, textField(8, text)]);
  const metadata = bytesField(1, textField(1, "text"));
  return bytesField(1, Buffer.concat([textField(1, tag), bytesField(8, tensor), bytesField(9, metadata)]));
}

function fixed64(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = (field << 3) | 1;
  bytes.writeDoubleLE(value, 1);
  return bytes;
}

// proto3 leaves a zero out.
function varintField(field: number, value: number): Buffer {
  return value === 0 ? Buffer.alloc(0) : Buffer.concat([varint(field << 3), varint(value)]);
}

function textField(field: number, text: string): Buffer {
  return bytesField(field, Buffer.from(text, "utf8"));
}

function bytesField(field: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Buffer.from([...bytes, rest]);
}
