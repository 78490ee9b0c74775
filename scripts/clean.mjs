// Removes what the build made. Dependencies and run directories stay.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";

for (const parent of ["packages", "."]) {
  for (const entry of readdirSync(join(root, parent), { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === "node_modules") continue;
    for (const made of ["dist", ".turbo"])
      rmSync(join(root, parent, entry.name, made), { recursive: true, force: true });
  }
}
rmSync(join(root, ".turbo"), { recursive: true, force: true });
