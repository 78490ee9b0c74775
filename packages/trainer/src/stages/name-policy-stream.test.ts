import { expect, test } from "vitest";
import type { PipelineConfig } from "../config.ts";
import { namePolicyStream } from "./name-policy-stream.ts";

const config = (settings: object) => ({ run: { name: "r", seed: 1, ...settings } }) as PipelineConfig;

test("a resumed run keeps its stream, and other settings take another", () => {
  const name = namePolicyStream(config({}), "rl");
  expect(name).toMatch(/^r\/1\/rl\/[0-9a-f]{16}$/);
  expect(namePolicyStream(config({}), "rl")).toBe(name);
  expect(namePolicyStream(config({ out: "elsewhere" }), "rl")).not.toBe(name);
});
