// npm test: installs and builds what is missing, then runs every test. Arguments go to vitest.
import { bin, ensureBuilt, run } from "./bootstrap.mjs";

ensureBuilt();
run(bin("vitest"), ["run", ...process.argv.slice(2)]);
