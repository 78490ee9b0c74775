import type { Reporter, TestModule } from "vitest/node";

/** Prints the counts alone on the last line, so that any script can read the outcome. */
export default class PlainLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const testModule of modules) {
      for (const test of testModule.children.allTests()) {
        const state = test.result().state;
        if (state === "passed" || state === "failed" || state === "skipped") count[state]++;
      }
      if (testModule.state() === "failed" && [...testModule.children.allTests()].length === 0) count.failed++;
    }
    // Written when the process ends, after every other reporter.
    process.once("exit", () => {
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
    });
  }
}
