import type { Metrics } from "../tracking/sink.ts";

/** Ends a stage early once a metric stays beyond a bound. */
export interface StopRule {
  readonly metric: string;
  readonly above?: number;
  readonly below?: number;
  readonly forSteps: number;
}

/** Returns how many steps in a row the rule has held, this one included; a step without the metric breaks the row. */
export function countRuleSteps(rule: StopRule, metrics: Metrics, heldBefore: number): number {
  const value = metrics[rule.metric];
  if (value === undefined) return 0;
  const holds =
    rule.above === undefined ? value < (rule.below ?? Number.NEGATIVE_INFINITY) : value > rule.above;
  return holds ? heldBefore + 1 : 0;
}

/** One sentence for people. */
export function describeStopRule(rule: StopRule): string {
  const bound = rule.above === undefined ? `below ${rule.below}` : `above ${rule.above}`;
  return `${rule.metric} was ${bound} for ${rule.forSteps} steps in a row`;
}
