import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../../random.ts";
import { applyChainOperator, type ChainProblem, createChainProblem } from "./chain-problem.ts";
import { type ChainSettings, chainSettingsSchema } from "./chain-settings.ts";
import { chainTask } from "./chain-task.ts";
import { type ChainStep, deriveChainSteps, writeChainStep } from "./chain-trace.ts";

const SETTINGS: ChainSettings = chainSettingsSchema.parse({ n: [2, 9], q: [1, 2, 3] });
const WORKED = ["A", "B"] as const;
const problemOf = (...path: (string | number)[]) =>
  createChainProblem(createRandom("test", ...path), SETTINGS);
const join = (format: "A" | "B", steps: readonly ChainStep[], answer: string) =>
  [`${format}:`, ...steps.map((step) => writeChainStep(step, format)), "####", answer].join(" ");
const other = (random: Random, value: number) => (value + 1 + random.int(9)) % 10;
const firstGold = (problem: ChainProblem) => problem.golds[0] ?? "";

/** Equal keys: same step up to the order of operands of + and *. */
const keyOf = ({ left, operator, right, result }: ChainStep) =>
  `${operator === "-" ? [left, right] : [left, right].sort()} ${operator} ${result}`;

describe("chain problems", () => {
  it("answers what the prompt asks, worked out from the prompt text alone", () => {
    for (let i = 0; i < 600; i++) {
      const problem = problemOf("prompt", i);
      const parts = problem.prompt.slice(2).split(" ; ");
      const values = new Map<string, number>();
      const [name = "", digit = ""] = (parts[0] ?? "").split(" ");
      values.set(name, Number(digit));
      let previous = name;
      for (const part of parts.slice(1, -1)) {
        const [target = "", left = "", operator = "", right = ""] = part.split(" ");
        expect(left).toBe(previous);
        expect(right).not.toBe(left);
        const operand = values.get(right) ?? Number(right);
        values.set(target, applyChainOperator(values.get(left) ?? Number.NaN, operator as "+", operand));
        previous = target;
      }
      const queried = (parts.at(-1) ?? "").split(" ");
      expect(queried.every((mark) => mark === "?")).toBe(true);
      expect(problem.golds).toEqual([[...values.values()].slice(-queried.length).join(" , ")]);
      expect(problem.stratum).toBe(`n${values.size - 1}`);
    }
  });

  it("keeps to the settings: n, q, share of back references, operator weights", () => {
    const settings = chainSettingsSchema.parse({
      n: [1, 6],
      q: [2, 5],
      back_reference_share: 0.5,
      operators: { "+": 3, "*": 0 },
    });
    let references = 0;
    let pluses = 0;
    let later = 0;
    let total = 0;
    const strata = new Set<string>();
    for (let i = 0; i < 1200; i++) {
      const problem = createChainProblem(createRandom("shares", i), settings);
      strata.add(problem.stratum);
      expect([2, 5]).toContain(problem.queried);
      expect(problem.queried).toBeLessThanOrEqual(problem.statements.length + 1);
      for (const [s, { operator, right }] of problem.statements.entries()) {
        total++;
        if (operator === "+") pluses++;
        expect(operator).not.toBe("*");
        if (s === 0) expect("digit" in right).toBe(true);
        else later++;
        if ("variable" in right) references++;
      }
    }
    expect([...strata].sort()).toEqual(["n1", "n2", "n3", "n4", "n5", "n6"]);
    expect(references / later).toBeCloseTo(0.5, 1);
    expect(pluses / total).toBeCloseTo(0.75, 1);
  });

  it("gives equal hashes exactly to equal statements up to names", () => {
    const byHash = new Map<string, string>();
    const small = chainSettingsSchema.parse({ n: [1, 1], q: [1, 2] });
    for (let i = 0; i < 1200; i++) {
      const problem = createChainProblem(createRandom("hash", i), small);
      const content = JSON.stringify([problem.start, problem.statements]);
      expect(byHash.get(problem.hash) ?? content).toBe(content);
      byHash.set(problem.hash, content);
    }
    expect(byHash.size).toBe(new Set(byHash.values()).size);
    expect(byHash.size).toBeGreaterThan(240);
    expect(byHash.size).toBeLessThanOrEqual(300);
  });

  it("refuses impossible settings, naming the fields", () => {
    for (const [settings, field] of [
      [{ n: [5, 2] }, "n"],
      [{ n: [1, 3], q: [3] }, "q"],
      [{ n: [1, 16] }, "n"],
      [{ operators: { "+": 0, "-": 0, "*": 0 } }, "operators"],
      [{ nn: 3 }, ""],
    ] as const) {
      const result = chainSettingsSchema.safeParse(settings);
      expect(result.success).toBe(false);
      expect(result.error?.issues.some((issue) => String(issue.path[0] ?? "") === field)).toBe(true);
    }
  });
});

