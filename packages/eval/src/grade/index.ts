export { type ConnectedGrader, connectGrader, type GraderOptions } from "./connect-grader.ts";
export {
  createJudge,
  type Grade,
  type GradeBatch,
  type GradeItem,
  type JudgeOptions,
} from "./create-judge.ts";
export { type GoldProblem, pickNullGolds } from "./pick-null-golds.ts";
