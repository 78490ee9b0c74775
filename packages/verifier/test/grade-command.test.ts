import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "touchstone-grade-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], input?: string | Buffer) {
  return spawnSync(process.execPath, [cli, ...args], {
    encoding: "utf8",
    ...(input === undefined ? {} : { input }),
  });
}

const records = [
  { id: "a", gold: "1/2", response: "So \\boxed{0.5}.", correct: true },
  { id: "b", gold: "3", response: "So \\boxed{4}.", correct: true },
  { id: "c", gold: "5", answer: "5", correct: false },
  { id: "d", golds: ["6", "7"], answer: "7" },
];
const lines = `${records.map((record) => JSON.stringify(record)).join("\n")}\n`;

test("a file is graded line by line, with agreement and named disagreements", () => {
  const path = join(folder, "plain.jsonl");
  const out = join(folder, "verdicts.jsonl");
  writeFileSync(path, lines);
  const { status, stdout, stderr } = run(["grade", path, "--out", out, "--json", "--list-disagreements"]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).summary).toEqual({
    graded: 4,
    correct: 3,
    incorrect: 1,
    failed: 0,
    failures: {},
    malformed: 0,
    agreement: { labelled: 3, agreed: 1, falsePositives: 1, falseNegatives: 1, unscored: 0 },
  });
  expect(stderr).toContain(`${path}:2: b false_negative: gold "3", answer "4" (different)`);
  expect(stderr).toContain(`${path}:3: c false_positive`);
  const verdicts = readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(verdicts.map(({ line, id, correct }) => [line, id, correct])).toEqual([
    [1, "a", true],
    [2, "b", false],
    [3, "c", true],
    [4, "d", true],
  ]);
  expect(verdicts[3].gold_index).toBe(1);
});

test("gzip and standard input give the same verdicts as the plain file", () => {
  const path = join(folder, "packed.jsonl.gz");
  writeFileSync(path, gzipSync(lines));
  const packed = run(["grade", path]);
  const piped = run(["grade", "-"], lines);
  expect(packed.status).toBe(0);
  expect(packed.stdout.trim().split("\n")).toHaveLength(4);
  expect(piped.stdout).toBe(packed.stdout);
  expect(piped.stderr).toContain("correct    3 (75.00 % of 4 scored)");
});

test("malformed lines are named and the rest is graded; the exit status says so", () => {
  const input = Buffer.concat([Buffer.from('{"gold":\n'), Buffer.from([0xff, 0x0a]), Buffer.from(lines)]);
  const { status, stdout, stderr } = run(["grade", "-", "--json"], input);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^stdin:1: not JSON/m);
  expect(stderr).toMatch(/^stdin:2: the line is not valid UTF-8/m);
  expect(JSON.parse(stdout.trim().split("\n").at(-1)!).summary).toMatchObject({ graded: 4, malformed: 2 });
});

test("a failure is counted apart and changes the exit status", () => {
  const { status, stderr } = run(["grade", "-"], '{"golds":[],"answer":"1"}\n');
  expect(status).toBe(1);
  expect(stderr).toContain("failures   1 (no_gold 1)");
});

