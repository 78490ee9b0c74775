import type { Fuel } from "../fuel.ts";
import { type Expr, integerExpr } from "../parse/expr.ts";
import { hasSymbol, someExpr } from "../parse/expr-walk.ts";
import type { UnitFactor } from "../parse/node.ts";
import { resolveUnit } from "./unit.ts";
import { lookUpUnit } from "./unit-word.ts";
import type { Value } from "./value.ts";

/** Single letters that may be units where a number or another unit stands before them. */
export const letterUnits = "mgsLlhNJWVKdC";
/** Single letters that may be units behind a number, where another quantity shows it. */
export const possibleUnits: ReadonlySet<string> = new Set("mgsLlhNJWVKCAFHTM");

const number = String.raw`(?:\d[\d.,]*(?:\{,\}\d{3})*(?: ?(?:\\times|×|\\cdot|·|\*) ?10\^(?:\{[-−]?\d{1,4}\}|\d))?|10\^\{[-−]?\d{1,4}\})`;
const spaces = String.raw`(?:\\[ ,;:]|[ ~])`;
const power = String.raw`(?:\^\{?[-−]?[1-4]\}?|[²³⁴])?`;
const unit = `[msgLNJWVKACT]${power}`;
const set = String.raw`${spaces}+${unit}(?:(?:${spaces}*(?:/|\\cdot|·)${spaces}*|${spaces}+)${unit}){0,2}`;
const numberAndUnit = new RegExp(
  String.raw`^[-−+]?${number}(?:${set}|${spaces}*\\mathrm\{ ?[A-Z a-z]\}${power})$`,
);

/** Tells whether a text is a number and letters set apart from it, or one upright: `5 m`, `12\,V/m`, `10^{-3}\mathrm{m}`. */
function isNumberAndUnit(text: string): boolean {
  return text.length <= 40 && numberAndUnit.test(text);
}

/** Most letters of one unit. */
const maxFactors = 4;
/** Signs that are hardly a variable behind a number. */
const unitSigns: ReadonlyMap<string, string> = new Map([["Omega", "Ω"]]);

/**
 * Returns `5 m`, `-5 m`, `5 m/s`, `5 N m` or `9.8 m s^{-2}` read as a quantity, where the text may also mean a product of
 * variables; undefined elsewhere. It counts only against another quantity, unless its letters are a speed, an
 * acceleration or a resistance, or a space or upright type sets its letter apart from a plain number.
 */
export function readLetterUnit(value: Value, text: string, fuel: Fuel): Value | undefined {
  const quantity = readLetters(value, fuel);
  const isWeak = quantity?.kind === "quantity" && quantity.isWeak;
  return isWeak && isNumberAndUnit(text) ? { ...quantity, isWeak: false } : quantity;
}

function readLetters(value: Value, fuel: Fuel): Value | undefined {
  if (value.kind === "labelled") {
    const inner = readLetters(value.value, fuel);
    return inner && { ...value, value: inner };
  }
  if (value.kind === "quantity")
    return hasSymbol(value.expr) ? withLetters(value.expr, value.unit.factors, fuel) : undefined;
  if (value.kind !== "scalar" || value.mark !== undefined) return undefined;
  return withLetters(value.expr, [], fuel);
}

/** The quantity whose unit is the letters of an expression and what stands behind them: `5 m/s east`, `18 g/mol`. */
function withLetters(expr: Expr, behind: readonly UnitFactor[], fuel: Fuel): Value | undefined {
  if (expr.kind !== "multiply" && expr.kind !== "divide" && expr.kind !== "negate") return undefined;
  if (!hasSymbol(expr) || !isSmall(expr)) return undefined;
  const letters: UnitFactor[] = [];
  const size = takeLetters(expr, 1, letters);
  if (size === undefined || letters.length === 0 || !someExpr(size, isWritten)) return undefined;
  const [first, ...others] = unitsOf(letters).map((factors) => resolveUnit([...factors, ...behind], fuel));
  if (first === undefined) return undefined;
  const unit = others.length === 0 ? first : { ...first, others: [...first.others, ...others] };
  const isCertain = isPlainlyUnit(letters) || behind.some(({ name }) => lookUpUnit(name) !== undefined);
  return { kind: "quantity", expr: size, unit, isWeak: !isCertain };
}

/** Most parts of an expression that is a number and the letters of a unit. */
const maxParts = 64;

function isSmall(expr: Expr): boolean {
  let parts = 0;
  return !someExpr(expr, () => ++parts > maxParts);
}

/** The units that letters side by side may be: each letter one, or all letters together, as in `5 pF` and `3mg`. */
function unitsOf(letters: readonly UnitFactor[]): readonly (readonly UnitFactor[])[] {
  const units: (readonly UnitFactor[])[] = [];
  if (letters.every(({ name }) => possibleUnits.has(name) || name === "Ω")) units.push(letters);
  const last = letters[letters.length - 1];
  const isRun = letters.length > 1 && letters.slice(0, -1).every(({ power }) => power === 1);
  const name = letters.map((letter) => letter.name).join("");
  if (isRun && last !== undefined && lookUpUnit(name) !== undefined)
    units.push([{ name, power: last.power }]);
  return units;
}

/** Stands for nothing where only letters were. */
const one = integerExpr(1);

/** A number that was written: the letters of a name, with i and e among them, are no quantity. */
function isWritten(expr: Expr): boolean {
  return expr.kind === "number" && expr !== one;
}

/** Collects the letters of a product, and returns what is left of it: a number, or 1. Undefined for other expressions. */
function takeLetters(expr: Expr, sign: 1 | -1, factors: UnitFactor[]): Expr | undefined {
  if (!hasSymbol(expr)) return expr;
  const factor = readFactor(expr, sign);
  if (factor !== undefined) {
    factors.push(factor);
    return factors.length > maxFactors ? undefined : one;
  }
  if (expr.kind === "negate") {
    const operand = takeLetters(expr.operand, sign, factors);
    return operand && { kind: "negate", operand };
  }
  if (expr.kind !== "multiply" && expr.kind !== "divide") return undefined;
  const left = takeLetters(expr.left, sign, factors);
  const right = takeLetters(expr.right, expr.kind === "divide" ? (sign === 1 ? -1 : 1) : sign, factors);
  if (left === undefined || right === undefined) return undefined;
  if (right === one) return left;
  if (left === one && expr.kind === "multiply") return right;
  return { kind: expr.kind, left, right };
}

function readFactor(expr: Expr, sign: 1 | -1): UnitFactor | undefined {
  if (expr.kind === "symbol") {
    const name = unitSigns.get(expr.name) ?? expr.name;
    return name.length === 1 ? { name, power: sign } : undefined;
  }
  if (expr.kind !== "power") return undefined;
  const base = readFactor(expr.left, sign);
  const isNegative = expr.right.kind === "negate";
  const exponent = expr.right.kind === "negate" ? expr.right.operand : expr.right;
  if (base === undefined || Math.abs(base.power) !== 1 || exponent.kind !== "number") return undefined;
  const power = Number(exponent.value.n);
  if (exponent.value.d !== 1n || !(power >= 1 && power <= 4)) return undefined;
  return { name: base.name, power: base.power * (isNegative ? -power : power) };
}

/** 5 m/s, 5 m/s² and 5 Ω are hardly ever meant as letters. */
function isPlainlyUnit(factors: readonly UnitFactor[]): boolean {
  const [first, second] = factors;
  if (factors.length === 1) return first?.name === "Ω" && first.power === 1;
  const isSpeed = first?.name === "m" && first.power === 1 && second?.name === "s" && second.power < 0;
  return factors.length === 2 && isSpeed;
}
