/** Thrown inside the core when a budget is used up; {@link gradeAnswer} turns it into a verdict. */
export class FuelExhausted extends Error {
  constructor() {
    super("The work budget is used up.");
    this.name = "FuelExhausted";
  }
}

// A shared instance: building a stack trace is dearer than the work it reports.
const exhausted = new FuelExhausted();

/** A counted work budget. Every step of every stage spends from one, so cost is bounded and deterministic. */
export class Fuel {
  private left: number;
  readonly budget: number;

  constructor(budget: number) {
    this.budget = budget;
    this.left = budget;
  }

  /** Spends `units`; throws {@link FuelExhausted} when the budget does not cover them. */
  spend(units: number): void {
    this.left -= units;
    // Not "< 0": units that are no number must not make the budget endless.
    if (!(this.left >= 0)) throw exhausted;
  }

  /** Units spent so far, at most the budget. */
  get used(): number {
    return this.left >= 0 ? Math.ceil(this.budget - this.left) : this.budget;
  }
}

/**
 * Tells whether an error means that the work was too large: the budget ran out, or, under limits raised far above the
 * defaults, the engine's own bound on recursion or integer size was met.
 */
export function isExhaustion(error: unknown): boolean {
  return error instanceof FuelExhausted || error instanceof RangeError;
}
