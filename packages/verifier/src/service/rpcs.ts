import type {
  ReceivedCheckStepsRequest,
  ReceivedGetDifficultyRequest,
  ReceivedGradeAnswersRequest,
  ReceivedImportDifficultyRequest,
  ReceivedListDifficultyRequest,
  ReceivedScoreRolloutsRequest,
  ReceivedSelectProblemsRequest,
  SentCheckStepsResponse,
  SentDescribeResponse,
  SentGetDifficultyResponse,
  SentImportDifficultyResponse,
  SentListDifficultyResponse,
  SentScoreRolloutsResponse,
  SentSelectProblemsResponse,
} from "@touchstone/proto";
import { defaultPolicy } from "../answer/index.ts";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import type { GraderFacts } from "../graders/choose-grader.ts";
import type { Grader } from "../grading/grader.ts";
import { checkTraces } from "./check-traces.ts";
import { describeServer } from "./describe.ts";
import type { GradedItem } from "./encode-verdicts.ts";
import { gradeAnswers } from "./grade-answers.ts";
import { scoreRollouts } from "./score-rollouts.ts";
import type { ServeCall } from "./serve-call.ts";
import { getDifficulty, importDifficulty, listDifficulty, selectProblems } from "./serve-difficulty.ts";
import type { ServeOptions } from "./serve-options.ts";
import { applyPolicy } from "./wire-policy.ts";

/** The work of every RPC, apart from the door through which it is called. */
export interface Rpcs {
  /** Each door writes the verdicts in its own form. */
  readonly GradeAnswers: ServeCall<ReceivedGradeAnswersRequest, GradedItem[]>;
  /** Also that of each request of StreamRollouts. */
  readonly ScoreRollouts: ServeCall<ReceivedScoreRolloutsRequest, SentScoreRolloutsResponse>;
  readonly CheckSteps: ServeCall<ReceivedCheckStepsRequest, SentCheckStepsResponse>;
  readonly SelectProblems: ServeCall<ReceivedSelectProblemsRequest, SentSelectProblemsResponse>;
  readonly GetDifficulty: ServeCall<ReceivedGetDifficultyRequest, SentGetDifficultyResponse>;
  readonly ListDifficulty: ServeCall<ReceivedListDifficultyRequest, SentListDifficultyResponse>;
  readonly ImportDifficulty: ServeCall<ReceivedImportDifficultyRequest, SentImportDifficultyResponse>;
  readonly Describe: ServeCall<unknown, SentDescribeResponse>;
}

/** The RPCs of a server with these settings; `graders` are those that a request may name. */
export function createRpcs(
  options: ServeOptions,
  grader: Grader,
  graders: readonly GraderFacts[],
  ledger: DifficultyLedger,
): Rpcs {
  const policy = applyPolicy(defaultPolicy);
  const context = {
    grader,
    ledger,
    defaultPolicy: policy,
    maxItems: options.maxItems,
    graders,
  };
  const description = describeServer(options, policy, graders, ledger);
  return {
    GradeAnswers: (request, tally, signal) => gradeAnswers(request, context, tally, signal),
    ScoreRollouts: (request, tally, signal) => scoreRollouts(request, context, tally, signal),
    CheckSteps: (request, tally, signal) => checkTraces(request, context, tally, signal),
    SelectProblems: (request, _tally, signal) => selectProblems(request, context, signal),
    GetDifficulty: (request) => getDifficulty(request, context),
    ListDifficulty: (request) => listDifficulty(request, context),
    ImportDifficulty: (request, tally) => importDifficulty(request, context, tally),
    Describe: async () => description,
  };
}
