import { evaluateExact } from "../../answer/equal/evaluate-exact.ts";
import type { Fuel } from "../../answer/fuel.ts";
import type { StepLimits } from "../limits.ts";
import type { Lexeme } from "../read/lexeme.ts";
import { readSide, type Side } from "../read/side.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

/** Checks congruences between whole numbers: `2^5 ≡ 4 (mod 7)`. */
export function checkCongruences(
  text: string,
  statements: readonly Statement[],
  limits: StepLimits,
  fuel: Fuel,
): Claim[] {
  return statements.flatMap((statement) => {
    if (!statement.signs.includes("mod=")) return [];
    const modulus = readModulus(text, statement);
    if (modulus === undefined) return [];
    const sides = statement.written.map((side) => readWithoutModulus(side, limits, fuel));
    return statement.signs.flatMap((_, at) => checkPair(text, sides[at], sides[at + 1], modulus, fuel));
  });
}

function checkPair(
  text: string,
  left: Side | undefined,
  right: Side | undefined,
  modulus: bigint,
  fuel: Fuel,
): Claim[] {
  const a = wholeValue(left, fuel);
  const b = wholeValue(right, fuel);
  if (left === undefined || right === undefined || a === undefined || b === undefined) return [];
  const place = { kind: "number_fact" as const, start: left.start, end: right.end };
  if ((a - b) % modulus === 0n) return [{ ...place, verdict: "true" }];
  if (left.isAmbiguous || right.isAmbiguous || readManner(text, left.start, right.end, "mod").isHypothetical)
    return [{ ...place, verdict: "unknown" }];
  const rest = ((a % modulus) + modulus) % modulus;
  return [{ ...place, verdict: "false", expected: `${rest} (mod ${modulus})` }];
}

function wholeValue(side: Side | undefined, fuel: Fuel): bigint | undefined {
  if (side === undefined || side.hasSymbol || side.hasPercent) return undefined;
  const value = evaluateExact(side.expr, fuel);
  return typeof value === "string" || value.d !== 1n ? undefined : value.n;
}

/** The number after "mod", inside the last side or right behind it. */
function readModulus(text: string, { written, end }: Statement): bigint | undefined {
  const last = written.at(-1) ?? [];
  const at = last.findIndex(isMod);
  const inside = at === -1 ? undefined : last.slice(at).find((lexeme) => lexeme.kind === "number")?.text;
  const behind = /^[\s$\\]*\(?\s*\\?(?:p|b)?mod(?:ulo)?\s*\{?\s*(\d{1,15})\s*[)}]?/.exec(
    text.slice(end, end + 60),
  )?.[1];
  const modulus = inside ?? behind;
  return modulus !== undefined && /^\d+$/.test(modulus) && BigInt(modulus) > 0n ? BigInt(modulus) : undefined;
}

function readWithoutModulus(
  side: readonly Lexeme[] | undefined,
  limits: StepLimits,
  fuel: Fuel,
): Side | undefined {
  if (side === undefined) return undefined;
  const at = side.findIndex(isMod);
  const cut = at === -1 ? side : side.slice(0, side[at - 1]?.kind === "open" ? at - 1 : at);
  return readSide(cut, limits.expression, fuel);
}

function isMod(lexeme: Lexeme): boolean {
  return lexeme.text === "mod";
}
