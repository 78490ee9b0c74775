// Fails when the lock file would break an install elsewhere: a download address, or an optional platform package
// that an entry names but the lock file lacks (npm writes such a file, then `npm ci` refuses it).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const problems = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (/^https?:/.test(entry.resolved ?? ""))
    problems.push(`${path}: records the download address ${entry.resolved}`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const nested = `${path ? `${path}/` : ""}node_modules/${name}`;
    if (!lock.packages[nested] && !lock.packages[`node_modules/${name}`])
      problems.push(`${path}: optional dependency ${name} is missing`);
  }
}
if (problems.length > 0) {
  console.error(`package-lock.json cannot be used elsewhere:\n  ${problems.join("\n  ")}`);
  process.exit(1);
}
console.log(`package-lock.json: ${Object.keys(lock.packages).length} entries, no address, nothing missing`);
