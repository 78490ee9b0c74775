// npm run soak [-- --flags]: the verifier service under mixed load and kills. npm run soak -- --help says more.
import { join } from "node:path";
import { bin, ensureBuilt, root, run } from "./bootstrap.mjs";

ensureBuilt();
run(bin("tsx"), [join(root, "packages/verifier/soak/soak.ts"), ...process.argv.slice(2)]);
