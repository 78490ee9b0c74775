import { createEngine, type Engine, type EngineKind } from "@touchstone/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NamedArrays } from "../../src/checkpoint/named-arrays.ts";
import { packArena, unpackArena } from "../../src/model/arena.ts";
import { createRotaryTables } from "../../src/model/rotary-tables.ts";
import { createUpdateAssembler, scalar } from "../../src/policy/assemble.ts";
import { functionName } from "../../src/policy/function-names.ts";
import type { RlvrBatch, UpdateBatch } from "../../src/policy/policy.ts";
import { buildProgram, rotaryPositions } from "../../src/policy/program.ts";
import { createRandom } from "../../src/random.ts";
import { createRollouts, createSequences, createTinyPolicy, TINY_MODEL } from "../support/tiny-policy.ts";

/** Loss and gradient of one micro-batch at given parameters, straight from the program. */
async function lossAndGradient(engine: Engine, batch: UpdateBatch, arena: Float32Array) {
  const rows = batch.sequences.map((_, row) => row);
  const { cos, sin, shape } = createRotaryTables(TINY_MODEL, rotaryPositions(TINY_MODEL));
  const float = (data: Float32Array, of: readonly number[] = [data.length]) =>
    ({ shape: of, dtype: "float32", data }) as const;
  const outputs = await engine.run(
    functionName(batch.kind === "sft" ? "gradients_sft" : "gradients_rlvr", 16),
    {
      ...createUpdateAssembler(batch)({ rows, length: 16 }),
      parameters: float(arena),
      gradients: float(new Float32Array(arena.length)),
      carry: scalar(0),
      rotary_cos: float(cos, shape),
      rotary_sin: float(sin, shape),
    },
  );
  return { loss: outputs["sums"]?.data[0] as number, gradient: outputs["gradients"]?.data as Float32Array };
}

/** A direction of length 1 in one tensor of the model, zero in all others. */
function directionIn(parameters: NamedArrays, name: string): Float32Array {
  const random = createRandom("direction", name);
  const zeros = Object.entries(parameters).map(([key, { shape, data }]) => [
    key,
    { shape, data: new Float32Array(data.length) },
  ]);
  const direction: NamedArrays = Object.fromEntries(zeros);
  const data = direction[name]?.data as Float32Array;
  for (let i = 0; i < data.length; i++) data[i] = random.normal();
  const norm = Math.hypot(...data);
  data.set(data.map((value) => value / norm));
  return packArena(TINY_MODEL, direction);
}

for (const kind of ["eager", "jit"] satisfies EngineKind[]) {
  describe(`gradients on the ${kind} engine`, () => {
    let engine: Engine;
    let arena: Float32Array;
    let parameters: NamedArrays;
    let rollouts: RlvrBatch;

    beforeAll(async () => {
      engine = await createEngine(buildProgram(TINY_MODEL), { kind, selfCheck: false });
      const policy = await createTinyPolicy({ kind });
      parameters = (await policy.exportState()).parameters;
      rollouts = await createRollouts(policy, 5, 4, 0.3);
      await policy.close();
      arena = packArena(TINY_MODEL, parameters);
    });
    afterAll(() => engine?.close());

    const batches: [string, () => UpdateBatch][] = [
      ["sft", () => ({ kind: "sft", sequences: createSequences(3, 4) })],
      ["rlvr", () => rollouts],
    ];
    for (const [name, batchOf] of batches) {
      it(`of the ${name} loss match finite differences in every tensor`, async () => {
        const batch = batchOf();
        const { gradient } = await lossAndGradient(engine, batch, arena);
        expect(unpackArena(TINY_MODEL, gradient)["lm_head.weight"]?.data.some((value) => value !== 0)).toBe(
          true,
        );
        for (const tensor of Object.keys(parameters)) {
          const direction = directionIn(parameters, tensor);
          const at = async (distance: number) =>
            (
              await lossAndGradient(
                engine,
                batch,
                arena.map((value, i) => value + distance * (direction[i] as number)),
              )
            ).loss;
          const distance = 2e-3;
          const numeric = ((await at(distance)) - (await at(-distance))) / (2 * distance);
          const analytic = gradient.reduce((sum, value, i) => sum + value * (direction[i] as number), 0);
          // float32 loss: the difference quotient is exact to about 1e-7 / distance.
          expect(Math.abs(numeric - analytic), tensor).toBeLessThan(2e-4 + 2e-3 * Math.abs(analytic));
        }
      });
    }
  });
}
