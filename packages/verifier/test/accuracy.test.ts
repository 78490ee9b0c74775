import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { areEqual } from "@touchstone/verifier/answer";
import { afterAll, describe, expect, test } from "vitest";
import { readPeerWord, toPeerPair } from "../accuracy/grade-peer.ts";
import { matchJudgements, readJudgements } from "../accuracy/judgements.ts";
import type { LabelledRow } from "../accuracy/load-rows.ts";
import { measureCross } from "../accuracy/measure-cross.ts";
import { measureLabelled } from "../accuracy/measure-labelled.ts";
import { measureTolerances, tolerances } from "../accuracy/measure-tolerances.ts";
import { nameKind } from "../accuracy/name-kind.ts";
import { cachePeer } from "../accuracy/peer/peer-cache.ts";
import { startPeer } from "../accuracy/peer/peer-process.ts";
import { pickSample } from "../accuracy/pick-sample.ts";
import { formatCross } from "../accuracy/report/cross-section.ts";
import { formatDisagreements, formatRulings } from "../accuracy/report/disagreement-section.ts";
import { formatOverview } from "../accuracy/report/labelled-section.ts";
import { quote } from "../accuracy/report/markdown-table.ts";
import { replaceReadmeTable } from "../accuracy/report/readme-table.ts";
import { formatTolerances } from "../accuracy/report/tolerance-section.ts";
import { rewriteGold } from "../accuracy/rewrite-gold.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-accuracy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const set = { name: "toy", file: "toy.jsonl", form: "answer", labels: "By hand." } as const;
const rows: LabelledRow[] = [
  { id: "a", gold: "1/2", text: "0.5", label: true, half: "working" },
  { id: "b", gold: "3", text: "4", label: true, half: "working" },
  { id: "c", gold: "5", text: "5", label: false, half: "working" },
  { id: "d", gold: "\\nonsense", text: "5", label: false, half: "working" },
  { id: "e", gold: "x+1", text: "1+x", label: true, half: "working" },
];

const python = process.env["TOUCHSTONE_PYTHON"];

const startFake = (killAfterMs: number) =>
  startPeer({
    python: process.execPath,
    script: fileURLToPath(new URL("fixtures/fake-peer.mjs", import.meta.url)),
    killAfterMs,
  });

