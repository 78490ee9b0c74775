import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const runCommand = (name: string, ...args: string[]) =>
  spawnSync(join(root, "node_modules", ".bin", name), args, { cwd: root, encoding: "utf8" });

describe("commands as the install links them", () => {
  it.each(["touchstone-verifier", "touchstone-trainer", "touchstone-eval"])("%s is there", (name) => {
    const help = runCommand(name, "--help");
    expect(help.error).toBeUndefined();
    expect(help.stdout).toContain(`Usage: ${name}`);
    expect(help.status).toBe(0);
  });

  it.each(["touchstone-verifier", "touchstone-trainer", "touchstone-eval"])(
    "%s says nothing when its reader goes away",
    (name) => {
      const script = `"${join(root, "node_modules", ".bin", name)}" --help | true`;
      expect(spawnSync("sh", ["-c", script], { encoding: "utf8" }).stderr).toBe("");
    },
  );

  it("keeps the exit code of the program behind it", () => {
    expect(runCommand("touchstone-verifier", "no-such-command").status).toBe(2);
  });
});
