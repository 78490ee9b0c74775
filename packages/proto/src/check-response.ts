import { ProtoError } from "./errors.ts";
import type {
  CheckStepsRequest,
  CheckStepsResponse,
  GetDifficultyRequest,
  GetDifficultyResponse,
  GradeAnswersRequest,
  GradeAnswersResponse,
  ScoreRolloutsRequest,
  ScoreRolloutsResponse,
} from "./messages.ts";
import { toWellFormedText } from "./well-formed.ts";

/**
 * Checks that the verdicts answer the items of the request, one each, in order.
 *
 * @throws ProtoError RESPONSE_MISMATCH, so that a shifted batch never becomes rewards
 */
export function checkVerdicts(request: GradeAnswersRequest, response: GradeAnswersResponse): void {
  compareIds("verdicts", request.items ?? [], response.verdicts);
}

/**
 * Checks that groups and rollouts of the response answer those of the request, one each, in order.
 *
 * @throws ProtoError RESPONSE_MISMATCH
 */
export function checkGroupResults(request: ScoreRolloutsRequest, response: ScoreRolloutsResponse): void {
  const groups = request.groups ?? [];
  compareIds(
    "groups",
    groups.map((group) => ({ id: group.problemId ?? "" })),
    response.groups.map((group) => ({ id: group.problemId })),
  );
  groups.forEach((group, index) => {
    compareIds(`groups[${index}].rollouts`, group.rollouts ?? [], response.groups[index]?.rollouts ?? []);
  });
}

/**
 * Checks that the trace verdicts answer the items of the request, one each, in order.
 *
 * @throws ProtoError RESPONSE_MISMATCH
 */
export function checkTraceVerdicts(request: CheckStepsRequest, response: CheckStepsResponse): void {
  compareIds("verdicts", request.items ?? [], response.verdicts);
}

/**
 * Checks that difficulties answer the problems of the request, one each, in order.
 *
 * @throws ProtoError RESPONSE_MISMATCH
 */
export function checkDifficulties(request: GetDifficultyRequest, response: GetDifficultyResponse): void {
  compareIds(
    "problems",
    (request.problemIds ?? []).map((id) => ({ id })),
    response.problems.map(({ problemId }) => ({ id: problemId })),
  );
}

interface HasId {
  readonly id?: string;
}

function compareIds(what: string, asked: readonly HasId[], answered: readonly HasId[]): void {
  if (asked.length !== answered.length) {
    throw mismatch(`${asked.length} ${what} were asked for and ${answered.length} came back`);
  }
  for (let index = 0; index < asked.length; index++) {
    const expected = toWellFormedText(asked[index]?.id ?? "");
    const actual = answered[index]?.id ?? "";
    if (expected === actual) continue;
    throw mismatch(`${what}[${index}] should have id ${quote(expected)} and has ${quote(actual)}`);
  }
}

function mismatch(what: string): ProtoError {
  return new ProtoError(
    "RESPONSE_MISMATCH",
    `The verifier's response does not fit the request: ${what}. Check that no proxy alters calls and that ` +
      "client and server speak the same version of the contract.",
  );
}

function quote(id: string): string {
  return JSON.stringify(id.length > 80 ? `${id.slice(0, 80)}…` : id);
}
