import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { GoldSet, LabelledSet } from "./data-sets.ts";
import { type Half, halfOf } from "./halves.ts";

/** A labelled answer. */
export interface LabelledRow {
  readonly id: string;
  readonly gold: string;
  /** A bare answer or a whole response, as the set says. */
  readonly text: string;
  readonly label: boolean;
  /** By its problem, or by its gold where there is no problem. */
  readonly half: Half;
}

/** The rows of a labelled set that carry a label. Throws where the file is missing. */
export function loadLabelled(dataFolder: string, set: LabelledSet): LabelledRow[] {
  return readJsonLines(join(dataFolder, set.file)).flatMap((row) =>
    typeof row["correct"] === "boolean"
      ? [
          {
            id: String(row["id"]),
            gold: String(row["gold"]),
            text: String(row["response"]),
            label: row["correct"],
            half: halfOf(String(row["problem"] ?? row["gold"])),
          },
        ]
      : [],
  );
}

/** The distinct gold answers of a set, in order. Throws where a file is missing. */
export function loadGolds(dataFolder: string, set: GoldSet): string[] {
  const rows = set.files.flatMap((file) => readJsonLines(join(dataFolder, file)));
  return [...new Set(rows.map((row) => String(row["answer"])))];
}

/** The rows of a JSONL file, `.gz` or not. Throws where it is missing. */
export function readJsonLines(path: string): Record<string, unknown>[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}