describe("rows against labels", () => {
  test("every row is counted once, by kind, and every disagreement is kept", async () => {
    const { byKind, disagreements } = await measureLabelled(set, rows, undefined);
    const ours = [...byKind].map(([kind, tallies]) => [kind, tallies.ours]);
    expect(Object.fromEntries(ours)).toMatchObject({
      "fraction or decimal": {
        rows: 1,
        positives: 1,
        paid: 1,
        agreed: 1,
        falsePositives: 0,
        falseNegatives: 0,
        unjudged: 0,
      },
      integer: {
        rows: 2,
        positives: 1,
        paid: 0,
        agreed: 0,
        falsePositives: 1,
        falseNegatives: 1,
        unjudged: 0,
      },
      "not read": { rows: 1, agreed: 0, falsePositives: 0, falseNegatives: 0, unjudged: 1 },
      "expression with variables": { rows: 1, agreed: 1, falsePositives: 0, falseNegatives: 0, unjudged: 0 },
    });
    expect(disagreements.map(({ id, word }) => [id, word])).toEqual([
      ["b", "incorrect"],
      ["c", "correct"],
      ["d", "unjudged"],
    ]);
  });

  test("the report counts rulings and names what nobody judged", async () => {
    const result = await measureLabelled(set, rows, undefined);
    const group = {
      set: "toy",
      ruling: "label_wrong",
      reason: "5 is 5.",
      rows: { c: "correct", b: "correct", z: "incorrect" },
    } as const;
    const matched = matchJudgements([group], result.disagreements);
    expect(matched.unjudged.map(({ id }) => id)).toEqual(["b", "d"]);
    expect(matched.stale.map(({ id }) => id)).toEqual(["b", "z"]);
    expect(formatRulings([result], matched)).toContain("| toy | 3 | 1 | 0 | 0 | 0 | 2 | 0 |");
    const text = formatDisagreements(result, matched);
    expect(text).toContain("**label wrong.** 5 is 5.");
    expect(text).toContain("**Not yet judged.**");
    expect(formatOverview([result])).toContain(
      "| toy | 5 + 0 | Touchstone | 40.00 % | – | 66.67 % | – | 1 | 0 | 1 | 0 | 1 | 0 |",
    );
  });

  test("of the report half totals are kept and no rows", async () => {
    const halved = rows.map((row) => ({ ...row, half: row.id === "c" ? "working" : "report" }) as const);
    const { byHalf, byKind, disagreements } = await measureLabelled(set, halved, undefined);
    expect([byHalf.working.ours.rows, byHalf.report.ours.rows]).toEqual([1, 4]);
    expect(byHalf.report.ours).toMatchObject({ agreed: 2, falseNegatives: 1, unjudged: 1 });
    expect(disagreements.map(({ id }) => id)).toEqual(["c"]);
    expect([...byKind.keys()]).toEqual(["integer"]);
  });

  test("the table of the README is replaced between its marks, and a README without them is refused", async () => {
    const result = await measureLabelled(set, rows, undefined);
    const matched = matchJudgements([], result.disagreements);
    const readme = "a\n<!-- accuracy: written by npm run accuracy -->\nold\n<!-- /accuracy -->\nz\n";
    const replaced = replaceReadmeTable(readme, [result], matched);
    expect(replaced).toContain("| toy | 5 + 0 | 40.00 % | – | 0.00 % | – | 0 | 0 | 0 | 0 |");
    expect(replaced).not.toContain("old");
    expect(replaced.startsWith("a\n") && replaced.endsWith("\nz\n")).toBe(true);
    expect(() => replaceReadmeTable("a", [result], matched)).toThrow(/needs the marks/);
  });

  test("the policy of the labels is counted beside the default", async () => {
    const percent = { ...set, labelPolicy: { percent: "lenient" } } as const;
    const row = { id: "p", gold: "28", text: "28\\%", label: true, half: "report" } as const;
    const result = await measureLabelled(percent, [row], undefined);
    expect(result.byHalf.report.underLabelPolicy).toMatchObject({ rows: 1, agreed: 1 });
    expect(formatOverview([result])).toContain(
      "|  |  | Touchstone, percent lenient | – | 100.00 % | – | 100.00 % | 0 | 0 | 0 | 0 | 0 | 0 |",
    );
  });

  test("the checked-in judgements can be read, and a group without a ruling cannot", () => {
    const path = fileURLToPath(new URL("../accuracy/judgements.yaml", import.meta.url));
    expect(readJudgements(path).length).toBeGreaterThan(0);
    const broken = join(folder, "broken.yaml");
    writeFileSync(broken, "- set: toy\n  ruling: perhaps\n  reason: r\n  rows: {}\n");
    expect(() => readJudgements(broken)).toThrow(/needs set, ruling, reason and rows/);
  });
});

describe("the peer", () => {
  test("a pair that hangs or kills the process is lost, and the next one is graded", async () => {
    const peer = await startFake(400);
    const ask = (answer: string) => peer.ask({ gold: "1", answer });
    expect(await ask("correct")).toEqual({ outcome: "correct", cpuMs: 1 });
    expect((await ask("hang")).outcome).toBe("lost");
    expect((await ask("incorrect")).outcome).toBe("incorrect");
    expect((await ask("die")).outcome).toBe("lost");
    expect((await ask("no_gold")).outcome).toBe("no_gold");
    peer.close();
  });

  test.skipIf(python === undefined)("math-verify itself (TOUCHSTONE_PYTHON)", async (context) => {
    const peer = await startPeer({ python: python! }).catch(() => undefined);
    if (peer === undefined) return context.skip(`${python} has no math-verify`);
    const ask = async (gold: string, answer: string) =>
      (await peer.ask(toPeerPair(gold, answer, "answer"))).outcome;
    expect(await ask("\\frac12", "0.5")).toBe("correct");
    expect(await ask("\\frac12", "0.6")).toBe("incorrect");
    expect((await peer.ask({ gold: "$1$", answer: "no number here" })).outcome).toBe("no_answer");
    expect(peer.versions).toHaveProperty("math-verify");
    peer.close();
  });

  test("an interpreter without the peer is an error that says why", async () => {
    await expect(startPeer({ python: join(folder, "nowhere"), script: "x" })).rejects.toThrow(/nowhere/);
  });

  test("what it said is repeated in a later run without asking", async () => {
    const first = cachePeer(await startFake(5000), folder);
    await first.ask({ gold: "1", answer: "correct" });
    first.close();
    const { versions } = first;
    const silent = { versions, ask: () => Promise.reject(new Error("asked")), close: () => {} };
    const second = cachePeer(silent, folder);
    expect(await second.ask({ gold: "1", answer: "correct" })).toEqual({ outcome: "correct", cpuMs: 1 });
    await expect(second.ask({ gold: "2", answer: "correct" })).rejects.toThrow("asked");
  });

  test.each([
    ["\\frac12", "answer", { gold: "$1$", answer: "$\\frac12$" }],
    ["$x=1$ and $x=2$", "answer", { gold: "$1$", answer: "$x=1$ and $x=2$" }],
    ["\\boxed{2}", "answer", { gold: "$1$", answer: "\\boxed{2}" }],
    ["5.", "answer", { gold: "$1$", answer: "$5$." }],
    ["So it is 5.", "response", { gold: "$1$", answer: "So it is 5." }],
  ] as const)("%s as %s is given as %j", (text, form, pair) => {
    expect(toPeerPair("1", text, form)).toEqual(pair);
  });

  test("no answer is incorrect, an unread gold is no verdict", () => {
    expect((["correct", "no_answer", "no_gold", "lost"] as const).map(readPeerWord)).toEqual([
      "correct",
      "incorrect",
      "unjudged",
      "unjudged",
    ]);
  });
});

