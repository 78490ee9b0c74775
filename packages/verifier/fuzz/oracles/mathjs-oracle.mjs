// Evaluates formulas with mathjs, in a process of its own. Reads a line [[formula, values], ...], writes the values as
// a line [[re, im] | null, ...].
import { createInterface } from "node:readline";
import { all, create } from "mathjs";

const math = create(all ?? {}, {});

function evaluate([formula, values]) {
  try {
    const value = math.complex(math.evaluate(formula, values));
    return Number.isFinite(value.re) && Number.isFinite(value.im) ? [value.re, value.im] : null;
  } catch {
    return null;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(JSON.parse(line).map(evaluate))}\n`);
}
