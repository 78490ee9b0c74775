import { mayBeChoice } from "../value/choice.ts";
import { readOptionSet } from "../value/option-set.ts";
import type { ParsedAnswer, Value } from "../value/value.ts";

/**
 * What the golds are, as far as finding an answer depends on it: `formula`: numbers or formulas; `option`: letters of
 * options; `text`: words; `any`: anything else, or golds of several kinds.
 */
export type GoldKind = "formula" | "option" | "text" | "any";

/** A description of the golds that says nothing of their values. */
export interface GoldShape {
  readonly kind: GoldKind;
  /** A gold names an option, or the item lists options. */
  readonly hasOptions: boolean;
  /** How many parts a gold lists; 1 for a single value. */
  readonly parts: number;
}

/** The shape of golds that nobody knows. */
export const anyShape: GoldShape = { kind: "any", hasOptions: false, parts: 1 };

/** Returns the shape of the golds of an item. */
export function goldShape(
  golds: readonly { readonly parsed: ParsedAnswer }[],
  choices: readonly string[],
): GoldShape {
  let kind: GoldKind | undefined;
  let hasOptions = choices.length > 0;
  let parts = 1;
  for (const { parsed } of golds) {
    const own = kindOf(parsed);
    kind = kind === undefined || kind === own ? own : "any";
    hasOptions ||= !startsFormula(parsed.text) && (isOption(parsed.text) || mayBeMarkedOption(parsed.text));
    parts = Math.max(parts, partsOf(parsed.readings[0]));
  }
  return { kind: choices.length === 0 ? (kind ?? "any") : "any", hasOptions, parts };
}

function kindOf({ text, readings }: ParsedAnswer): GoldKind {
  if (startsFormula(text) && readings[0]?.kind !== "statement") return "formula";
  if (isOption(text)) return /^\(?[A-J]\)?$/.test(text) ? "option" : "any";
  if (readings[0]?.kind === "statement" || mayBeMarkedOption(text)) return "any";
  if (isPlainWords(text)) return "text";
  return /\d|[=^_+<>]|\\(?!text|mathrm|textbf)[A-Za-z]/.test(text) || text.length === 1 ? "formula" : "any";
}

/** A digit, a minus sign, or a command that sets no text. */
function startsFormula(text: string): boolean {
  const code = text.charCodeAt(0);
  if ((code >= 48 && code <= 57) || code === 45) return true;
  return code === 92 && "fsplcd".includes(text.charAt(1));
}

function isOption(text: string): boolean {
  return text.length <= 24 && (/^\(?[A-J]\)?$/.test(text) || readOptionSet(text) !== undefined);
}

/** `\textbf{(C)}\ 12`, `C. 12`. */
function mayBeMarkedOption(text: string): boolean {
  return mayBeChoice(text) && /^(?:\\\w+\{)?[([]?[A-J][)\].:]/.test(text);
}

/** Longest text of words alone. */
const maxWordChars = 200;

/** Words, with a `\text{...}` around them or without. */
function isPlainWords(text: string): boolean {
  if (text.length > maxWordChars) return false;
  return /^(?:\\(?:text|mathrm|textbf)\{)?[\p{L}\s.,'’-]*\p{L}{2}[\p{L}\s.,'’-]*\}?$/u.test(text);
}

function partsOf(value: Value | undefined): number {
  if (value === undefined) return 1;
  return value.kind === "list" || value.kind === "bracket" ? Math.max(1, value.items.length) : 1;
}
