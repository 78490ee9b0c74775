import { z } from "zod";
import { readPath } from "./config-path.ts";

/**
 * Lists the keys that a schema knows for the map at `path`. Branches of a union by `type` are chosen by the value's
 * own `type`. Empty where the schema knows no fixed keys there.
 */
export function listKnownKeys(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  let current: unknown = schema;
  for (let depth = 0; depth <= path.length; depth++) {
    current = unwrap(current, readPath(value, path.slice(0, depth)));
    if (depth === path.length) break;
    current = stepInto(current, path[depth] as PropertyKey);
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

function stepInto(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, unknown>)[key];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return undefined;
}

function unwrap(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const wanted = readPath(value, [discriminator]);
    const branch = schema.options.find(
      (option) => option instanceof z.ZodObject && isLiteral(option.shape[discriminator], wanted),
    );
    return unwrap(branch, value);
  }
  const inner = (schema as { def?: { innerType?: unknown } } | undefined)?.def?.innerType;
  return inner === undefined ? schema : unwrap(inner, value);
}

function isLiteral(schema: unknown, value: unknown): boolean {
  return schema instanceof z.ZodLiteral && schema.values.has(value as never);
}
