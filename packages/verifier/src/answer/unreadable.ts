import type { ExceededLimit } from "./name-limit.ts";

/** Thrown inside the core when a text is no answer the grammar knows, or is larger than the limits allow. */
export class Unreadable extends Error {
  readonly why: "syntax" | "too_large";
  /** The limit that was passed; undefined for text outside the grammar. */
  readonly limit: ExceededLimit | undefined;

  constructor(limit?: ExceededLimit) {
    super(
      limit === undefined
        ? "The text is not an answer that can be read."
        : "The answer exceeds a size limit.",
    );
    this.name = "Unreadable";
    this.why = limit === undefined ? "syntax" : "too_large";
    this.limit = limit;
  }
}

// Shared instances: a stack trace per unreadable answer would cost more than reading it.
const syntaxFailure = new Unreadable();
const sizeFailures: Readonly<Record<ExceededLimit, Unreadable>> = {
  maxResponseChars: new Unreadable("maxResponseChars"),
  maxAnswerChars: new Unreadable("maxAnswerChars"),
  maxDepth: new Unreadable("maxDepth"),
  maxTokens: new Unreadable("maxTokens"),
  fuel: new Unreadable("fuel"),
  fixed: new Unreadable("fixed"),
};

/** Throws {@link Unreadable}: the text is outside the grammar. */
export function failSyntax(): never {
  throw syntaxFailure;
}

/** Throws {@link Unreadable}: a size limit was passed. */
export function failSize(limit: ExceededLimit): never {
  throw sizeFailures[limit];
}
