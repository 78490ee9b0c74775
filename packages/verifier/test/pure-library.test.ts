import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../dist/answer", import.meta.url));

/** Every file that the built library loads, with its text. */
function walkImports(entry: string): Map<string, string> {
  const files = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    const text = readFileSync(path, "utf8");
    files.set(path, text);
    for (const specifier of specifiersOf(text)) {
      expect([relative(folder, path), specifier]).toEqual([
        relative(folder, path),
        expect.stringMatching(/^\.\.?\//),
      ]);
      waiting.push(join(dirname(path), specifier));
    }
  }
  return files;
}

function specifiersOf(text: string): string[] {
  const forms =
    /(?:^|\n)\s*(?:import|export)\s(?:[^"';]*\sfrom\s)?["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;
  return [...text.matchAll(forms)].map(([, statically, dynamically]) => (statically ?? dynamically)!);
}

test("@touchstone/verifier/answer loads nothing but its own files: no dependency, no node: module", () => {
  const files = walkImports(join(folder, "index.js"));
  expect(files.size).toBeGreaterThan(40);
  for (const path of files.keys()) expect(relative(folder, path)).not.toMatch(/^\.\./);
});

test("it asks for no clock, no randomness, no input or output", () => {
  const impure =
    /\b(?:process|Buffer|globalThis|fetch|performance|Date|require|setTimeout|setInterval|setImmediate|queueMicrotask|console|eval|Function)\s*[.(]|\bMath\.random\b|\bnew (?:Date|Function|Worker)\b/;
  for (const [path, text] of walkImports(join(folder, "index.js"))) {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\n)\s*\/\/[^\n]*/g, "");
    expect([relative(folder, path), code.match(impure)?.[0]]).toEqual([relative(folder, path), undefined]);
  }
});

test("the walk sees every form of import", () => {
  expect(
    specifiersOf(
      'import { a } from "./a.js";\nexport {\n  b,\n} from "./b.js";\nimport "node:fs";\nawait import("c");',
    ),
  ).toEqual(["./a.js", "./b.js", "node:fs", "c"]);
});
