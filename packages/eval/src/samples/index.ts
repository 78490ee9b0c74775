export {
  type FileSummary,
  type Judge,
  type LoadedSamples,
  type LoadOptions,
  loadSamples,
} from "./load-samples.ts";
export { type CountsRow, type ParsedRow, parseRow, type SampleRow } from "./sample-row.ts";
export { createTally, FORMS, type Form, type ProblemTally, type RunTally, type Tally } from "./tally.ts";
