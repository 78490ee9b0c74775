// npm start: the main job. Installs and builds what is missing, then runs the two-stage experiment.
import { join } from "node:path";
import { ensureBuilt, root, run } from "./bootstrap.mjs";

ensureBuilt();
run(process.execPath, [join(root, "experiments", "dist", "cli.js"), "run", ...process.argv.slice(2)]);
