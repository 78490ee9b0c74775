import { createHash } from "node:crypto";

/** A half of every labelled set: rows of the first are read and worked with, of the second only totals are shown. */
export type Half = "working" | "report";

/** Both halves, in the order of the reports. */
export const halves: readonly Half[] = ["working", "report"];

/**
 * The half that a row belongs to, by its problem, or by its gold where it has none: the first bit of the SHA-256 of that
 * text, so that all answers to one problem are in one half.
 */
export function halfOf(text: string): Half {
  const [first = 0] = createHash("sha256").update(text).digest();
  return first < 128 ? "working" : "report";
}
