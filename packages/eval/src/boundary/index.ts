export type { ComparedCurves, ComparedPoint } from "./compare-curves.ts";
export {
  type ComparedSets,
  type ComparedStratum,
  type Comparison,
  compareModels,
  type TestResult,
} from "./compare-models.ts";
export type { CurvePoint, ModelCurves, PassCurve } from "./measure-curves.ts";
export { type Diversity, type ModelMeasurement, measureModel } from "./measure-model.ts";
export { type CollectOptions, collectModels, type MeasuredProblem, type ModelData } from "./model-data.ts";
export { DEFAULT_SETTINGS, type MeasureSettings } from "./settings.ts";
