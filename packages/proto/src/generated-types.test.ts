import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("../scripts/generate-types.mjs", import.meta.url));

function readTree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

test("the committed types are those of the committed contract (npm run generate -w packages/proto)", () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-types-"));
  try {
    const result = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
    expect(result.stderr).toBe("");
    expect(result.status).toBe(0);
    const committed = readTree(fileURLToPath(new URL("./gen", import.meta.url)));
    expect(Object.keys(committed).length).toBeGreaterThan(20);
    expect(readTree(folder)).toEqual(committed);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
