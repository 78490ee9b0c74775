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
  const kinds = new Set(golds.map(({ parsed }) => kindOf(parsed)));
  const [kind] = kinds;
  const hasLetter = golds.some(({ parsed }) => isOption(parsed.text) || mayBeMarkedOption(parsed.text));
  return {
    kind: kinds.size === 1 && kind !== undefined && choices.length === 0 ? kind : "any",
    hasOptions: choices.length > 0 || hasLetter,
    parts: golds.reduce((most, { parsed }) => Math.max(most, partsOf(parsed.readings[0])), 1),
  };
}

function kindOf({ text, readings }: ParsedAnswer): GoldKind {
  if (isOption(text)) return /^\(?[A-J]\)?$/.test(text) ? "option" : "any";
  if (readings[0]?.kind === "statement" || mayBeMarkedOption(text)) return "any";
  if (isPlainWords(text)) return "text";
  return /\d|[=^_+<>]|\\(?!text|mathrm|textbf)[A-Za-z]/.test(text) || text.length === 1 ? "formula" : "any";
}

function isOption(text: string): boolean {
  return text.length <= 24 && (/^\(?[A-J]\)?$/.test(text) || readOptionSet(text) !== undefined);
}

/** `\textbf{(C)}\ 12`, `C. 12`. */
function mayBeMarkedOption(text: string): boolean {
  return mayBeChoice(text) && /^(?:\\\w+\{)?[([]?[A-J][)\].:]/.test(text);
}

/** Words, with a `\text{...}` around them or without. */
function isPlainWords(text: string): boolean {
  return /^(?:\\(?:text|mathrm|textbf)\{)?[\p{L}\s.,'’-]*\p{L}{2}[\p{L}\s.,'’-]*\}?$/u.test(text);
}

function partsOf(value: Value | undefined): number {
  if (value === undefined) return 1;
  return value.kind === "list" || value.kind === "bracket" ? Math.max(1, value.items.length) : 1;
}
