// npm run accuracy [-- --flags]: grades the public data sets and writes docs/accuracy.md; with "steps" or "shortcuts" first,
// checks labelled traces and writes docs/accuracy-steps.md, or looks for shortcuts and writes docs/accuracy-shortcuts.md.
import { join } from "node:path";
import { bin, ensureBuilt, root, run } from "./bootstrap.mjs";

ensureBuilt();
const script = ["steps", "shortcuts"].includes(process.argv[2]) ? `${process.argv[2]}.ts` : "cli.ts";
run(bin("tsx"), [join(root, "packages/verifier/accuracy", script), ...process.argv.slice(2)]);
