import { type Ball, type BallField, failBall, isAroundZero, topBit } from "./ball.ts";

/** Largest number of binary places that are looked at. */
const maxPlaces = 100_000;

/** Returns the floor of a ball, exact. Throws `NoBall` where a whole number lies in the ball or at its edge. */
export function floorBall({ m, e, r }: Ball, field: BallField): Ball {
  const isExact = r === Number.NEGATIVE_INFINITY;
  if (e >= 0) return isExact ? { m, e, r } : failBall();
  if (-e > maxPlaces || r > 0) return failBall();
  field.fuel.spend(4 - e / 32);
  const places = BigInt(-e);
  const floor = m >> places;
  const above = m - (floor << places);
  const margin = isExact ? 0n : 1n << BigInt(Math.max(0, r - e));
  const below = (1n << places) - above;
  return above >= margin && below > margin ? { m: floor, e: 0, r: Number.NEGATIVE_INFINITY } : failBall();
}

/** Returns the larger of two balls; where they meet, a ball around both. */
export function largerBall(a: Ball, b: Ball, field: BallField): Ball {
  const difference = field.add(a, { ...b, m: -b.m });
  // The larger is at most the distance above a.
  if (isAroundZero(difference)) return { ...a, r: Math.max(a.r, difference.r, topBit(difference) + 1) + 2 };
  return difference.m > 0n ? a : b;
}
