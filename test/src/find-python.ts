import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const runFile = promisify(execFile);

/** A Python with grpcio and grpcio-tools: TOUCHSTONE_PYTHON, the repository's .venv, or the one on the path. */
export async function findPython(): Promise<string | undefined> {
  const local = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
  const candidates = [process.env["TOUCHSTONE_PYTHON"], existsSync(local) ? local : undefined, "python3"];
  for (const python of candidates) {
    if (python === undefined) continue;
    const found = await runFile(python, ["-c", "import grpc, grpc_tools"]).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  return undefined;
}

/** What to do where there is none. */
export const noPython =
  "No python3 with grpcio: pip install -r test/python/requirements.txt, or set TOUCHSTONE_PYTHON.";
