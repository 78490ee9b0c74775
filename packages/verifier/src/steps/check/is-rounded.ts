import type { Side } from "../read/side.ts";
import type { ConstantValue } from "./constant-value.ts";

/**
 * Tells whether a written value may be the true value rounded, up, down or to nearest, in the last place it shows, or
 * may come from parts that were rounded themselves. Such a pair is never called wrong.
 */
export function mayBeRounded(
  left: Side,
  right: Side,
  values: readonly [ConstantValue, ConstantValue],
  isApproximate: boolean,
): boolean {
  const [a, b] = values;
  const difference = Math.abs(a.number - b.number);
  const size = Math.max(Math.abs(a.number), Math.abs(b.number));
  if (isApproximate && difference <= 0.1 * size + 0.5) return true;
  if (isWithinLastPlace(right, a, difference) || isWithinLastPlace(left, b, difference)) return true;
  const isInexact = holdsRounding(left, a) || holdsRounding(right, b);
  return isInexact && difference <= 0.02 * size;
}

function isWithinLastPlace(written: Side, other: ConstantValue, difference: number): boolean {
  if (!written.isLiteral) return false;
  // 1/2 is 0.5 and nothing else with one decimal.
  if (
    other.exact !== undefined &&
    !written.hasPercent &&
    10n ** BigInt(written.decimals) % other.exact.d === 0n
  )
    return false;
  const place = 10 ** -written.decimals * (written.hasPercent ? 0.01 : 1);
  return difference <= place * 1.0001;
}

/**
 * Tells whether two sides of a comparison are so near that one of them may be rounded to nearest: `1.41 > \sqrt{2}`. A number
 * that something is compared with is rarely rounded by more.
 */
export function mayBeRoundedInOrder(
  left: Side,
  right: Side,
  [a, b]: readonly [ConstantValue, ConstantValue],
): boolean {
  const difference = Math.abs(a.number - b.number);
  const isNear = (written: Side) => written.isLiteral && difference <= 0.5001 * 10 ** -written.decimals;
  const areExact = a.exact !== undefined && b.exact !== undefined;
  if (areExact && ((left.isLiteral && right.isLiteral) || left.decimals + right.decimals === 0)) return false;
  const isInexact = holdsRounding(left, a) || holdsRounding(right, b);
  return (
    isNear(left) ||
    isNear(right) ||
    (isInexact && difference <= 0.02 * Math.max(Math.abs(a.number), Math.abs(b.number)))
  );
}

/** Tells whether a side holds an irrational value or a decimal that looks like the end of a division. */
function holdsRounding(side: Side, value: ConstantValue): boolean {
  if (value.exact === undefined) return true;
  if (side.decimals === 0 || side.hasMoney) return side.decimals > 2;
  return side.decimals >= 2 && !/^(?:[^.]|\.\d(?!\d)|\.\d[05](?!\d))*$/.test(side.text);
}