describe("checkChainTrace", () => {
  it("accepts every gold trace, whatever the order of operands of + and *, and never one without work", () => {
    for (let i = 0; i < 1200; i++) {
      const problem = problemOf("gold", i);
      const random = createRandom("commute", i);
      for (const format of chainTask.formats) {
        const trace = chainTask.writeTrace(problem, format);
        const check = chainTask.checkTrace(problem, trace);
        expect(chainTask.formatOf(trace)).toBe(format);
        expect(check).toMatchObject({
          format,
          formatOk: true,
          answerCorrect: true,
          coherent: true,
          missing: 0,
        });
        expect(check.valid).toBe(format !== "D");
        expect(check.firstError).toBeUndefined();
        expect(check.answerFollows).toBe(format === "D" ? undefined : true);
      }
      const commuted = deriveChainSteps(problem).map((step) =>
        step.operator !== "-" && random.int(2) === 0 ? { ...step, left: step.right, right: step.left } : step,
      );
      for (const format of WORKED) {
        expect(chainTask.checkTrace(problem, join(format, commuted, firstGold(problem))).valid).toBe(true);
        const spaced = join(format, commuted, firstGold(problem).replaceAll(" , ", ",  ")).replaceAll(
          " ",
          "\n ",
        );
        expect(chainTask.checkTrace(problem, spaced).valid).toBe(true);
      }
    }
  });

  it("names the class of one changed result, operand, operator or answer", () => {
    for (let i = 0; i < 800; i++) {
      const problem = problemOf("mutate", i);
      const random = createRandom("mutation", i);
      const gold = deriveChainSteps(problem);
      const at = random.int(gold.length);
      const format = random.pick(WORKED);
      const step = gold[at] as ChainStep;
      const statement = problem.statements[at];
      const check = (changed: ChainStep, from = gold) =>
        chainTask.checkTrace(problem, join(format, from.with(at, changed), firstGold(problem)));

      const result = check({ ...step, result: other(random, step.result) });
      expect(result).toMatchObject({ valid: false, firstError: at, coherent: false });
      expect(result.steps[at]?.errors).toEqual(["calculator"]);

      const side = random.pick(["left", "right"] as const);
      const right = statement?.right;
      const fromPrompt =
        side === "left" ? at === 0 : right !== undefined && ("digit" in right || right.variable === 0);
      const premise = fromPrompt ? "premise_prompt" : "premise_carry";
      const misread = { ...step, [side]: other(random, step[side]) };
      const operand = check(misread);
      const computed = applyChainOperator(misread.left, misread.operator, misread.right);
      expect(operand).toMatchObject({ valid: false, firstError: at });
      expect(operand.steps[at]?.errors).toEqual(
        computed === step.result ? [premise] : ["calculator", premise],
      );
      const recomputed = deriveChainSteps(problem, (own, s) =>
        s === at ? { ...misread, result: computed } : own,
      );
      const consistent = check({ ...misread, result: computed }, recomputed);
      expect(consistent).toMatchObject({ valid: false, firstError: at, coherent: true });
      expect(consistent.carryCoherent).toBe(fromPrompt);
      expect(consistent.steps.map((own) => own.verdict)).toEqual(
        gold.map((_, s) => (s === at ? premise : "ok")),
      );

      const operator = random.pick((["+", "-", "*"] as const).filter((own) => own !== step.operator));
      const changed = chainTask.checkTrace(
        problem,
        join("A", gold.with(at, { ...step, operator }), firstGold(problem)),
      );
      expect(changed).toMatchObject({ valid: false, firstError: at });
      expect(changed.steps[at]?.errors).toContain("rule");

      const answer = firstGold(problem).split(" , ").map(Number);
      const slot = random.int(answer.length);
      const wrong = answer.with(slot, other(random, answer[slot] ?? 0)).join(" , ");
      const answered = chainTask.checkTrace(problem, join(format, gold, wrong));
      expect(answered).toMatchObject({
        valid: false,
        formatOk: true,
        answerCorrect: false,
        answerFollows: false,
      });
      expect(answered.steps.every((own) => own.verdict === "ok")).toBe(true);
    }
  });

  it("flags missing, extra and swapped steps as rule errors", () => {
    let ambiguous = 0;
    for (let i = 0; i < 800; i++) {
      const problem = problemOf("structure", i);
      const random = createRandom("structure", i);
      const gold = deriveChainSteps(problem);
      const format = random.pick(WORKED);
      const check = (steps: readonly ChainStep[]) =>
        chainTask.checkTrace(problem, join(format, steps, firstGold(problem)));
      const hasRule = (steps: ReturnType<typeof check>["steps"]) =>
        steps.some((own) => own.errors.includes("rule"));

      const at = random.int(gold.length);
      const shorter = check(gold.toSpliced(at, 1));
      expect(shorter).toMatchObject({ valid: false, missing: 1, formatOk: true });
      expect(hasRule(shorter.steps) || shorter.firstError === shorter.steps.length).toBe(true);
      const looks = (own: ChainStep) => `${[own.left, own.right].sort()} ${own.result}`;
      if (gold.every((own, s) => s === at || looks(own) !== looks(gold[at] as ChainStep)))
        expect(shorter.firstError).toBe(at);

      const left = random.int(10);
      const extra = { left, operator: "+" as const, right: 3, result: (left + 3) % 10 };
      const longer = check(
        gold.toSpliced(random.int(gold.length + 1), 0, random.pick([extra, gold[at] as ChainStep])),
      );
      expect(longer).toMatchObject({ valid: false, formatOk: true, missing: 0 });
      expect(hasRule(longer.steps)).toBe(true);

      const s = random.int(gold.length - 1);
      const [first, second] = [gold[s] as ChainStep, gold[s + 1] as ChainStep];
      if (looks(first) === looks(second)) continue;
      const swapped = check(gold.toSpliced(s, 2, second, first));
      expect(swapped).toMatchObject({ valid: false, firstError: s });
      // A swap that leaves one step wrong reads as an error within that step just as well.
      const wrong = swapped.steps.filter((own) => own.verdict !== "ok");
      if (wrong.length > 1) expect(hasRule(swapped.steps)).toBe(true);
      else ambiguous++;
    }
    expect(ambiguous).toBeLessThan(60);
  });

  it("agrees with an independent oracle on 10,000 randomly edited traces", () => {
    let validOnes = 0;
    for (let i = 0; i < 10_000; i++) {
      const problem = problemOf("edit", i % 500);
      const random = createRandom("edit", i);
      const format = random.pick(WORKED);
      const gold = deriveChainSteps(problem);
      let words = join(format, gold, firstGold(problem)).split(" ");
      for (let edits = 1 + random.int(2); edits > 0; edits--) {
        const at = random.int(words.length);
        const word = random.pick([...chainTask.words, words[random.int(words.length)] ?? "0"]);
        words = random.pick([words.with(at, word), words.toSpliced(at, 1), words.toSpliced(at, 0, word)]);
      }
      const expected = isValid(problem, format, words, gold);
      if (expected) validOnes++;
      expect(chainTask.checkTrace(problem, words.join(" ")).valid).toBe(expected);
    }
    expect(validOnes).toBeGreaterThan(0);
    expect(validOnes).toBeLessThan(2000);
  });

  it("survives garbage and huge input in bounded time", () => {
    const problem = problemOf("garbage", 0);
    const check = (text: string) => chainTask.checkTrace(problem, text);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => check(text).valid === false),
    );
    const soup = fc.array(fc.constantFrom(...chainTask.words), { maxLength: 80 });
    fc.assert(fc.property(soup, (words) => typeof check(words.join(" ")).valid === "boolean"));
    for (const unit of ["1 + 2 = 3 ", "#### ", " ", "A: ", "9", ",", "\u0000"]) {
      const cpu = process.cpuUsage();
      const verdict = check(`A: ${unit.repeat(200_000 / unit.length)}`);
      expect(verdict).toMatchObject({ valid: false, formatOk: false });
      expect(verdict.steps.length).toBeLessThan(4000);
      expect(process.cpuUsage(cpu).user / 1000).toBeLessThan(2000);
    }
    expect(check("").format).toBeUndefined();
    expect(chainTask.formatOf("A:3")).toBeUndefined();
    expect(chainTask.formatOf("  B: 3")).toBe("B");
  });
});

