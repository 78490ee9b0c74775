/** Factors between units and kinds of writing: a value that differs by one of them may be the same. */
const unitFactors: readonly number[] = [
  2, 3, 4, 7, 8, 10, 12, 16, 24, 30, 36, 52, 60, 100, 144, 365, 1000, 1440, 3600, 5280, 10_000, 86_400,
];

/** Tells whether two numbers may be one amount: rounded, in another unit, or one of them 0, which tells nothing. */
export function mayBeSameAmount(a: number, b: number): boolean {
  if (a === 0 || b === 0) return true;
  const ratio = Math.abs(a / b);
  return (
    Math.abs(ratio - 1) < 0.05 ||
    unitFactors.some((factor) => Math.abs(ratio / factor - 1) < 0.01 || Math.abs(ratio * factor - 1) < 0.01)
  );
}
