import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../random.ts";
import { deriveResults, type SolutionStep } from "../check-steps.ts";
import type { Beat } from "./story-world.ts";
import { applyInteger } from "./word-arithmetic.ts";
import type { WordProblem } from "./word-problem.ts";
import { wordProblemsTask } from "./word-task.ts";
import { STORY_WORLDS } from "./worlds.ts";

const SETTINGS = wordProblemsTask.settingsSchema.parse({ n: [2, 6], distractor_share: 0.5 });
const problemOf = (...path: (string | number)[]) =>
  wordProblemsTask.createProblem(createRandom("words", ...path), SETTINGS);
const goldLines = (problem: WordProblem) =>
  wordProblemsTask.writeTrace(problem, "equations").split("\n").slice(0, -1);
const firstGold = (problem: WordProblem) => problem.golds[0] ?? "";
const check = (problem: WordProblem, lines: readonly string[], answer = firstGold(problem)) =>
  wordProblemsTask.checkTrace(problem, [...lines, `#### ${answer}`].join("\n"));
const beatsOf = (world: (typeof STORY_WORLDS)[number]): Beat[] => [
  ...world.openings,
  ...world.events,
  ...world.closings,
];

describe("story worlds", () => {
  it("mention every number of a beat, use it in a calculation, and give each sentence one equation", () => {
    expect(STORY_WORLDS.length).toBeGreaterThanOrEqual(12);
    for (const world of STORY_WORLDS) {
      for (const beat of beatsOf(world)) {
        const label = `${world.name}: ${beat.text[0]}`;
        const operands = beat.steps.flatMap(([calculation]) =>
          calculation.split(" ").filter((_, i) => i !== 1),
        );
        for (const [name, [low, high]] of Object.entries(beat.numbers)) {
          expect(operands, label).toContain(name);
          for (const text of beat.text) expect(low === high || text.includes(`{${name}}`), label).toBe(true);
        }
        for (const operand of operands) expect(operand, label).toMatch(/^(x|s[12]|[abce])$/);
        for (const [calculation, sentence] of beat.steps) {
          expect(calculation, label).toMatch(/^\S+ [-+*/] \S+$/);
          expect(sentence, label).toMatch(/^(\{\w+\}|[A-Z]).*\.$/);
          expect(sentence.split("{eq}"), label).toHaveLength(2);
          expect(sentence.replace(/\{\w+\}/g, ""), label).toMatch(/^[A-Za-z ,]*\.$/);
        }
      }
      for (const opening of world.openings) {
        expect(opening.text.every((text) => text.includes("{name}"))).toBe(true);
        expect(opening.steps.every(([calculation]) => !calculation.includes("x"))).toBe(true);
      }
      for (const beat of world.closings)
        expect(beat.question?.every((text) => text.endsWith("?"))).toBe(true);
      for (const text of world.distractors) expect(text).toMatch(/\{z\}.*\.$/);
      for (const text of world.questions) expect(text).toMatch(/\?$/);
    }
  });
});

describe("word problems", () => {
  it("tell every given number, fill every slot, and keep all values between 2 and 999", () => {
    const worlds = new Set<string>();
    const strata = new Set<string>();
    for (let i = 0; i < 600; i++) {
      const problem = problemOf("story", i);
      worlds.add(problem.world);
      strata.add(problem.stratum);
      expect(problem.prompt).toMatch(/^[A-Z0-9][A-Za-z0-9 ,.?]*\?\n$/);
      const numbers = problem.prompt.match(/\d+/g) ?? [];
      for (const { left, right } of problem.solution)
        for (const operand of [left, right])
          if ("given" in operand && ![2, 3, 7].includes(operand.given))
            expect(numbers).toContain(String(operand.given));
      const results = deriveResults(problem.solution, () => undefined, applyInteger);
      expect(results.every((value) => value !== undefined && value >= 2 && value <= 999)).toBe(true);
      expect(firstGold(problem)).toBe(String(results.at(-1)));
      expect(problem.solution).toHaveLength(Number(problem.stratum.slice(1)));
      // Every step but the last is used later.
      const used = new Set(problem.solution.flatMap(listDerived));
      expect(problem.solution.slice(0, -1).every((_, step) => used.has(step))).toBe(true);
    }
    expect(worlds.size).toBe(STORY_WORLDS.length);
    expect([...strata].sort()).toEqual(["n2", "n3", "n4", "n5", "n6"]);
  });

  it("are equal for equal seeds, and can be kept to some worlds and lengths", () => {
    expect(problemOf("same")).toEqual(problemOf("same"));
    for (const world of STORY_WORLDS)
      for (let n = 2; n <= 6; n++) {
        const settings = wordProblemsTask.settingsSchema.parse({ n: [n, n], worlds: [world.name] });
        const problem = wordProblemsTask.createProblem(createRandom("one", world.name, n), settings);
        expect([problem.world, problem.stratum]).toEqual([world.name, `n${n}`]);
      }
    expect(wordProblemsTask.settingsSchema.safeParse({ worlds: ["mars"] }).success).toBe(false);
    expect(wordProblemsTask.settingsSchema.safeParse({ n: [4, 3] }).success).toBe(false);
  });

  it("adds distractors in the asked share without touching the solution", () => {
    const share = (value: number) => {
      const settings = wordProblemsTask.settingsSchema.parse({ distractor_share: value });
      const problems = Array.from({ length: 500 }, (_, i) =>
        wordProblemsTask.createProblem(createRandom("share", i), settings),
      );
      const distractors = STORY_WORLDS.flatMap((world) => world.distractors).map(
        (text) => new RegExp(text.replace(/\{\w+\}/g, "[A-Za-z0-9]+")),
      );
      return problems.filter(({ prompt }) => distractors.some((text) => text.test(prompt))).length / 500;
    };
    expect(share(0)).toBe(0);
    expect(share(1)).toBe(1);
    expect(share(0.3)).toBeCloseTo(0.3, 1);
  });
});

