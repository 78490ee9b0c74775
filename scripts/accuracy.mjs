// npm run accuracy [-- --flags]: grades the public data sets and writes docs/accuracy.md.
import { join } from "node:path";
import { bin, ensureBuilt, root, run } from "./bootstrap.mjs";

ensureBuilt();
run(bin("tsx"), [join(root, "packages/verifier/accuracy/cli.ts"), ...process.argv.slice(2)]);
