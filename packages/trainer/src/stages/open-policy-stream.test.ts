import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPolicyStream } from "./open-policy-stream.ts";

test("a stage keeps its stream, and one that starts again takes another", () => {
  const directory = mkdtempSync(join(tmpdir(), "touchstone-stream-"));
  try {
    const file = join(directory, "policy-stream");
    const name = openPolicyStream(file, "words/0/rlvr");
    expect(name).toMatch(/^words\/0\/rlvr\/[0-9a-f-]{36}$/);
    expect(openPolicyStream(file, "words/0/rlvr")).toBe(name);
    rmSync(file);
    expect(openPolicyStream(file, "words/0/rlvr")).not.toBe(name);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