describe("checkWordTrace", () => {
  it("accepts every gold trace, operand order, order of independent steps and free spacing", () => {
    let reordered = 0;
    for (let i = 0; i < 500; i++) {
      const problem = problemOf("gold", i);
      for (const format of wordProblemsTask.formats) {
        const trace = wordProblemsTask.writeTrace(problem, format);
        const verdict = wordProblemsTask.checkTrace(problem, trace);
        expect(wordProblemsTask.formatOf(trace)).toBe(format);
        expect(verdict).toMatchObject({ format, formatOk: true, answerCorrect: true, missing: 0 });
        expect(verdict.valid).toBe(format !== "direct");
        expect(verdict.answerFollows).toBe(format === "direct" ? undefined : true);
      }
      const lines = goldLines(problem);
      const commuted = lines.map((line) => line.replace(/^(\d+) ([+*]) (\d+)/, "$3 $2 $1"));
      expect(check(problem, commuted).valid).toBe(true);
      expect(
        check(
          problem,
          commuted.map((line) => ` ${line.replaceAll(" ", "")} `),
        ).valid,
      ).toBe(true);
      const at = problem.solution.findIndex((step, s) => s > 0 && !listDerived(step).includes(s - 1));
      if (at < 1) continue;
      reordered++;
      const swapped = lines.toSpliced(at - 1, 2, lines[at] as string, lines[at - 1] as string);
      expect(check(problem, swapped)).toMatchObject({ valid: true, answerFollows: true });
    }
    expect(reordered).toBeGreaterThan(50);
  });

  it("names the class of one changed part in 10,000 mutated gold traces, and none of them is valid", () => {
    for (let i = 0; i < 2000; i++) {
      const problem = problemOf("mutate", i % 400);
      const random = createRandom("mutation", i);
      const lines = goldLines(problem);
      const at = random.int(lines.length);
      const words = (lines[at] as string).split(" ");
      const step = problem.solution[at] as SolutionStep;
      const other = (word: string | undefined) => String(Number(word) + 1 + random.int(40));
      const change = (slot: number, word: string) => lines.with(at, words.with(slot, word).join(" "));

      const result = check(problem, change(4, other(words[4])));
      expect(result).toMatchObject({ valid: false, coherent: false });
      expect(result.steps[at]?.errors).toContain("calculator");

      const side = random.int(2) as 0 | 1;
      const operand = check(problem, change(side * 2, other(words[side * 2])));
      const premise = "given" in (side === 0 ? step.left : step.right) ? "premise_prompt" : "premise_carry";
      expect(operand.valid).toBe(false);
      expect(operand.steps[at]?.errors).toContain(premise);

      const sign = random.pick(["+", "-", "*", "/"].filter((own) => own !== words[1]));
      const operator = check(problem, change(1, sign));
      expect(operator.valid).toBe(false);
      expect(operator.steps[at]?.errors).toContain("rule");

      const structure = random.pick([
        lines.toSpliced(at, 1),
        lines.toSpliced(at, 0, lines[at] as string),
        lines.toSpliced(at, 0, "5 + 3 = 8"),
      ]);
      const changed = check(problem, structure);
      expect(changed.valid).toBe(false);
      const rule = changed.steps.some((own) => own.errors.includes("rule"));
      expect(rule || changed.firstError === changed.steps.length).toBe(true);
      expect(changed.missing).toBe(structure.length < lines.length ? 1 : 0);

      const wrong = check(problem, lines, other(firstGold(problem)));
      expect(wrong).toMatchObject({
        valid: false,
        formatOk: true,
        answerCorrect: false,
        answerFollows: false,
      });
    }
  });

  it("agrees with an independent oracle on randomly edited traces of both formats", () => {
    for (let i = 0; i < 4000; i++) {
      const problem = problemOf("edit", i % 300);
      const random = createRandom("edit", i);
      const lines = goldLines(problem).map((line) => line.split(" "));
      const at = random.int(lines.length);
      const slot = random.pick([0, 1, 2, 4]);
      const pool = slot === 1 ? ["+", "-", "*", "/"] : lines.flat().filter((word) => /^\d/.test(word));
      const edited = lines.with(at, (lines[at] as string[]).with(slot, random.pick(pool)));
      const order = random.next() < 0.5 ? edited : random.shuffle(edited);
      const texts = order.map((words) => words.join(" "));
      const trace =
        random.next() < 0.5
          ? `${texts.join("\n")}\n#### ${firstGold(problem)}`
          : `${texts.map((text) => `So we get ${text} of them.`).join(" ")}\n#### ${firstGold(problem)}`;
      expect(wordProblemsTask.checkTrace(problem, trace).valid).toBe(isValidOrder(problem, order));
    }
  });

  it("refuses work that is cut off, unfinished, unreadable or followed by more", () => {
    const problem = problemOf("format");
    const prose = wordProblemsTask.writeTrace(problem, "prose");
    const gold = goldLines(problem).join("\n");
    const answer = firstGold(problem);
    for (const text of [
      prose.slice(0, prose.indexOf("####")),
      `${prose} is it`,
      `${prose}\n${prose}`,
      prose.replace(".", ""),
      prose.replace(".", " 7."),
      `${prose.replace("\n", " No more\n")}`,
      `${prose.replace("\n", " That is all.\n")}`,
      `${gold} #### ${answer}`,
      `${gold}\n#### ${answer} ${answer}`,
      `so ${gold}\n#### ${answer}`,
      `${gold.replace("=", "= =")}\n#### ${answer}`,
      `${gold}\nabc\n#### ${answer}`,
      `#### ${answer}`,
    ])
      expect(wordProblemsTask.checkTrace(problem, text).valid, JSON.stringify(text)).toBe(false);
  });

  it("survives garbage and huge input in bounded time", () => {
    const problem = problemOf("garbage");
    const run = (text: string) => wordProblemsTask.checkTrace(problem, text);
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => !run(text).valid));
    const soup = fc.array(fc.constantFrom(...wordProblemsTask.words), { maxLength: 80 });
    fc.assert(fc.property(soup, (pieces) => !run(pieces.join("")).valid));
    for (const unit of ["1 + 2 = 3\n", "We get 1 + 2 = 3. ", "#### ", " ", "9", ".", "=", "a", "\n"]) {
      const cpu = process.cpuUsage();
      const text = unit.repeat(200_000 / unit.length);
      for (const head of ["", "1", "a", "#### "]) expect(run(head + text).valid).toBe(false);
      expect(process.cpuUsage(cpu).user / 1000).toBeLessThan(4000);
    }
  });
});

