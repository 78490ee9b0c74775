import { defineConfig } from "vitest/config";

const project = (name: string, root: string) => ({
  test: {
    name,
    root,
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "fuzz/**/*.test.ts"],
    pool: "forks" as const,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      ...["proto", "verifier", "engine", "trainer", "eval"].map((name) => project(name, `packages/${name}`)),
      project("experiments", "experiments"),
      {
        test: {
          ...project("e2e", "test").test,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
    reporters: ["default", "./scripts/plain-line-reporter.ts"],
  },
});
