/** Floating-point operations of sampling: 2 per parameter and token, prompts included. */
export function countSamplingFlops(parameters: number, tokens: number): number {
  return 2 * parameters * tokens;
}

/** Floating-point operations of training: 6 per parameter and token (forward and backward). */
export function countTrainingFlops(parameters: number, tokens: number): number {
  return 6 * parameters * tokens;
}

/** Floating-point operations of a forward pass, for example of a reference model: 2 per parameter and token. */
export function countForwardFlops(parameters: number, tokens: number): number {
  return 2 * parameters * tokens;
}
