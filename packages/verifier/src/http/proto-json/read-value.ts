import { toWellFormedText } from "@touchstone/proto";
import { suggestWord } from "../../closest-word.ts";
import { InvalidRequestError } from "../../errors.ts";
import type { EnumShape, ScalarType } from "./contract-shape.ts";

/** @throws InvalidRequestError that names the place and what stands there */
export function refuseValue(path: string, wanted: string, value: unknown): never {
  throw new InvalidRequestError(`${path} must be ${wanted}, and is ${describe(value)}.`);
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const shown = JSON.stringify(value);
  return shown.length > 48 ? `${typeof value === "string" ? "a long string" : "a number"}` : shown;
}

/** A scalar as a gRPC request would carry it. Throws InvalidRequestError. */
export function readScalar(type: ScalarType, value: unknown, path: string): string | boolean | number {
  switch (type) {
    case "string":
      return typeof value === "string" ? toWellFormedText(value) : refuseValue(path, "a string", value);
    case "bool":
      return typeof value === "boolean" ? value : refuseValue(path, "true or false", value);
    case "double":
      return readDouble(value, path);
    case "uint32":
      return readInteger(value, path, 0, 2 ** 32 - 1);
    case "sint32":
      return readInteger(value, path, -(2 ** 31), 2 ** 31 - 1);
    case "uint64":
      return readUint64(value, path);
  }
}

const digits = /^\d{1,20}$/;
const longestNumber = 32;
const numberText = /^-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)$/;

function readNumber(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.length > longestNumber) return Number.NaN;
  return numberText.test(value) ? Number(value) : Number.NaN;
}

function readDouble(value: unknown, path: string): number {
  if (value === "NaN") return Number.NaN;
  const number = readNumber(value);
  return Number.isNaN(number) ? refuseValue(path, "a number", value) : number;
}

function readInteger(value: unknown, path: string, least: number, most: number): number {
  const number = readNumber(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  return refuseValue(path, `a whole number from ${least} to ${most}`, value);
}

function readUint64(value: unknown, path: string): number {
  // A JSON number beyond 2^53 has lost digits before it was read.
  if (typeof value === "number") return readInteger(value, path, 0, Number.MAX_SAFE_INTEGER);
  if (typeof value === "string" && digits.test(value)) return Number(value);
  return refuseValue(path, "a whole number of at least 0", value);
}

/** The name of an enum value, given by name or number. Throws InvalidRequestError. */
export function readEnum({ name: enumName, values }: EnumShape, value: unknown, path: string): string {
  if (typeof value === "string") {
    if (values.has(value)) return value;
    const shown = JSON.stringify(value.slice(0, 64));
    throw new InvalidRequestError(
      `${path} names ${shown}, which is no ${enumName}.${suggestWord(value, [...values.keys()])}`,
    );
  }
  for (const [name, number] of values) if (number === value) return name;
  return refuseValue(path, `a name of ${enumName}`, value);
}
