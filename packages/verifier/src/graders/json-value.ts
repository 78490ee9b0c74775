import type { Fuel } from "../answer/fuel.ts";
import { makeRational, type Rational } from "../answer/value/rational.ts";
import { readNumberText } from "./read-number.ts";

/** A JSON value with exact numbers and with its keys in the order in which they were written. */
export type JsonValue =
  | { readonly kind: "literal"; readonly value: null | boolean | string }
  | { readonly kind: "number"; readonly value: Rational }
  | { readonly kind: "list"; readonly items: readonly JsonValue[] }
  | { readonly kind: "object"; readonly entries: ReadonlyMap<string, JsonValue> };

/** A text that is no JSON, or repeats a key: two readers would disagree about it. */
export class JsonProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "JsonProblem";
  }
}

/** Longest number read, in characters. */
const maxNumberChars = 400;

/**
 * Reads a JSON text (RFC 8259).
 *
 * @throws JsonProblem, FuelExhausted
 */
export function readJson(text: string, maxDepth: number, fuel: Fuel): JsonValue {
  fuel.spend(1 + text.length);
  const reader = new JsonReader(text, maxDepth, fuel);
  return reader.readAll();
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literals: readonly (readonly [string, null | boolean])[] = [
  ["null", null],
  ["true", true],
  ["false", false],
];

class JsonReader {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #fuel: Fuel;
  #at = 0;

  constructor(text: string, maxDepth: number, fuel: Fuel) {
    this.#text = text;
    this.#maxDepth = maxDepth;
    this.#fuel = fuel;
  }

  readAll(): JsonValue {
    const value = this.#readValue(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new JsonProblem("something follows the value");
    return value;
  }

  #readValue(depth: number): JsonValue {
    this.#fuel.spend(4);
    if (depth > this.#maxDepth)
      throw new JsonProblem(`the value is nested deeper than ${this.#maxDepth} levels (--max-depth)`);
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#readObject(depth);
      case "[":
        return this.#readList(depth);
      case '"':
        return { kind: "literal", value: this.#readString() };
    }
    for (const [word, value] of literals) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return { kind: "literal", value };
    }
    return this.#readNumber();
  }

  #readObject(depth: number): JsonValue {
    const entries = new Map<string, JsonValue>();
    this.#at++;
    if (this.#skipTo("}")) return { kind: "object", entries };
    do {
      this.#skipSpace();
      const key = this.#readString();
      if (entries.has(key)) throw new JsonProblem("a key is given twice");
      if (!this.#skipTo(":")) throw new JsonProblem("a key has no value");
      entries.set(key, this.#readValue(depth + 1));
    } while (this.#skipTo(","));
    if (!this.#skipTo("}")) throw new JsonProblem("an object does not end");
    return { kind: "object", entries };
  }

  #readList(depth: number): JsonValue {
    const items: JsonValue[] = [];
    this.#at++;
    if (this.#skipTo("]")) return { kind: "list", items };
    do items.push(this.#readValue(depth + 1));
    while (this.#skipTo(","));
    if (!this.#skipTo("]")) throw new JsonProblem("a list does not end");
    return { kind: "list", items };
  }

  #readString(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') throw new JsonProblem("a string is missing");
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === "\\" ? 2 : 1;
    this.#at = end + 1;
    try {
      // One string: the engine's own reader knows every escape.
      return JSON.parse(this.#text.slice(start, end + 1)) as string;
    } catch {
      throw new JsonProblem("a string is malformed");
    }
  }

  #readNumber(): JsonValue {
    numberPattern.lastIndex = this.#at;
    const [text] = numberPattern.exec(this.#text) ?? [];
    if (text === undefined || text.length > maxNumberChars) throw new JsonProblem("a value is missing");
    this.#at += text.length;
    const value = readNumberText(text, this.#fuel);
    if (value === undefined) throw new JsonProblem("a number is too large");
    return { kind: "number", value: makeRational(value.n, value.d, this.#fuel) };
  }

  /** Steps over a sign, if it comes next. */
  #skipTo(sign: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return;
      this.#at++;
    }
  }
}
