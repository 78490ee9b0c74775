/** A JSON Schema, 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schema of that name among the components of the description. */
export function refer(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}
