/** Rewards of one group; undefined marks a rollout that could not be judged and takes no part. */
export type RewardGroup = readonly (number | undefined)[];

/** Which standard deviation: `sample` divides by n - 1, `population` by n. */
export type StdKind = "sample" | "population";

/** Mean of the numbers; 0 for none. */
export function computeMean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation of the numbers; 0 when there are fewer than two or all are equal. */
export function computeStd(values: readonly number[], kind: StdKind): number {
  if (values.length < 2 || values.every((value) => value === values[0])) return 0;
  const mean = computeMean(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (kind === "sample" ? values.length - 1 : values.length));
}

/** The rewards that were given. */
export function listScored(group: RewardGroup): number[] {
  return group.filter((reward) => reward !== undefined);
}

/** Whether no rollout of the group can earn an advantage: fewer than two judged, or all judged alike. */
export function isSilentGroup(group: RewardGroup): boolean {
  const scored = listScored(group);
  return scored.length < 2 || scored.every((reward) => reward === scored[0]);
}
