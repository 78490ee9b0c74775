import type { Fuel } from "../answer/fuel.ts";
import { addRational, divRational, mulRational, type Rational } from "../answer/value/rational.ts";

/** An expression's value, with every number that was written in it; or why it has none. */
export type ArithmeticResult =
  | { readonly kind: "value"; readonly value: Rational; readonly numbers: readonly bigint[] }
  | { readonly kind: "problem"; readonly reason: "unparsable_answer" | "undefined_answer" };

const operators: Readonly<Record<string, string>> = {
  "×": "*",
  "·": "*",
  "∙": "*",
  "⋅": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "[": "(",
  "]": ")",
};

/**
 * The exact value of an expression of whole numbers, + - * / and brackets, also as LaTeX writes them. A number stands for
 * itself: there is no joining of digits, no sign in front of a number and no function.
 *
 * @throws FuelExhausted
 */
export function readArithmetic(text: string, maxDepth: number, fuel: Fuel): ArithmeticResult {
  fuel.spend(1 + text.length);
  const tokens = tokenize(text);
  if (tokens === undefined) return { kind: "problem", reason: "unparsable_answer" };
  try {
    const reader = new ArithmeticReader(tokens, maxDepth, fuel);
    return { kind: "value", value: reader.readAll(), numbers: reader.numbers };
  } catch (error) {
    if (error instanceof ArithmeticProblem) return { kind: "problem", reason: error.reason };
    throw error;
  }
}

/** Longest number, in digits. */
const maxDigits = 30;

function tokenize(text: string): string[] | undefined {
  const plain = text
    .replaceAll(/\\(?:times|cdot|ast)(?![a-zA-Z])/g, "*")
    .replaceAll(/\\div(?![a-zA-Z])/g, "/")
    .replaceAll(/\\(?:left|right)(?![a-zA-Z])/g, "");
  const tokens: string[] = [];
  for (let at = 0; at < plain.length; ) {
    const character = plain[at]!;
    const sign = operators[character] ?? character;
    if (sign.trim() === "") at++;
    else if ("+-*/()".includes(sign)) {
      tokens.push(sign);
      at++;
    } else {
      const [digits] = /^\d+/.exec(plain.slice(at, at + maxDigits + 1)) ?? [];
      if (digits === undefined || digits.length > maxDigits) return undefined;
      tokens.push(digits);
      at += digits.length;
    }
  }
  return tokens;
}

class ArithmeticProblem extends Error {
  readonly reason: "unparsable_answer" | "undefined_answer";

  constructor(reason: "unparsable_answer" | "undefined_answer") {
    super(reason);
    this.reason = reason;
  }
}

class ArithmeticReader {
  readonly numbers: bigint[] = [];
  readonly #tokens: readonly string[];
  readonly #maxDepth: number;
  readonly #fuel: Fuel;
  #at = 0;

  constructor(tokens: readonly string[], maxDepth: number, fuel: Fuel) {
    this.#tokens = tokens;
    this.#maxDepth = maxDepth;
    this.#fuel = fuel;
  }

  readAll(): Rational {
    const value = this.#readSum(0);
    if (this.#at < this.#tokens.length) throw new ArithmeticProblem("unparsable_answer");
    return value;
  }

  #readSum(depth: number): Rational {
    let value = this.#readProduct(depth);
    for (let sign = this.#tokens[this.#at]; sign === "+" || sign === "-"; sign = this.#tokens[this.#at]) {
      this.#at++;
      const { n, d } = this.#readProduct(depth);
      value = addRational(value, { n: sign === "+" ? n : -n, d }, this.#fuel);
    }
    return value;
  }

  #readProduct(depth: number): Rational {
    let value = this.#readOperand(depth);
    for (let sign = this.#tokens[this.#at]; sign === "*" || sign === "/"; sign = this.#tokens[this.#at]) {
      this.#at++;
      const operand = this.#readOperand(depth);
      if (sign === "/" && operand.n === 0n) throw new ArithmeticProblem("undefined_answer");
      const combine = sign === "*" ? mulRational : divRational;
      value = combine(value, operand, this.#fuel);
    }
    return value;
  }

  #readOperand(depth: number): Rational {
    this.#fuel.spend(2);
    const token = this.#tokens[this.#at++];
    if (token === "(") {
      if (depth >= this.#maxDepth) throw new ArithmeticProblem("unparsable_answer");
      const value = this.#readSum(depth + 1);
      if (this.#tokens[this.#at++] !== ")") throw new ArithmeticProblem("unparsable_answer");
      return value;
    }
    if (token === undefined || !/^\d/.test(token)) throw new ArithmeticProblem("unparsable_answer");
    const number = BigInt(token);
    this.numbers.push(number);
    return { n: number, d: 1n };
  }
}