describe("golds", () => {
  const golds = ["\\frac{3}{4}", "$\\sqrt{2}-1$", "5", "3\\frac{1}{2}", "(1,-2)", "x^2-1", "2.5", "-7"];

  test.each(golds)("rewritings of %s say truly whether they are equal", (gold) => {
    const rewritings = rewriteGold(gold);
    expect(rewritings.length).toBeGreaterThan(2);
    for (const { text, isEqual } of rewritings)
      expect([text, areEqual(gold, text, { policy: { unevaluated: "accept" } })]).toEqual([
        text,
        isEqual ? "equal" : "different",
      ]);
  });

  test("only plain scalars are calculated with", () => {
    const names = (gold: string) => rewriteGold(gold).map(({ name }) => name);
    for (const gold of ["40_9", "50\\%", "(1,2)", "5\\text{ cm}", "x=2", "1,234"])
      expect(names(gold)).not.toContain("doubled and halved");
    expect(names("\\frac12")).toContain("doubled and halved");
  });

  test.each([
    ["-5", "integer"],
    ["\\frac{1}{2}", "fraction or decimal"],
    ["\\sqrt{2}", "constant expression"],
    ["2x+1", "expression with variables"],
    ["50\\%", "percent"],
    ["90^\\circ", "degrees"],
    ["x=5", "assignment"],
    ["[0,1)", "tuple or interval"],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "matrix"],
    ["east", "text"],
    ["\\nonsense", "not read"],
  ])("%s is of the kind %s", (gold, kind) => {
    expect(nameKind(gold)).toBe(kind);
  });

  test("a sample does not depend on the order", () => {
    const sample = pickSample(golds, 3);
    expect(sample.size).toBe(3);
    expect([...pickSample(golds.toReversed(), 3)].sort()).toEqual([...sample].sort());
  });
});

test("golds against each other: what is paid is listed once, with the way round that is refused", () => {
  const result = measureCross("toy", ["1/2", "0.5", "3", "5\\text{ cm}", "x"]);
  expect(result).toEqual({
    name: "toy",
    pairs: 20,
    paid: [{ gold: "1/2", answer: "0.5", isOneWay: false }],
  });
  expect(formatCross([result])).toContain("- toy: `0.5` for `1/2`");
});

test("quotes stay inside a table cell", () => {
  expect(quote("a|b\n`c`")).toBe("`a\\|b 'c'`");
  expect(quote("x".repeat(100))).toHaveLength(73);
  expect(quote(undefined)).toBe("none");
});

test("a tolerance pays more of both labels", () => {
  const near: LabelledRow[] = [
    { id: "a", gold: "10", text: "10.04", label: true, half: "working" },
    { id: "b", gold: "10", text: "10.15", label: false, half: "working" },
    { id: "c", gold: "10", text: "11", label: false, half: "working" },
  ];
  const result = measureTolerances(set, near);
  expect(result.counts).toEqual(
    tolerances.map((tolerance) => ({
      paidOfCorrect: tolerance >= 0.004 ? 1 : 0,
      paidOfIncorrect: tolerance >= 0.015 ? 1 : 0,
    })),
  );
  expect(formatTolerances([result])).toContain("| toy | recall | 0.00 % |");
});
