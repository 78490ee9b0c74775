import { toWellFormedText } from "@touchstone/proto";
import { suggestWord } from "../../closest-word.ts";
import { InvalidRequestError } from "../../errors.ts";
import type { FieldShape, MessageShape, ValueShape } from "./contract-shape.ts";
import { readEnum, readScalar, refuseValue } from "./read-value.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The message that a JSON value stands for, by the JSON mapping of protocol buffers, in the form in which a gRPC handler
 * receives it: every field set, an unset message null. Field names in either case; an unknown one is refused.
 *
 * @param maxValues most fields and entries of lists and maps, over all of it: a value of two characters becomes a message of a
 *   hundred bytes and more
 * @throws InvalidRequestError that names the first wrong place, or for more values than may be
 */
export function readMessage(
  shape: MessageShape,
  json: unknown,
  maxValues = Number.POSITIVE_INFINITY,
): unknown {
  return readObject(shape, json, "", new ValueCount(maxValues));
}

/** Counts the values of one message. */
class ValueCount {
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws InvalidRequestError once there are too many */
  add(values: number): void {
    this.#count += values;
    if (this.#count <= this.#most) return;
    throw new InvalidRequestError(
      `The request has more than ${this.#most} values. Send smaller batches, or start the server with a larger --max-items.`,
    );
  }
}

function readObject(shape: MessageShape, json: unknown, path: string, count: ValueCount): object {
  if (!isObject(json)) return refuseValue(path || "The body", `a JSON object (${shape.name})`, json);
  const message = createDefaults(shape);
  const given = new Set<FieldShape>();
  for (const [name, value] of Object.entries(json)) {
    count.add(1);
    const field = shape.fieldsByName.get(name);
    const place = path === "" ? name : `${path}.${name}`;
    if (field === undefined) return refuseName(shape, name, place);
    if (value === null) continue;
    if (given.has(field)) throw new InvalidRequestError(`${place} is given twice, under both of its names.`);
    given.add(field);
    if (field.oneof !== undefined) chooseOneof(message, field.oneof.name, field, place);
    message[field.name] = readField(field, value, place, count);
  }
  return message;
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function refuseName(shape: MessageShape, name: string, place: string): never {
  const known = suggestWord(
    name,
    shape.fields.map((field) => field.name),
  );
  const shown = JSON.stringify(place.length > 160 ? `${place.slice(0, 160)}…` : place);
  throw new InvalidRequestError(`${shown} is no field of ${shape.name}.${known}`);
}

function chooseOneof(message: Record<string, unknown>, oneof: string, field: FieldShape, place: string) {
  const earlier = message[oneof];
  if (earlier !== undefined) {
    throw new InvalidRequestError(`${place} and ${String(earlier)} exclude each other; give one of them.`);
  }
  message[oneof] = field.name;
}

function createDefaults(shape: MessageShape): Record<string, unknown> {
  const message: Record<string, unknown> = {};
  for (const field of shape.fields) {
    if (field.oneof !== undefined) continue;
    message[field.name] = defaultOf(field);
  }
  return message;
}

function defaultOf({ cardinality, value }: FieldShape): unknown {
  if (cardinality === "list") return [];
  if (cardinality === "map") return {};
  if (value.kind === "message") return null;
  if (value.kind === "enum") return value.values.keys().next().value;
  if (value.type === "string") return "";
  return value.type === "bool" ? false : 0;
}

function readField(
  { cardinality, value }: FieldShape,
  json: unknown,
  path: string,
  count: ValueCount,
): unknown {
  if (cardinality === "list") {
    if (!Array.isArray(json)) return refuseValue(path, "a list", json);
    count.add(json.length);
    return json.map((entry, index) => readValue(value, entry, `${path}[${index}]`, count));
  }
  if (cardinality === "map") {
    if (!isObject(json)) return refuseValue(path, "a JSON object", json);
    const entries = Object.entries(json);
    count.add(entries.length);
    return Object.fromEntries(
      entries.map(([key, entry]) => [
        toWellFormedText(key),
        readValue(value, entry, `${path}[${JSON.stringify(key.slice(0, 64))}]`, count),
      ]),
    );
  }
  return readValue(value, json, path, count);
}

function readValue(value: ValueShape, json: unknown, path: string, count: ValueCount): unknown {
  if (value.kind === "message") return readObject(value, json, path, count);
  if (value.kind === "enum") return readEnum(value, json, path);
  return readScalar(value.type, json, path);
}
