import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTensorboardSink } from "./tensorboard-sink.ts";

const python = process.env["TOUCHSTONE_PYTHON"] ?? "python3";
const hasTensorboard = spawnSync(python, ["-c", "import tensorboard"]).status === 0;

const reader = `
import json, sys
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
events = EventAccumulator(sys.argv[1]); events.Reload()
text = [t.tensor_proto.string_val[0].decode() for t in events.Tensors("config")]
print(json.dumps({"scalars": {tag: [[e.step, e.value] for e in events.Scalars(tag)] for tag in events.Tags()["scalars"]}, "text": text}))
`;

describe("createTensorboardSink", () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "touchstone-tb-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it("names its file as TensorBoard expects", () => {
    const sink = createTensorboardSink({ directory: join(directory, "a"), now: () => 1_700_000_000_000 });
    sink.close();
    expect(readdirSync(join(directory, "a"))[0]).toMatch(/^events\.out\.tfevents\.1700000000\..*\.v2$/);
  });

  it.skipIf(!hasTensorboard)(
    "is read back by tensorboard, which drops points that a restart overrides",
    () => {
      const first = createTensorboardSink({ directory, now: () => 1_700_000_000_000 });
      first.writeText(0, "config", "run: {}");
      for (const step of [1, 2, 3])
        first.writeMetrics(step, { "rewards/answer/mean": step / 4, broken: Number.NaN });
      first.close();
      const second = createTensorboardSink({ directory, now: () => 1_700_000_100_000, restartStep: 3 });
      second.writeMetrics(3, { "rewards/answer/mean": 0.5 });
      second.flush();
      second.close();
      const result = spawnSync(python, ["-c", reader, directory], { encoding: "utf8" });
      expect(result.stderr).not.toContain("Traceback");
      expect(JSON.parse(result.stdout)).toEqual({
        scalars: {
          "rewards/answer/mean": [
            [1, 0.25],
            [2, 0.5],
            [3, 0.5],
          ],
        },
        text: ["run: {}"],
      });
    },
  );
});
