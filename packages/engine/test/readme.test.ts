import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("shows an example in the README that runs", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const example = readme.split("```js\n")[1]?.split("```")[0] as string;
  const built = new URL("../dist/index.js", import.meta.url).href;
  const folder = await mkdtemp(join(tmpdir(), "engine-readme-"));
  try {
    const file = join(folder, "example.mjs");
    await writeFile(file, example.replace("@touchstone/engine", built));
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    const losses = (stdout.match(/\d\.\d{6,}/g) ?? []).map(Number);
    expect(losses).toHaveLength(3);
    expect(losses[0]).toBeCloseTo(Math.log(3), 5);
    expect(losses[2]).toBeLessThan(losses[1] as number);
    expect(losses[1]).toBeLessThan(losses[0] as number);
  } finally {
    await rm(folder, { recursive: true });
  }
});
