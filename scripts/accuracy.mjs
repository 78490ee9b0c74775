// npm run accuracy [-- --flags]: grades the public data sets and writes docs/accuracy.md; with "steps", "shortcuts", "frames" or
// "cases" first, checks labelled traces, looks for shortcuts, puts golds into frames, or grades hand-written cases.
import { join } from "node:path";
import { bin, ensureBuilt, root, run } from "./bootstrap.mjs";

ensureBuilt();
const script = ["steps", "shortcuts", "frames", "cases"].includes(process.argv[2])
  ? `${process.argv[2]}.ts`
  : "cli.ts";
run(bin("tsx"), [join(root, "packages/verifier/accuracy", script), ...process.argv.slice(2)]);
