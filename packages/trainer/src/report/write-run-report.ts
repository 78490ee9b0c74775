import { join } from "node:path";
import { renderHtmlPage } from "@touchstone/eval";
import { writeFileDurably } from "../durable-files.ts";
import { readRun } from "./read-run.ts";
import { buildRunPage } from "./run-page.ts";

/**
 * Writes a run as one self-contained HTML page, also while it is going on; resolves to the file, by default
 * `report.html` in the run directory.
 *
 * @throws TrainerError NO_RUN, or CHECKPOINT_INVALID for a file of the run that cannot be read
 */
export async function writeRunReport(
  directory: string,
  file = join(directory, "report.html"),
): Promise<string> {
  writeFileDurably(file, renderHtmlPage(buildRunPage(await readRun(directory))));
  return file;
}
