/** Thrown inside the core when a text is no answer the grammar knows, or is larger than the limits allow. */
export class Unreadable extends Error {
  readonly why: "syntax" | "too_large";

  constructor(why: "syntax" | "too_large") {
    super(
      why === "syntax" ? "The text is not an answer that can be read." : "The answer exceeds a size limit.",
    );
    this.name = "Unreadable";
    this.why = why;
  }
}

// Shared instances: a stack trace per unreadable answer would cost more than reading it.
const syntaxFailure = new Unreadable("syntax");
const sizeFailure = new Unreadable("too_large");

/** Throws {@link Unreadable}: the text is outside the grammar. */
export function failSyntax(): never {
  throw syntaxFailure;
}

/** Throws {@link Unreadable}: a size limit was passed. */
export function failSize(): never {
  throw sizeFailure;
}
