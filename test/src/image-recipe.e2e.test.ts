import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const runFile = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const dockerfile = await readFile(join(root, "deploy/Dockerfile"), "utf8");

/** What `COPY . .` brings, by the allow list of .dockerignore. */
async function copyContext(folder: string): Promise<void> {
  const rules = (await readFile(join(root, ".dockerignore"), "utf8")).split("\n");
  const allowed = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
  const left = /(^|\/)(node_modules|dist)$|\.tsbuildinfo$|\.test\.ts$/;
  for (const path of allowed) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await cp(join(root, path), join(folder, path), { recursive: true, filter: (from) => !left.test(from) });
  }
}

/** As in a fresh container: nothing of the npm that runs these tests. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|node_env$|vitest)/i.test(name)),
);

/** The shell text of the first RUN instruction. */
function buildCommand(): string {
  const run = /^RUN ((?:.*\\\n)*.*)$/m.exec(dockerfile)?.[1];
  if (run === undefined) throw new Error("deploy/Dockerfile has no RUN instruction");
  return run.replaceAll("\\\n", " ");
}

test("the steps of the Dockerfile give a verifier that runs from production dependencies alone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-image-"));
  try {
    await copyContext(folder);
    await runFile("sh", ["-ec", buildCommand()], {
      cwd: folder,
      env: environment,
      maxBuffer: 1 << 26,
    });

    expect(await readdir(join(folder, "node_modules"))).not.toContain("typescript");
    expect(await readdir(join(folder, "node_modules"))).toContain("pg");
    const entry: string[] = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(dockerfile)?.[1] ?? "[]");
    const [program = "", ...args] = entry;
    const grade = ["grade", "--gold", "\\frac{1}{2}", "--response", "\\boxed{0.5}"];
    const { stdout } = await runFile(program, [...args, ...grade], { cwd: folder });
    expect(stdout).toBe("correct (equal)\n");
    const traced = ["serve", "--port", "0", "--otlp-endpoint", "http://127.0.0.1:4318"];
    await expect(runFile(program, [...args, ...traced], { cwd: folder })).rejects.toMatchObject({
      stderr: expect.stringContaining("npm install @opentelemetry/api"),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
