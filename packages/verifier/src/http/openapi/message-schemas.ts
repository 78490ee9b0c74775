import type {
  EnumShape,
  FieldShape,
  MessageShape,
  MethodShape,
  ScalarType,
  ValueShape,
} from "../proto-json/contract-shape.ts";
import { isAlwaysWritten } from "../proto-json/write-message.ts";
import { type JsonSchema, refer } from "./json-schema.ts";

/** Schemas of all messages and enums of the contract by name, in the form that requests may and replies do have. */
export function buildMessageSchemas(methods: readonly MethodShape[]): Record<string, JsonSchema> {
  const requested = reach(methods.map(({ request }) => request));
  const replied = reach(methods.map(({ response }) => response));
  const schemas: Record<string, JsonSchema> = {};
  for (const shape of new Set([...requested, ...replied])) {
    schemas[shape.name] = shape.kind === "enum" ? describeEnum(shape) : describeMessage(shape, requested);
  }
  return schemas;
}

/** The messages, those inside them, and their enums. */
function reach(roots: readonly MessageShape[]): Set<MessageShape | EnumShape> {
  const found = new Set<MessageShape | EnumShape>();
  const visit = (value: ValueShape) => {
    if (value.kind === "scalar" || found.has(value)) return;
    found.add(value);
    if (value.kind === "message") for (const field of value.fields) visit(field.value);
  };
  roots.forEach(visit);
  return found;
}

function describeEnum({ values, comment }: EnumShape): JsonSchema {
  return { enum: [...values.keys(), ...values.values()], ...describe(comment) };
}

function describeMessage(shape: MessageShape, requested: ReadonlySet<unknown>): JsonSchema {
  // What stands in requests may leave every field out; what stands in replies alone is always written in full.
  const required = requested.has(shape) ? [] : shape.fields.filter(isAlwaysWritten).map(({ name }) => name);
  const exclusive = listExclusive(shape);
  return {
    type: "object",
    ...describe(shape.comment),
    properties: Object.fromEntries(shape.fields.map((field) => [field.name, describeField(field)])),
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    ...(exclusive.length > 0 ? { allOf: exclusive } : {}),
  };
}

/** At most one field of each group is set. */
function listExclusive({ fields }: MessageShape): JsonSchema[] {
  const groups = new Map<string, string[]>();
  for (const { name, oneof } of fields) {
    if (oneof === undefined || oneof.isOptionalMark) continue;
    groups.set(oneof.name, [...(groups.get(oneof.name) ?? []), name]);
  }
  return [...groups.values()].map((required) => ({ not: { required } }));
}

function describeField({ cardinality, value, comment }: FieldShape): JsonSchema {
  const one = describeValue(value);
  const schema =
    cardinality === "list"
      ? { type: "array", items: one }
      : cardinality === "map"
        ? { type: "object", additionalProperties: one }
        : one;
  // null is unset.
  return { anyOf: [schema, { type: "null" }], ...describe(comment) };
}

function describeValue(value: ValueShape): JsonSchema {
  return value.kind === "scalar" ? scalars[value.type] : refer(value.name);
}

const digits = "^[0-9]{1,20}$";

const scalars: Readonly<Record<ScalarType, JsonSchema>> = {
  string: { type: "string" },
  bool: { type: "boolean" },
  double: {
    anyOf: [{ type: "number" }, { type: "string", enum: ["NaN", "Infinity", "-Infinity"] }],
  },
  uint32: { type: "integer", minimum: 0, maximum: 2 ** 32 - 1 },
  sint32: { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uint64: {
    anyOf: [
      { type: "string", pattern: digits },
      { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    ],
  },
};

function describe(comment: string): JsonSchema {
  return comment === "" ? {} : { description: comment };
}
