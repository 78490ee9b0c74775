import { signTest } from "./sign-test.ts";

/**
 * Returns the exact two-sided p value of McNemar's test on `lost` problems solved by the baseline only and `gained`
 * problems solved by the trained model only (McNemar 1947, https://doi.org/10.1007/BF02295996, exact binomial form).
 * Small: the two sets differ in size by more than chance. Problems both or neither solved do not enter.
 */
export function mcNemarExact(lost: number, gained: number): number {
  return signTest(gained, lost);
}