describe("writeCorruptTrace", () => {
  it("is never valid, has exactly one wrong step, and its answer follows from it", () => {
    const verdicts = new Map<string, number>();
    for (let i = 0; i < 1200; i++) {
      const problem = problemOf("corrupt", i);
      for (const format of WORKED) {
        const trace = chainTask.writeCorruptTrace(problem, format, createRandom("noise", i, format));
        const check = chainTask.checkTrace(problem, trace);
        expect(check).toMatchObject({
          format,
          formatOk: true,
          valid: false,
          answerFollows: true,
          missing: 0,
        });
        const wrong = check.steps.filter((step) => step.verdict !== "ok");
        expect(wrong).toHaveLength(1);
        const verdict = wrong[0]?.verdict ?? "";
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      }
      const direct = chainTask.writeCorruptTrace(problem, "D", createRandom("noise", i));
      expect(chainTask.checkTrace(problem, direct)).toMatchObject({ formatOk: true, answerCorrect: false });
    }
    expect([...verdicts.keys()].sort()).toEqual(["calculator", "premise_carry", "premise_prompt"]);
    expect((verdicts.get("calculator") ?? 0) / 2400).toBeCloseTo(0.5, 1);
  });

  it("refuses a format that the task lacks", () => {
    expect(() => chainTask.writeTrace(problemOf("x"), "C")).toThrow(/no format "C"; use one of A, B, D/);
  });
});

/** Written against the definition, sharing no code with the checker: the steps are the solution's, up to operand order. */
function isValid(
  problem: ChainProblem,
  format: "A" | "B",
  words: readonly string[],
  gold: readonly ChainStep[],
) {
  const marker = words.indexOf("####");
  if (words[0] !== `${format}:` || marker < 0) return false;
  if (words.slice(marker + 1).join(" ") !== firstGold(problem)) return false;
  const body = words.slice(1, marker);
  const size = format === "A" ? 5 : 3;
  if (body.length !== gold.length * size) return false;
  return gold.every((step, s) => {
    const own = body.slice(s * size, s * size + size);
    const [left, operator, right, equals, result] =
      format === "A" ? own : [own[0], step.operator, own[1], "=", own[2]];
    const written = {
      left: Number(left),
      operator,
      right: Number(right),
      result: Number(result),
    } as ChainStep;
    const isDigits = [left, right, result].every((word) => /^[0-9]$/.test(word ?? ""));
    return isDigits && equals === "=" && keyOf(written) === keyOf(step);
  });
}
