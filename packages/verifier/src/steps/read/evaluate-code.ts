import type { Fuel } from "../../answer/fuel.ts";
import {
  addRational,
  divRational,
  mulRational,
  powRational,
  type Rational,
} from "../../answer/value/rational.ts";

/** Deepest brackets and longest chains of signs that are followed. */
const maxDepth = 40;
/** Largest power that is worked out, in bits. */
const maxPowerBits = 4096;
const token = /\s*(\*\*|\/\/|[-+*/%()]|\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

/**
 * The exact value of an arithmetic expression as Python writes it, with names taken from `values`; undefined where it is
 * anything else, or a name is not known.
 */
export function evaluateCode(
  source: string,
  values: ReadonlyMap<string, Rational>,
  fuel: Fuel,
): Rational | undefined {
  const tokens = tokenise(source.trim());
  if (tokens === undefined) return undefined;
  const reader = new CodeReader(tokens, values, fuel);
  const value = reader.readSum(0);
  return reader.isAtEnd() ? value : undefined;
}

function tokenise(source: string): string[] | undefined {
  const tokens: string[] = [];
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) return undefined;
    tokens.push(match[1] ?? "");
  }
  return tokens;
}

class CodeReader {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly values: ReadonlyMap<string, Rational>;
  private readonly fuel: Fuel;

  constructor(tokens: readonly string[], values: ReadonlyMap<string, Rational>, fuel: Fuel) {
    this.tokens = tokens;
    this.values = values;
    this.fuel = fuel;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  readSum(depth: number): Rational | undefined {
    let value = this.readProduct(depth);
    while (value !== undefined && (this.peek() === "+" || this.peek() === "-")) {
      const sign = this.tokens[this.at++];
      const next = this.readProduct(depth);
      value = next && addRational(value, sign === "+" ? next : negate(next), this.fuel);
    }
    return value;
  }

  private readProduct(depth: number): Rational | undefined {
    let value = this.readSigned(depth);
    while (value !== undefined && ["*", "/", "//", "%"].includes(this.peek())) {
      const sign = this.tokens[this.at++] ?? "";
      const next = this.readSigned(depth);
      value = next && this.combine(sign, value, next);
    }
    return value;
  }

  private combine(sign: string, a: Rational, b: Rational): Rational | undefined {
    if (sign === "*") return mulRational(a, b, this.fuel);
    if (b.n === 0n) return undefined;
    if (sign === "/") return divRational(a, b, this.fuel);
    const quotient = floor(divRational(a, b, this.fuel));
    return sign === "//" ? quotient : addRational(a, negate(mulRational(quotient, b, this.fuel)), this.fuel);
  }

  private readSigned(depth: number): Rational | undefined {
    if (depth > maxDepth) return undefined;
    if (this.peek() !== "-") return this.readPower(depth);
    this.at++;
    const value = this.readSigned(depth + 1);
    return value && negate(value);
  }

  private readPower(depth: number): Rational | undefined {
    const base = this.readAtom(depth);
    if (base === undefined || this.peek() !== "**") return base;
    this.at++;
    const exponent = this.readSigned(depth + 1);
    return exponent?.d === 1n ? powRational(base, exponent.n, maxPowerBits, this.fuel) : undefined;
  }

  private readAtom(depth: number): Rational | undefined {
    const text = this.tokens[this.at++] ?? "";
    if (text === "(") {
      const value = this.readSum(depth + 1);
      return this.tokens[this.at++] === ")" ? value : undefined;
    }
    if (/^\d/.test(text)) return readDecimal(text, this.fuel);
    return this.values.get(text);
  }

  private peek(): string {
    return this.tokens[this.at] ?? "";
  }
}

function readDecimal(text: string, fuel: Fuel): Rational {
  const [whole = "0", decimals = ""] = text.split(".");
  fuel.spend(Math.ceil(text.length / 16));
  return divRational(
    { n: BigInt(whole + decimals), d: 1n },
    { n: 10n ** BigInt(decimals.length), d: 1n },
    fuel,
  );
}

function negate({ n, d }: Rational): Rational {
  return { n: -n, d };
}

function floor({ n, d }: Rational): Rational {
  const quotient = n / d;
  return { n: n < 0n && quotient * d !== n ? quotient - 1n : quotient, d: 1n };
}
