#!/usr/bin/env node
// Checked in because npm links a command at install time, before anything is built.
import { existsSync } from "node:fs";

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const cli = new URL("../dist/cli.js", import.meta.url);
if (existsSync(cli)) await import(cli.href);
else {
  console.error("touchstone-verifier is not built yet. Run in the repository: npm run build");
  process.exitCode = 2;
}
