// npm run fuzz [-- --flags]: looks for answers that the verifier grades wrongly. npm run fuzz -- --help says more.
import { join } from "node:path";
import { bin, ensureBuilt, root, run } from "./bootstrap.mjs";

ensureBuilt();
run(bin("tsx"), [join(root, "packages/verifier/fuzz/fuzz.ts"), ...process.argv.slice(2)]);
