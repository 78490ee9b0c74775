// npm run accuracy [-- --flags]: grades the public data sets and writes docs/accuracy.md; with "steps" first, checks
// labelled traces and writes docs/accuracy-steps.md.
import { join } from "node:path";
import { bin, ensureBuilt, root, run } from "./bootstrap.mjs";

ensureBuilt();
const script = process.argv[2] === "steps" ? "steps.ts" : "cli.ts";
run(bin("tsx"), [join(root, "packages/verifier/accuracy", script), ...process.argv.slice(2)]);
