import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { FalseAlarm } from "./measure-steps.ts";

/** `label`: the step is wrong as written and the label passed it over; `ours`: the step is right. */
export type AlarmRuling = "label" | "ours";

/** What a reader decided of an alarm. */
export interface AlarmJudgement {
  readonly ruling: AlarmRuling;
  readonly reason: string;
}

interface JudgementGroup extends AlarmJudgement {
  /** Position of the step called wrong, by id of the trace. */
  readonly alarms: Readonly<Record<string, number>>;
}

/** Reads the judgements: by trace and step. Throws where the file is not a list of groups. */
export function readAlarmJudgements(path: string): ReadonlyMap<string, AlarmJudgement> {
  const groups = parse(readFileSync(path, "utf8")) as JudgementGroup[];
  return new Map(
    groups.flatMap(({ ruling, reason, alarms }) => {
      if ((ruling !== "label" && ruling !== "ours") || typeof reason !== "string")
        throw new Error(`${path}: a group needs a ruling (label or ours), a reason and alarms.`);
      return Object.entries(alarms).map(
        ([id, step]) => [keyOfAlarm({ id, step }), { ruling, reason }] as const,
      );
    }),
  );
}

/** The key of an alarm among the judgements. */
export function keyOfAlarm({ id, step }: Pick<FalseAlarm, "id" | "step">): string {
  return `${id} ${step}`;
}
