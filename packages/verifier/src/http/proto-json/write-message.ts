import type { FieldShape, MessageShape, ValueShape } from "./contract-shape.ts";

/**
 * The JSON value of a message, by the JSON mapping of protocol buffers: 64-bit numbers are strings, and so are NaN and
 * the infinities. Fields without presence are always written, also where they hold their default.
 *
 * @param message as a handler sends it; unset fields may be left out
 */
export function writeMessage(shape: MessageShape, message: object): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const field of shape.fields) {
    const value = (message as Record<string, unknown>)[field.name] ?? undefined;
    if (value !== undefined) json[field.name] = writeField(field, value);
    else if (isAlwaysWritten(field)) json[field.name] = defaultOf(field);
  }
  return json;
}

/** Whether a reply holds the field whatever its value: lists, maps, and what cannot be told from unset. */
export function isAlwaysWritten({ cardinality, oneof, value }: FieldShape): boolean {
  return cardinality !== "single" || (oneof === undefined && value.kind !== "message");
}

function defaultOf({ cardinality, value }: FieldShape): unknown {
  if (cardinality === "list") return [];
  if (cardinality === "map") return {};
  if (value.kind === "message") return null;
  if (value.kind === "enum") return value.values.keys().next().value;
  if (value.type === "string") return "";
  if (value.type === "bool") return false;
  return value.type === "uint64" ? "0" : 0;
}

function writeField({ cardinality, value }: FieldShape, content: unknown): unknown {
  if (cardinality === "list") return (content as unknown[]).map((entry) => writeValue(value, entry));
  if (cardinality === "map") {
    const entries = Object.entries(content as object).map(([key, entry]) => [key, writeValue(value, entry)]);
    return Object.fromEntries(entries);
  }
  return writeValue(value, content);
}

function writeValue(value: ValueShape, content: unknown): unknown {
  if (value.kind === "message") return writeMessage(value, content as object);
  if (value.kind === "scalar" && value.type === "uint64") return String(content);
  // JSON has no sign for these: "NaN", "Infinity", "-Infinity".
  return typeof content === "number" && !Number.isFinite(content) ? String(content) : content;
}
