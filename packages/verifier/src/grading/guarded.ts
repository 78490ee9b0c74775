/** What stands in for a verdict where the grader met a defect. */
export interface DefectFailure {
  readonly kind: "failure";
  readonly failure: "internal";
  readonly message: string;
  readonly fuelUsed: 0;
}

/** The result of `work`, or the failure `internal` if it throws. The message holds no text of the request. */
export function guarded<Result>(work: () => Result): Result | DefectFailure {
  try {
    return work();
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    return {
      kind: "failure",
      failure: "internal",
      message: `The grader met a defect (${name}) on this item. Leave the item out and report it.`,
      fuelUsed: 0,
    };
  }
}
