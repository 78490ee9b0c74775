import { InvalidRequestError } from "../../errors.ts";

/** The fields of a body. Throws InvalidRequestError where it is no JSON object. */
export function readObject(body: unknown, path = "The body"): Readonly<Record<string, unknown>> {
  if (typeof body === "object" && body !== null && !Array.isArray(body)) {
    return body as Record<string, unknown>;
  }
  throw new InvalidRequestError(`${path} must be a JSON object.`);
}

/** A list. Throws InvalidRequestError for anything else. */
export function readList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new InvalidRequestError(`${path} must be a list.`);
}
