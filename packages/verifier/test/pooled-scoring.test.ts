import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHealthProbe } from "../bench/health-probe.ts";
import { createResponseItems } from "../bench/real-items.ts";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

type Request = Parameters<VerifierClient["scoreRollouts"]>[0];
type Group = NonNullable<Request["groups"]>[number];

const servers: VerifierProcess[] = [];
const clients: VerifierClient[] = [];
let alone: VerifierClient;
let pooled: VerifierClient;
beforeAll(async () => {
  for (const workers of ["0", "2"])
    servers.push(await startVerifierProcess({ args: ["--workers", workers] }));
  clients.push(...servers.map(({ address }) => createVerifierClient({ address })));
  [alone, pooled] = clients as [VerifierClient, VerifierClient];
});
afterAll(async () => {
  for (const client of clients) client.close();
  await Promise.all(servers.map((server) => server.stop()));
});

const toGroup = (
  problemId: string,
  golds: string[],
  responses: readonly string[],
  rest: Group = {},
): Group => ({
  problemId,
  golds,
  rollouts: responses.map((response, id) => ({ id: String(id), response })),
  ...rest,
});

const problem = "Tom has 12 pens, buys 3 packs of 8 and gives 5 away. How many pens has he now?";
const sound =
  "He buys 3 * 8 = 24 pens. So he has 12 + 24 = 36, and after giving 5 away 36 - 5 = 31.\n\\boxed{31}";
const flawed = sound.replace("36 - 5 = 31", "36 - 5 = 30");
const bare = "\\boxed{31}";
const wrong = "12 + 3 = 15 and 15 - 5 = 10, so \\boxed{10}";
const repeat = (text: string, count: number) => Array.from({ length: count }, () => text);

const written: Group[] = [
  toGroup("kept", ["31"], [sound, ...repeat(wrong, 40)], { problem }),
  toGroup("lucky", ["31"], [flawed, ...repeat(wrong, 7)], { problem }),
  toGroup("guessed", ["31"], [...repeat(bare, 6), sound, `${sound} or \\boxed{32}`], { problem }),
  toGroup("refused", ["31"], [bare, sound], { problem, policy: { absoluteTolerance: -1 } }),
  toGroup("chosen", ["B"], ["It is \\boxed{B}", "It is A"], {
    choices: ["1", "2"],
    grader: { name: "multiple_choice" },
  }),
  toGroup("long", ["31"], [`${"so we get it\n".repeat(20_000)}${bare}`, "x".repeat(1 << 21), sound], {
    problem,
  }),
  toGroup("without", ["31"], []),
];

async function scoreBoth(request: Request) {
  return [await alone.scoreRollouts(request), await pooled.scoreRollouts(request)] as const;
}

test.each<[string, Omit<Request, "groups">]>([
  ["flags, rewards and decisions", { batchId: "a", policyStream: "s", admission: "verified_success" }],
  ["without detectors", { batchId: "b", reward: { skipShortcuts: true } }],
  [
    "with thresholds and a gate",
    { batchId: "c", reward: { shortcutThresholds: { loop: 2 }, gates: { answer: "no_shortcut" } } },
  ],
])("workers and one process score alike: %s", async (_, settings) => {
  const [expected, found] = await scoreBoth({ ...settings, groups: written });
  expect(found).toEqual(expected);
  expect(found.groups.map(({ rollouts }) => rollouts.length)).toEqual(
    written.map(({ rollouts }) => rollouts?.length),
  );
  // The batch is no empty case: it has rewards and failures.
  const kinds = found.groups.flatMap(({ rollouts }) => rollouts.map(({ reward }) => typeof reward));
  expect(new Set(kinds)).toEqual(new Set(["number", "undefined"]));
});

test("the check of steps and the detectors say what they are to say, from a worker", async () => {
  const { groups } = await pooled.scoreRollouts({
    batchId: "d",
    groups: written,
    admission: "verified_success",
  });
  const byId = Object.fromEntries(groups.map((group) => [group.problemId, group]));
  expect(byId["kept"]?.decision?.reason).toBe("verified_success");
  expect(byId["lucky"]?.decision?.reason).toBe("invalid_success");
  expect(byId["guessed"]?.shortcuts).toMatchObject([{ name: "modal_guess", flagged: true }]);
  expect(byId["guessed"]?.rollouts[7]?.shortcuts[0]).toMatchObject({ name: "hedging", flagged: true });
  expect(byId["long"]?.stats?.shortcutCounts).toMatchObject({ loop: 1 });
});

test.skipIf(!existsSync(dataFolder))(`and so on public data (${dataFolder})`, async () => {
  const byGold = new Map<string, string[]>();
  for (const { ours } of createResponseItems(dataFolder).slice(0, 1500)) {
    const gold = ours.golds[0]!;
    if ("response" in ours.candidate)
      byGold.set(gold, [...(byGold.get(gold) ?? []), ours.candidate.response]);
  }
  const groups = [...byGold].map(([gold, responses]) => toGroup(gold, [gold], responses));
  expect(groups.length).toBeGreaterThan(100);
  const [expected, found] = await scoreBoth({ batchId: "p", groups, admission: "verified_success" });
  expect(found).toEqual(expected);
  expect(found.groups.some(({ stats }) => Object.keys(stats?.shortcutCounts ?? {}).length > 0)).toBe(true);
});

test("health checks are answered all the while a large batch is scored", async () => {
  const step = (at: number) => `Step ${at}: as ${at} + ${at + 1} = ${2 * at + 1}, the answer is ${at}.\n`;
  const long = Array.from({ length: 2000 }, (_, at) => step(at)).join("");
  const groups = [toGroup("h", ["31"], repeat(`${long}${bare}`, 128), { problem })];
  const probe = startHealthProbe(servers[1]!.address, 0);
  const startedAt = performance.now();
  await pooled.scoreRollouts({ batchId: "h", groups });
  const tookMs = performance.now() - startedAt;
  // Shares of the call, so that the speed of the machine cancels out.
  expect(Math.max(...(await probe.stop())) / tookMs).toBeLessThan(0.4);
});
