import type { ReceivedAnswerPolicy, ReceivedGraderSpec } from "@touchstone/proto";
import { suggestWord } from "../../closest-word.ts";
import { InvalidRequestError } from "../../errors.ts";
import { type JsonSchema, refer } from "../openapi/json-schema.ts";
import type { FieldShape, MessageShape, ValueShape } from "../proto-json/contract-shape.ts";
import { readMessage } from "../proto-json/read-message.ts";

/** What the address of a trainer's shape may set: its trainers configure nothing but an address. */
export interface TrainerSettings {
  /** null: the server's defaults. */
  readonly policy: ReceivedAnswerPolicy | null;
  /** null: the mathematical core. */
  readonly grader: ReceivedGraderSpec | null;
  /** Reward of an item that could not be judged; unset: it has none. */
  readonly failureReward?: number;
}

const failureName = "failure_reward";
const graderName = "grader";

/** How the description of the door shows these parameters. */
export function describeSettings(policyShape: MessageShape): JsonSchema[] {
  const failure = {
    name: failureName,
    in: "query",
    schema: { type: "number" },
    description: "Reward of a sample that could not be judged; without it such a sample has none.",
  };
  const fields = policyShape.fields.map(({ name, comment, value, cardinality }) => ({
    name,
    in: "query",
    schema:
      cardinality === "list"
        ? { type: "string" }
        : value.kind === "enum"
          ? refer(value.name)
          : valueSchema(value),
    description: `${comment} Field of the answer policy.`.trim(),
  }));
  const grader = {
    name: graderName,
    in: "query",
    schema: { type: "string" },
    description: "Name of a grader; its options are further parameters, grader.<option>.",
  };
  return [failure, grader, ...fields];
}

function valueSchema(value: ValueShape): JsonSchema {
  return { type: value.kind === "scalar" && value.type === "bool" ? "boolean" : "number" };
}

/**
 * Reads the parameters of an address: fields of the answer policy under their short names (`place=box`),
 * `grader` with `grader.<option>`, and `failure_reward`.
 *
 * @param policyShape the message AnswerPolicy
 * @throws InvalidRequestError for an unknown parameter or value
 */
export function readSettings(query: URLSearchParams, policyShape: MessageShape): TrainerSettings {
  const json: Record<string, unknown> = {};
  let failureReward: number | undefined;
  let grader: ReceivedGraderSpec | null = null;
  for (const [name, value] of query) {
    if (name === failureName) {
      failureReward = readFailureReward(value);
      continue;
    }
    if (name === graderName || name.startsWith(`${graderName}.`)) {
      // Without a prototype every name is a name.
      grader ??= { name: "", options: Object.create(null) as Record<string, string> };
      if (name === graderName) grader.name = value;
      else grader.options[name.slice(graderName.length + 1)] = value;
      continue;
    }
    const field = policyShape.fieldsByName.get(name);
    if (field === undefined) {
      const known = [failureName, graderName, ...policyShape.fields.map((each) => each.name)];
      throw new InvalidRequestError(
        `Unknown parameter ${JSON.stringify(name.slice(0, 64))} of the address.${suggestWord(name, known)}`,
      );
    }
    json[field.name] = readParameter(field, value);
  }
  const policy =
    Object.keys(json).length === 0 ? null : (readMessage(policyShape, json) as ReceivedAnswerPolicy);
  return { policy, grader, ...(failureReward === undefined ? {} : { failureReward }) };
}

function readFailureReward(value: string): number {
  const reward = value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isFinite(reward)) return reward;
  throw new InvalidRequestError(`${failureName} must be a number.`);
}

function readParameter({ value: shape, cardinality }: FieldShape, text: string): unknown {
  if (cardinality === "list") return text === "" ? [] : text.split(",");
  if (shape.kind === "scalar" && shape.type === "bool" && (text === "true" || text === "false")) {
    return text === "true";
  }
  if (shape.kind !== "enum") return text;
  const names = [...shape.values.keys()];
  const ending = `_${text.toUpperCase()}`;
  // Names that end alike ("GOLD_DIGITS" and "DIGITS") differ in length: the shortest is the one that was meant.
  const matches = names.filter((name) => name.endsWith(ending)).sort((a, b) => a.length - b.length);
  return matches[0] ?? text;
}
