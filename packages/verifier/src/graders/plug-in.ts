import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { VerifierError } from "../errors.ts";
import type { GraderFacts } from "./choose-grader.ts";

/** A grader of one's own, as the processes that run it are told of it. */
export interface PlugIn extends GraderFacts {
  /** Absolute path of its module. */
  readonly path: string;
  /** SHA-256 of that file, in hex: a process that starts later must not judge by another text. */
  readonly digest: string;
}

/**
 * SHA-256 of a file, in hex.
 *
 * @throws VerifierError GRADER_UNUSABLE where it cannot be read
 */
export function digestFile(path: string): string {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw unusableGrader(path, reason, cause);
  }
}

/** The error for a module that is no grader. */
export function unusableGrader(path: string, reason: string, cause?: unknown): VerifierError {
  const message = `The grader ${path} cannot be used (${reason}). The guide docs/guides/graders.md shows one.`;
  return new VerifierError("GRADER_UNUSABLE", message, { cause });
}
