import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { drawTermPair } from "../oracles/draw-pair.ts";
import { LineChild } from "../oracles/line-child.ts";
import type { OpenSuite, Suite } from "../suite.ts";
import { compareByValue } from "../value-policy.ts";

const script = fileURLToPath(new URL("../oracles/sympy_oracle.py", import.meta.url));
const timeoutMs = 20_000;

type Result = "same" | "apart" | "unclear";

/** Python with sympy: TOUCHSTONE_PYTHON, the repository's .venv, or the one on the path. */
async function findPython(): Promise<string | undefined> {
  const local = fileURLToPath(new URL("../../../../.venv/bin/python", import.meta.url));
  for (const python of [process.env["TOUCHSTONE_PYTHON"], existsSync(local) ? local : undefined, "python3"]) {
    if (python === undefined) continue;
    const found = await promisify(execFile)(python, ["-c", "import sympy, mpmath"]).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  return undefined;
}

/** Verdicts beside sympy and mpmath. */
export const sympy: Suite = {
  name: "sympy",
  about: "verdicts agree with mpmath at 150 digits and with sympy's simplify",
  async open(): Promise<OpenSuite | string> {
    const python = await findPython();
    if (python === undefined)
      return "no python3 with sympy; pip install -r test/python/requirements.txt, or set TOUCHSTONE_PYTHON";
    const child = new LineChild({ command: python, args: [script], timeoutMs });
    return {
      shrinks: 150,
      close: async () => child.kill(),
      async check(draw, tally) {
        const { terms, texts } = drawTermPair(draw, { withTiny: true });
        const line = await child.ask(
          JSON.stringify(terms, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
        );
        if (line === undefined) {
          tally.add("timed out");
          return undefined;
        }
        const { numeric, symbolic } = JSON.parse(line) as { numeric: Result; symbolic: Result };
        const ours = compareByValue(...texts);
        tally.add(`${ours}/${numeric}`);
        if (symbolic === "same") tally.add("proved by sympy");
        const isContrary =
          (ours === "equal" && numeric === "apart") || (ours === "different" && numeric === "same");
        if (!isContrary) return undefined;
        const message = `${ours}, but mpmath says ${numeric} and sympy ${symbolic}: ${JSON.stringify(texts)}`;
        return { rule: `${ours}, numbers ${numeric}`, message, detail: { texts, ours, numeric, symbolic } };
      },
    };
  },
};
