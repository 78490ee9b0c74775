import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSelectionLog } from "./selection-log.ts";

describe("openSelectionLog", () => {
  let directory: string;
  let count = 0;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "touchstone-selections-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  const newFile = () => join(directory, `${count++}.jsonl`);
  const first = { step: 1, problemIds: ["a", "b"], dropped: 3, filled: 0 };
  const second = { step: 2, problemIds: ["c"], dropped: 0, filled: 1 };

  it("finds what was appended, also once opened again", () => {
    const file = newFile();
    const log = openSelectionLog(file);
    expect(log.find(1)).toBeUndefined();
    log.append(first);
    log.append(second);
    expect(log.find(1)).toEqual(first);
    log.close();
    const again = openSelectionLog(file);
    expect([again.find(1), again.find(2), again.find(3)]).toEqual([first, second, undefined]);
    again.close();
  });

  it("drops a torn last line and goes on behind the whole ones", () => {
    const file = newFile();
    const log = openSelectionLog(file);
    log.append(first);
    log.close();
    appendFileSync(file, '{"step":2,"problem_ids":["c"');
    const torn = openSelectionLog(file);
    expect(torn.find(2)).toBeUndefined();
    torn.append(second);
    torn.close();
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(2);
    expect(openSelectionLog(file).find(2)).toEqual(second);
  });

  it("leaves no file where nothing is selected", () => {
    const file = newFile();
    openSelectionLog(file).close();
    expect(existsSync(file)).toBe(false);
  });
});
