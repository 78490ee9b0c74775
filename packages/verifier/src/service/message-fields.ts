import { packageDefinition } from "@touchstone/proto";
import { fieldsOf } from "../grading/pool/wire.ts";

/** Fields of a message that hold messages, by number. */
export interface MessageFields {
  readonly name: string;
  readonly messages: ReadonlyMap<number, MessageFields>;
}

/** The parts of a descriptor (google.protobuf.DescriptorProto) that matter here. */
interface Descriptor {
  readonly name: string;
  readonly field: readonly { readonly number: number; readonly type: string; readonly typeName: string }[];
  readonly nestedType: readonly Descriptor[];
}

const packageName = "touchstone.verifier.v1";

/** The fields of a message of the contract, by its descriptor. */
export function fieldsOfMessage(descriptor: Descriptor): MessageFields {
  const messages = new Map<number, MessageFields>();
  for (const { number, type, typeName } of descriptor.field) {
    if (type === "TYPE_MESSAGE") messages.set(number, fieldsOfMessage(findType(typeName, descriptor)));
  }
  return { name: descriptor.name, messages };
}

function findType(name: string, { nestedType }: Descriptor): Descriptor {
  const nested = nestedType.find((each) => each.name === name);
  if (nested !== undefined) return nested;
  const known = packageDefinition[`${packageName}.${name}`];
  if (known === undefined || !("type" in known)) throw new TypeError(`The contract has no message ${name}.`);
  return known.type as Descriptor;
}

/**
 * Counts the fields of an encoded message and of the messages in it, up to `most + 1`. A field of two bytes may take a
 * hundred once it is decoded, so this is what decoding costs.
 *
 * @throws MalformedMessageError for bytes that are no message
 */
export function countFields(
  bytes: Uint8Array,
  { messages }: MessageFields,
  most: number,
  start = 0,
  end = bytes.length,
): number {
  let count = 0;
  for (const field of fieldsOf(bytes, start, end)) {
    count++;
    const inner = messages.get(field.number);
    if (inner !== undefined) count += countFields(bytes, inner, most - count, field.payload, field.end);
    if (count > most) return count;
  }
  return count;
}
