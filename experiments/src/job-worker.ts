// Child process that runs one trainer pipeline and reports over IPC.
import { parseConfig, runPipeline } from "@touchstone/trainer";

process.once("message", (config) => {
  const controller = new AbortController();
  process.on("message", (message) => {
    if (message === "stop") controller.abort();
  });
  // The parent decides when to stop; a Ctrl-C of the terminal reaches the whole process group.
  process.on("SIGINT", () => {});
  runPipeline(parseConfig(config), {
    signal: controller.signal,
    onEvent: (event) => process.send?.({ kind: "event", event }),
  }).then(
    (result) => finish({ kind: "done", result }, 0),
    (error: Error) => finish({ kind: "failed", message: error.message, stack: error.stack }, 1),
  );
});
process.send?.({ kind: "ready" });

function finish(message: object, exitCode: number): void {
  process.exitCode = exitCode;
  process.send?.(message, () => process.disconnect());
}
