// Makes a fresh clone ready: installs the locked dependencies when they are missing or stale.
// Plain JavaScript with no dependency, because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

// The CPU and WebGPU engines ship inside onnxruntime-node; its CUDA provider is an extra download that few need.
const ENVIRONMENT = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ONNXRUNTIME_NODE_INSTALL: "skip" };

/** Runs a command in the repository root with its output shown; ends this process when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...ENVIRONMENT, ...process.env },
    ...options,
  });
  if (result.error) throw result.error;
  if (result.signal) process.kill(process.pid, result.signal);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** The path of a tool that npm installed. */
export const bin = (name) => join(root, "node_modules", ".bin", name);

/** Installs dependencies when `node_modules` is absent or older than the lock file. */
export function ensureInstalled() {
  requireNode(20, 19);
  const installed = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error("Installing dependencies (once, about half a minute) ...");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** Builds every package; nothing happens when nothing changed. */
export function ensureBuilt() {
  ensureInstalled();
  run(bin("turbo"), ["run", "build", "--output-logs=errors-only", "--log-order=grouped"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function requireNode(major, minor) {
  const [have, haveMinor] = process.versions.node.split(".").map(Number);
  if (have > major || (have === major && haveMinor >= minor)) return;
  console.error(`Touchstone needs Node.js ${major}.${minor} or later; this is ${process.versions.node}.`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