test("one answer is explained", () => {
  const { status, stdout } = run(["grade", "--gold", "1/2", "--response", "So \\boxed{0.5}.", "--explain"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^verdict +correct \(equal\)$/m);
  expect(stdout).toContain('"0.5" (characters 10 to 13, by box)');
  const strict = run(["grade", "--gold", "2", "--response", "It is 2", "--place", "box", "--json"]);
  expect(JSON.parse(strict.stdout)).toMatchObject({ correct: false, reason: "no_answer" });
});

test("a response may come from standard input, and options make an item multiple choice", () => {
  const piped = run(["grade", "--gold", "1/2", "--response", "-", "--json"], "So \\boxed{0.5}.\n");
  expect(JSON.parse(piped.stdout)).toMatchObject({ correct: true });
  const choice = (answer: string) =>
    run(["grade", "--gold", "B", "--answer", answer, "--option", "green", "--option", "red"]).stdout;
  expect(choice("red")).toBe("correct (equal)\n");
  expect(choice("green")).toBe("incorrect (different)\n");
});

test("an explanation names candidates, readings, tiers and work", () => {
  const explain = (...args: string[]) => run(["grade", ...args, "--explain"]).stdout;
  const several = explain("--gold", "1/2", "--response", "First \\boxed{2}, then \\boxed{0.5}.");
  expect(several).toContain("2 candidates; boxes outrank markers; choice=last takes the last (*)");
  expect(several).toMatch(/^ +"2" \(characters 13 to 14, by box\)$/m);
  expect(several).toMatch(/^ +\* "0.5" \(characters 29 to 32, by box\)$/m);
  expect(several).toMatch(/^ +exact rationals: equal$/m);
  expect(several).toMatch(
    /^work +\d+ fuel units \(reading \d+, extraction \d+, reading \d+, comparison \d+\)/m,
  );

  const algebra = explain("--gold", "x^2-1", "--answer", "(x-1)(x+1)");
  expect(algebra).toMatch(/exact rationals: cannot tell\n.*\n.*sampling in doubles, to refute: cannot tell/);
  expect(algebra).toMatch(/^ +identity modulo random primes: equal$/m);

  const parts = explain("--gold", "x=k\\pi, k\\in\\mathbb{Z}", "--answer", "x=n\\pi");
  expect(parts).toContain('parts        gold    label "x", value "k*pi", condition "k: integer"');
  expect(parts).toContain('             answer  label "x", value "n*pi"');

  const ambiguous = explain("--gold", "1,234", "--answer", "1234");
  expect(ambiguous).toMatch(/^ +"1,234" is number "1234"\n +or is list "1, 234"$/m);
  expect(explain("--gold", "5", "--answer", "\\nonsense")).toContain('"\\nonsense" cannot be read: syntax');
  expect(explain("--gold", "5", "--response", "nothing")).toContain("none found where place=marked looks");
});

test("the problem says whether a constant of integration is free", () => {
  const verdict = (...args: string[]) =>
    run(["grade", "--gold", "x^2+C", "--answer", "x^2+C+1", ...args]).stdout.split(" ")[0];
  expect(verdict("--problem", "Find $\\int 2x\\,dx$.")).toBe("correct");
  expect(verdict("--problem", "Find the parabola.")).toBe("incorrect");
  expect(verdict("--integration-constant", "free")).toBe("correct");
  expect(verdict("--integration-constant", "literal")).toBe("incorrect");
});

test.each([
  [["grade"], /name a JSONL file/],
  [["grade", "nowhere.jsonl"], /Cannot read nowhere.jsonl/],
  [["grade", folder], /is a folder/],
  [["grade", "--gold", "1"], /needs one of --response and --answer/],
  [["grade", "--gold", "1", "--answer", "1", "--response", "1"], /needs one of --response and --answer/],
  [["grade", "-", "--gold", "1", "--answer", "1"], /give a file or --gold, not both/],
  [["grade", "-", "--explain"], /--explain belongs to one item: give its gold answer with --gold/],
  [["grade", "--response", "5"], /--response belongs to one item/],
  [["grade", "-", "--plaec", "box"], /Did you mean --place\?/],
  [["grade", "-", "--place", "bx"], /Allowed choices are box, marked, anywhere/],
  [["grade", "-", "--relative-tolerance", "-1"], /must be a number >= 0/],
  [["graed"], /Did you mean grade\?/],
])("%j is bad usage", (args, message) => {
  const { status, stderr } = run(args, "");
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});

test("the input is never overwritten, and a broken archive is an error", () => {
  const path = join(folder, "kept.jsonl");
  writeFileSync(path, lines);
  expect(run(["grade", path, "--out", path]).status).toBe(2);
  expect(readFileSync(path, "utf8")).toBe(lines);
  const broken = join(folder, "broken.jsonl.gz");
  writeFileSync(broken, "not gzip");
  const result = run(["grade", broken]);
  expect(result.status).toBe(1);
  expect(result.stderr).toContain(`[INPUT_UNREADABLE]: Cannot read ${broken}`);
});

test("the rules of comparison are flags", () => {
  const grade = (gold: string, answer: string, ...flags: string[]) =>
    run(["grade", "--gold", gold, "--answer", answer, ...flags, "--json"]).stdout;
  expect(grade("0.333", "1/3")).toContain('"correct":false');
  expect(grade("0.333", "1/3", "--rounding", "gold_digits")).toContain('"correct":true');
  expect(grade("\\sqrt{x^2}", "x", "--positive-symbols", "x")).toContain('"correct":true');
  expect(grade("45", "27+18", "--unevaluated", "accept")).toContain('"correct":true');
  expect(run(["grade", "--gold", "1", "--answer", "1", "--angles", "odd"]).status).toBe(2);
});

test("a limit is named with its flag, and the flag raises it", () => {
  const item = ["grade", "--gold", "1+1+1+1", "--answer", "4", "--explain"];
  const under = run([...item, "--max-answer-chars", "3"]);
  expect(under.status).toBe(1);
  expect(under.stdout).toContain("exceeds 3 characters of an answer (--max-answer-chars)");
  expect(run([...item, "--max-answer-chars", "7"]).stdout).toContain("verdict      correct");
  const answer = run(["grade", "--gold", "4", "--answer", "((((4))))", "--explain", "--max-depth", "3"]);
  expect(answer.stdout).toContain("too_large, over 3 levels of nesting (--max-depth)");
  expect(run([...item, "--fuel", "x"])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("--fuel must be a whole number"),
  });
});
