import type { VerifierClient } from "@touchstone/proto";

/** Counts of a problem that the ledger must hold. */
interface Counts {
  visits: number;
  rollouts: number;
  correct: number;
}

/** What has been acknowledged, counted beside the ledger. */
export class LedgerTally {
  readonly stream: string;
  readonly #problems = new Map<string, Counts>();

  constructor(stream: string) {
    this.stream = stream;
  }

  /** Enters one acknowledged group. */
  add(problemId: string, rollouts: number, correct: number): void {
    const counts = this.#problems.get(problemId) ?? { visits: 0, rollouts: 0, correct: 0 };
    counts.visits++;
    counts.rollouts += rollouts;
    counts.correct += correct;
    this.#problems.set(problemId, counts);
  }

  /** Rollouts that were counted. */
  get rollouts(): number {
    return [...this.#problems.values()].reduce((sum, { rollouts }) => sum + rollouts, 0);
  }

  /** Compares with the ledger of a server; returns one line for each problem that differs. */
  async compare(client: VerifierClient): Promise<string[]> {
    const problemIds = [...this.#problems.keys()];
    const { problems } = await client.getDifficulty({ policyStream: this.stream, problemIds });
    return problems.flatMap(({ problemId, visits, rollouts, correct }) => {
      const [expected, found] = [this.#problems.get(problemId), { visits, rollouts, correct }];
      const [wanted, counted] = [JSON.stringify(expected), JSON.stringify(found)];
      return wanted === counted ? [] : [`ledger: ${problemId} has ${counted} and must have ${wanted}`];
    });
  }
}
