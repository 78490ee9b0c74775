import { ProtoError } from "./errors.ts";
import type { AnswerPolicy } from "./messages.ts";

/** An answer policy under the short names that configuration files and command lines use. */
export interface PlainAnswerPolicy {
  readonly place?: "box" | "marked" | "anywhere";
  readonly choice?: "last" | "first" | "all_agree";
  readonly adjacentBoxes?: "joined" | "separate";
  readonly prose?: "trim" | "refuse";
  readonly afterReasoningOnly?: boolean;
  readonly percent?: "strict" | "lenient";
  readonly units?: "optional" | "required";
  readonly order?: "by_kind" | "ordered" | "unordered";
  readonly absoluteTolerance?: number;
  readonly relativeTolerance?: number;
  readonly ignoreCase?: boolean;
  readonly rounding?: "exact" | "gold_digits";
  readonly goldRule?: "any" | "all";
  readonly angles?: "lenient" | "strict";
  readonly vectors?: "any_shape" | "by_shape";
  readonly unevaluated?: "accept" | "refuse";
  readonly integrationConstant?: "from_problem" | "free" | "literal";
  readonly decimalComma?: "by_language" | "always" | "never";
  readonly symbols?: "real" | "positive" | "integer";
  readonly positiveSymbols?: readonly string[];
  readonly integerSymbols?: readonly string[];
}

const enumPrefixes = {
  place: "ANSWER_PLACE",
  choice: "ANSWER_CHOICE",
  adjacentBoxes: "ADJACENT_BOXES",
  prose: "PROSE_RULE",
  percent: "PERCENT_RULE",
  units: "UNIT_RULE",
  order: "ORDER_RULE",
  rounding: "ROUNDING_RULE",
  goldRule: "GOLD_RULE",
  angles: "ANGLE_RULE",
  vectors: "VECTOR_RULE",
  unevaluated: "UNEVALUATED_RULE",
  integrationConstant: "INTEGRATION_CONSTANT_RULE",
  decimalComma: "DECIMAL_COMMA_RULE",
  symbols: "SYMBOL_RULE",
} as const;

const scalarFields = ["afterReasoningOnly", "absoluteTolerance", "relativeTolerance", "ignoreCase"] as const;

/** Lists; an empty one is unset, as the wire cannot tell the two apart. */
const listFields = ["positiveSymbols", "integerSymbols"] as const;

type EnumField = keyof typeof enumPrefixes;
const enumFields = Object.keys(enumPrefixes) as EnumField[];

/** The policy as the contract spells it: `{ place: "box" }` becomes `{ place: "ANSWER_PLACE_BOX" }`. */
export function policyToWire(policy: PlainAnswerPolicy): AnswerPolicy {
  const wire: Record<string, unknown> = {};
  for (const field of enumFields) {
    const name = policy[field];
    if (name !== undefined) wire[field] = `${enumPrefixes[field]}_${name.toUpperCase()}`;
  }
  for (const field of scalarFields) {
    if (policy[field] !== undefined) wire[field] = policy[field];
  }
  for (const field of listFields) {
    const names = policy[field];
    if (names !== undefined && names.length > 0) wire[field] = [...names];
  }
  return wire;
}

/**
 * The policy under its short names, without the fields that are unset.
 *
 * @throws ProtoError UNKNOWN_ENUM_VALUE for a value this version of the contract does not name
 */
export function policyFromWire(policy: AnswerPolicy | null | undefined): PlainAnswerPolicy {
  const plain: Record<string, unknown> = {};
  for (const field of enumFields) {
    const name = readEnumName(field, policy?.[field]);
    if (name !== undefined) plain[field] = name;
  }
  for (const field of scalarFields) {
    const value = policy?.[field];
    if (value !== undefined) plain[field] = value;
  }
  for (const field of listFields) {
    const names = policy?.[field];
    if (names !== undefined && names.length > 0) plain[field] = [...names];
  }
  return plain;
}

function readEnumName(field: EnumField, value: string | number | undefined): string | undefined {
  if (value === undefined) return undefined;
  const prefix = `${enumPrefixes[field]}_`;
  if (typeof value === "string" && value.startsWith(prefix)) {
    const name = value.slice(prefix.length);
    return name === "UNSPECIFIED" ? undefined : name.toLowerCase();
  }
  throw new ProtoError(
    "UNKNOWN_ENUM_VALUE",
    `policy.${field} has the value ${JSON.stringify(value)}, which this version does not know. ` +
      "Update the older of client and server, or leave the field unset.",
  );
}
