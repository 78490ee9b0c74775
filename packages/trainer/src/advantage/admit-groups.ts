/** What is done with a group: as the verifier's decisions say. */
export interface Admission {
  readonly action: "explore" | "keep" | "drop" | "guard";
  /** Factor of the group's advantages. */
  readonly weight: number;
  /** Largest advantage of a guarded group. */
  readonly advantageCap?: number;
}

/** What becomes of guarded groups. */
export type GuardMode = "leave_out" | "cap";

/** Whether a group takes part in the update. */
export function isAdmitted({ action }: Pick<Admission, "action">, guard: GuardMode): boolean {
  return action !== "drop" && !(action === "guard" && guard === "leave_out");
}

/**
 * Acts on decisions: undefined for every rollout of a group that takes no part, weighted or capped advantages for the
 * others. A group's advantages never depend on what was decided about another.
 */
export function admitGroups(
  advantages: readonly (readonly (number | undefined)[])[],
  admissions: readonly Admission[],
  guard: GuardMode,
): (number | undefined)[][] {
  return advantages.map((group, g) => {
    const admission = admissions[g] as Admission;
    if (!isAdmitted(admission, guard)) return group.map(() => undefined);
    const cap = admission.action === "guard" ? (admission.advantageCap ?? 0) : Number.POSITIVE_INFINITY;
    return group.map((value) => (value === undefined ? undefined : Math.min(value, cap) * admission.weight));
  });
}
