/** Functions that exist once per padded length. */
export type BucketedFunction = "gradients_sft" | "gradients_rlvr" | "logprobs" | "sample" | "greedy";

/** Returns the name that the policy program gives to a function for one padded length. */
export function functionName(kind: BucketedFunction, length: number): string {
  return `${kind}_${length}`;
}

/** Tensors that the policy keeps in the engine between calls. */
export const STORE = {
  parameters: "parameters",
  firstMoments: "first_moments",
  secondMoments: "second_moments",
  gradients: "gradients",
  rotaryCos: "rotary_cos",
  rotarySin: "rotary_sin",
} as const;

/** Order of the numbers that the gradient functions return in `sums` and `maxima`. */
export const SFT_SUMS = ["loss", "entropy", "accuracy"] as const;
export const RLVR_SUMS = ["loss", "entropy", "kl", "clippedLow", "clippedHigh", "drift"] as const;
export const RLVR_MAXIMA = ["ratio", "drift"] as const;
