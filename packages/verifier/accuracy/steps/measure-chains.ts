import { checkSteps } from "@touchstone/verifier/steps";

/** Verdicts on chains that are labelled as wholes: how many of each label are called what. */
export interface ChainsResult {
  readonly valid: ChainCounts;
  readonly invalid: ChainCounts;
}

export interface ChainCounts {
  chains: number;
  supported: number;
  refuted: number;
}

/** Checks chains of `verify_cot_human`, statement by statement. */
export function measureChains(rows: readonly Record<string, unknown>[]): ChainsResult {
  const result = {
    valid: { chains: 0, supported: 0, refuted: 0 },
    invalid: { chains: 0, supported: 0, refuted: 0 },
  };
  for (const row of rows) {
    const trace = (row["statements"] as unknown[]).map(String);
    const verdict = checkSteps({ problem: String(row["problem"]), trace });
    if (verdict.kind === "failure") throw new Error(`${row["id"]}: ${verdict.message}`);
    const counts = row["chain_valid"] === true ? result.valid : result.invalid;
    counts.chains++;
    if (verdict.validity === "supported") counts.supported++;
    if (verdict.validity === "invalid") counts.refuted++;
  }
  return result;
}
