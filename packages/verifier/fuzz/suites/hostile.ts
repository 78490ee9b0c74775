import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { defaultLimits, gradeAnswer, type Verdict } from "@touchstone/verifier/answer";
import { drawHostileItem, type HostileItem } from "../hostile/draw-hostile-item.ts";
import type { Find, OpenSuite, Suite, Tally } from "../suite.ts";

/** CPU time that no item may need, in ms. */
export const maxItemMs = 50;

/** Wall time from which an item is measured again, in ms: the machine may have been busy, the code cold. */
const suspectMs = 15;

/** Cases between two looks at the heap, and how much it may have grown since the first look. */
const casesPerLook = 2000;
const maxGrowthMb = 48;

/** Hostile texts cost bounded time and memory, and never more than a verdict. */
export const hostile: Suite = {
  name: "hostile",
  about: `hostile texts: no exception, no internal failure, fuel kept, ${maxItemMs} ms an item, flat memory`,
  open: () => new HostileSuite(),
};

class HostileSuite implements OpenSuite {
  readonly shrinks = 300;
  private readonly heap = new HeapWatch();

  check(draw: Parameters<OpenSuite["check"]>[0], tally: Tally): Find | undefined {
    const hostile = drawHostileItem(draw);
    const startedAt = performance.now();
    const verdict = grade(hostile);
    const wallMs = performance.now() - startedAt;
    tally.add(verdict.kind === "failure" ? verdict.failure : String(verdict.correct));
    const cpuMs = wallMs < suspectMs ? wallMs : smallestCpuMs(hostile);
    tally.keepLargest("slowest ms", cpuMs);
    tally.keepLargest("most fuel", verdict.fuelUsed);
    return judge(hostile, verdict, cpuMs) ?? this.heap.look(tally);
  }
}

function grade({ item, policy }: HostileItem): Verdict {
  return gradeAnswer(item, { policy });
}

/** Runs after which an item that takes long is believed to: the engine compiles what runs often. */
const maxRuns = 20;

/** The smallest CPU time of some runs. */
function smallestCpuMs(hostile: HostileItem): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < maxRuns && smallest > maxItemMs / 2; run++) {
    const before = process.cpuUsage();
    grade(hostile);
    const { user, system } = process.cpuUsage(before);
    smallest = Math.min(smallest, (user + system) / 1000);
  }
  return smallest;
}

function judge({ item, policy }: HostileItem, verdict: Verdict, cpuMs: number): Find | undefined {
  const found = (rule: string): Find => ({
    rule,
    message: `${rule}: ${JSON.stringify(item).slice(0, 300)} took ${cpuMs.toFixed(1)} ms and ${verdict.fuelUsed} fuel`,
    detail: { item, policy, verdict, cpuMs },
  });
  if (verdict.kind === "failure" && verdict.failure === "internal")
    return found(`internal failure ${verdict.message.slice(0, 80)}`);
  if (!Number.isFinite(verdict.fuelUsed)) return found("fuel that is no number");
  if (cpuMs > maxItemMs) return found(`over ${maxItemMs} ms`);
  // Extraction, gold, answer, a comparison, the gold with itself; every further candidate of all_agree once more.
  const stages = policy.choice === "all_agree" ? 200 : 6;
  return verdict.fuelUsed > stages * defaultLimits.fuel ? found("fuel above its limit") : undefined;
}

/** Looks at the heap from time to time, after a collection. */
class HeapWatch {
  private cases = 0;
  private firstMb: number | undefined = undefined;
  private readonly collect: () => void;

  constructor() {
    setFlagsFromString("--expose_gc");
    this.collect = runInNewContext("gc") as () => void;
  }

  look(tally: Tally): Find | undefined {
    this.cases++;
    if (this.cases % casesPerLook !== 0) return undefined;
    this.collect();
    const heapMb = process.memoryUsage().heapUsed / 2 ** 20;
    tally.keepLargest("heap MB", heapMb);
    this.firstMb ??= heapMb;
    if (heapMb - this.firstMb < maxGrowthMb) return undefined;
    return {
      rule: "memory grows",
      message: `the heap grew from ${this.firstMb} to ${heapMb} MB`,
      detail: { cases: this.cases },
    };
  }
}
