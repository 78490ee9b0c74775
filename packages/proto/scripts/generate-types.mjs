// Generates the TypeScript types of the contract into src/gen, or into the folder given as the only argument.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = resolve(process.argv[2] ?? join(packageRoot, "src", "gen"));
const loaderPackage = createRequire(import.meta.url).resolve("@grpc/proto-loader/package.json");
const generator = join(dirname(loaderPackage), "build", "bin", "proto-loader-gen-types.js");

rmSync(outDir, { recursive: true, force: true });
const result = spawnSync(
  process.execPath,
  [
    generator,
    "touchstone/verifier/v1/verifier.proto",
    `--includeDirs=${join(packageRoot, "proto")}`,
    `--outDir=${outDir}`,
    // These mirror the options in src/load-contract.ts; a test compares both.
    "--longs=Number",
    "--enums=String",
    "--defaults",
    "--oneofs",
    "--arrays",
    "--objects",
    "--includeComments",
    "--grpcLib=@grpc/grpc-js",
    "--importFileExtension=.ts",
  ],
  { cwd: packageRoot, stdio: "inherit" },
);
if (result.status !== 0) process.exit(result.status ?? 1);

// The generator writes absolute paths into its headers; only the part below the package is the same everywhere.
for (const entry of readdirSync(outDir, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(`${packageRoot}/`, ""));
}