describe("writeCorruptTrace", () => {
  it("is never valid, has exactly one wrong step, and its answer follows from it", () => {
    const verdicts = new Set<string>();
    for (let i = 0; i < 500; i++) {
      const problem = problemOf("corrupt", i);
      for (const format of ["prose", "equations"]) {
        const trace = wordProblemsTask.writeCorruptTrace(problem, format, createRandom("noise", i, format));
        const verdict = wordProblemsTask.checkTrace(problem, trace);
        expect(verdict).toMatchObject({
          format,
          formatOk: true,
          valid: false,
          answerFollows: true,
          missing: 0,
        });
        const wrong = verdict.steps.filter((step) => step.verdict !== "ok");
        expect(wrong).toHaveLength(1);
        verdicts.add(wrong[0]?.verdict ?? "");
      }
      const direct = wordProblemsTask.writeCorruptTrace(problem, "direct", createRandom("noise", i));
      expect(wordProblemsTask.checkTrace(problem, direct)).toMatchObject({
        formatOk: true,
        answerCorrect: false,
      });
    }
    expect([...verdicts].sort()).toEqual(["calculator", "premise_carry", "premise_prompt"]);
  });

  it("refuses a format that the task lacks", () => {
    expect(() => wordProblemsTask.writeTrace(problemOf("x"), "poem")).toThrow(
      /no format "poem"; use one of prose/,
    );
  });
});

function listDerived({ left, right }: SolutionStep): number[] {
  return [left, right].flatMap((operand) => ("derived" in operand ? [operand.derived] : []));
}

/** Tries every assignment of written lines to solution steps: valid when one respects all values and dependencies. */
function isValidOrder(problem: WordProblem, lines: readonly (readonly string[])[]): boolean {
  const { solution } = problem;
  const gold = deriveResults(solution, () => undefined, applyInteger);
  const place = (line: number, done: ReadonlySet<number>): boolean => {
    if (line === lines.length) return done.size === solution.length;
    const [left, sign, right, , result] = lines[line] as readonly string[];
    return solution.some((step, s) => {
      if (done.has(s) || !listDerived(step).every((before) => done.has(before))) return false;
      const value = (operand: SolutionStep["left"]) =>
        String("given" in operand ? operand.given : gold[operand.derived]);
      const [a, b] = [value(step.left), value(step.right)];
      const isSame = left === a && right === b;
      const isSwapped = (sign === "+" || sign === "*") && left === b && right === a;
      return (
        sign === step.operator &&
        (isSame || isSwapped) &&
        result === String(gold[s]) &&
        place(line + 1, new Set([...done, s]))
      );
    });
  };
  return place(0, new Set());
}
