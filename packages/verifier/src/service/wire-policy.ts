import type { MessageTypeDefinition } from "@grpc/proto-loader";
import {
  type PlainAnswerPolicy,
  packageDefinition,
  policyFromWire,
  policyToWire,
  type ReceivedAnswerPolicy,
  type SentAnswerPolicy,
} from "@touchstone/proto";
import type { AnswerPolicy, Verdict } from "../answer/index.ts";
import { InvalidRequestError } from "../errors.ts";

/** A policy in every form; the wire forms are shared by all verdicts that echo it. */
export interface AppliedPolicy {
  readonly policy: AnswerPolicy;
  readonly wire: SentAnswerPolicy;
  /** `wire`, encoded. */
  readonly bytes: Uint8Array;
}

const { serialize } = packageDefinition["touchstone.verifier.v1.AnswerPolicy"] as MessageTypeDefinition<
  SentAnswerPolicy,
  unknown
>;

/** The policy in every form. */
export function applyPolicy(policy: AnswerPolicy): AppliedPolicy {
  const wire = policyToWire(policy);
  return { policy, wire, bytes: serialize(wire) };
}

/**
 * The received policy laid over `base`; `base` itself when nothing was received.
 *
 * @throws InvalidRequestError for an unknown enum value, a tolerance that is not a finite number >= 0, or too many or too
 *   long names of variables
 */
export function overlayPolicy(base: AppliedPolicy, received: ReceivedAnswerPolicy | null): AppliedPolicy {
  if (received === null) return base;
  const changes = readPolicy(received);
  for (const field of ["absoluteTolerance", "relativeTolerance"] as const) {
    const value = changes[field] ?? 0;
    if (!(value >= 0 && Number.isFinite(value))) {
      throw new InvalidRequestError(`policy.${field} must be a finite number >= 0, and is ${value}.`);
    }
  }
  checkSymbols([...(changes.positiveSymbols ?? []), ...(changes.integerSymbols ?? [])]);
  return applyPolicy({ ...base.policy, ...changes });
}

/** Most names of variables that a policy may list. */
const maxSymbols = 64;
/** Longest name of a variable. */
const maxSymbolChars = 32;

function checkSymbols(names: readonly string[]): void {
  if (names.length > maxSymbols || names.some((name) => name === "" || name.length > maxSymbolChars))
    throw new InvalidRequestError(
      `policy.positiveSymbols and policy.integerSymbols hold at most ${maxSymbols} names of 1 to ${maxSymbolChars} characters.`,
    );
}

function readPolicy(received: ReceivedAnswerPolicy): PlainAnswerPolicy {
  try {
    return policyFromWire(received);
  } catch (error) {
    throw new InvalidRequestError(error instanceof Error ? error.message : String(error));
  }
}

/** The verdict of an item that is malformed. */
export function refuseItem(message: string): Verdict {
  return { kind: "failure", failure: "invalid_item", message, fuelUsed: 0 };
}
