import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { protoFolder } from "@touchstone/proto";
import { startVerifierProcess, type VerifierProcess } from "@touchstone/verifier";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPython, noPython } from "./find-python.ts";

const runFile = promisify(execFile);
const guide = readFileSync(new URL("../../docs/guides/grpc-python.md", import.meta.url), "utf8");
const stubs = /^\.venv\/bin\/python (-m grpc_tools\.protoc .*?)^```/ms.exec(guide)![1]!;
const examples = [...guide.matchAll(/```python\n(.*?)```\n\n```text\n(.*?)```/gs)].map(
  ([, program, output], index) => [index + 1, program!, output!] as const,
);

const python = await findPython();
const title = "the guide on gRPC from Python";

test("the guide has its examples", () => {
  expect(examples).toHaveLength(4);
});

describe.skipIf(python === undefined)(python === undefined ? `${title}: ${noPython}` : title, () => {
  const folder = mkdtempSync(join(tmpdir(), "grpc-python-"));
  let server: VerifierProcess;

  beforeAll(async () => {
    server = await startVerifierProcess({ logLevel: "error", args: ["--workers", "1"] });
    const command = stubs.replaceAll("packages/proto/proto", protoFolder);
    await runFile("bash", ["-euc", `"${python}" ${command}`], { cwd: folder });
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  test.each(examples)("program %i prints what stands beside it", async (_, program, output) => {
    const here = program.replaceAll("127.0.0.1:50051", server.address);
    const { stdout } = await runFile(python!, ["-c", here], { cwd: folder });
    expect(stdout).toBe(output);
  });
});
