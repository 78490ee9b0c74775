/** A field of a record that cannot be used; the message is one phrase that names it. */
export class FieldError extends Error {}

/** The text of a field, or undefined where it is absent or null. Throws FieldError for anything but a string. */
export function readText(object: Record<string, unknown>, name: string): string | undefined {
  const raw = object[name] ?? undefined;
  if (raw === undefined || typeof raw === "string") return raw;
  throw new FieldError(`field "${name}" must be a string`);
}

/** A string or number as text, or undefined where the field is absent or null. Throws FieldError. */
export function readValue(object: Record<string, unknown>, name: string): string | undefined {
  const raw = object[name] ?? undefined;
  if (raw === undefined) return undefined;
  return toText(raw, name, "must be a string or a number");
}

/** A list of strings or numbers as text, or undefined where the field is absent or null. Throws FieldError. */
export function readValues(object: Record<string, unknown>, name: string): string[] | undefined {
  const raw = object[name] ?? undefined;
  if (raw === undefined) return undefined;
  if (!Array.isArray(raw)) throw new FieldError(`field "${name}" must be a list of strings`);
  return raw.map((value: unknown) => toText(value, name, "must hold strings only"));
}

/** A boolean, or undefined where the field is absent or null. Throws FieldError for anything else. */
export function readOptionalFlag(object: Record<string, unknown>, name: string): boolean | undefined {
  const raw = object[name] ?? undefined;
  if (raw === undefined || typeof raw === "boolean") return raw;
  throw new FieldError(`field "${name}" must be true, false or null`);
}

function toText(value: unknown, name: string, rule: string): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") throw new FieldError(`field "${name}" ${rule}`);
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  throw new FieldError(`field "${name}" holds a number that JSON readers round: write it as a string`);
}
