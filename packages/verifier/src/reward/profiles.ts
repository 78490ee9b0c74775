import { suggestWord } from "../closest-word.ts";
import { InvalidRequestError } from "../errors.ts";
import { type ComponentName, componentNames } from "./components.ts";
import { type ComponentGates, readGates } from "./gates.ts";

/** Weight of each component in the reward. */
export type ComponentWeights = Readonly<Partial<Record<ComponentName, number>>>;

/** A named way to turn components into a reward. */
export interface RewardProfile {
  readonly name: string;
  readonly description: string;
  readonly weights: ComponentWeights;
}

/** The profiles this server knows; the first is the default. */
export const rewardProfiles: readonly RewardProfile[] = [
  {
    name: "truth",
    description: "1 for a correct answer, 0 for an incorrect one.",
    weights: { answer: 1 },
  },
  {
    name: "format",
    description: "Control: 1 when an answer stands where the policy wants it and the response is complete.",
    weights: { format: 1 },
  },
  {
    name: "random",
    description: "Control: a fair coin, fixed by seed, batch, problem and rollout.",
    weights: { random: 1 },
  },
  {
    name: "inverted",
    description: "Control: 1 for an incorrect answer, 0 for a correct one.",
    weights: { inverted: 1 },
  },
  {
    name: "majority",
    description: "Control: 1 when the answer equals the most frequent answer of its group.",
    weights: { majority: 1 },
  },
];

/** A reward specification with every field set. */
export interface ResolvedReward {
  readonly profile: string;
  readonly weights: ComponentWeights;
  readonly gates: ComponentGates;
  readonly seed: number;
}

/** A reward specification as requested; empty fields take their defaults. */
export interface RequestedReward {
  readonly profile: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly gates?: Readonly<Record<string, string>>;
  readonly seed: number;
}

/**
 * The specification with defaults filled in. Weights replace the profile's own as a whole.
 *
 * @throws InvalidRequestError for an unknown profile, component or gate, or a weight that is not a finite number
 */
export function resolveReward(requested: RequestedReward | null | undefined): ResolvedReward {
  const name = requested?.profile || "truth";
  const profile = rewardProfiles.find((known) => known.name === name);
  if (profile === undefined) {
    const names = rewardProfiles.map((known) => known.name);
    throw new InvalidRequestError(`Unknown reward profile ${quote(name)}.${suggestWord(name, names)}`);
  }
  const given = Object.entries(requested?.weights ?? {});
  const weights = given.length === 0 ? profile.weights : readWeights(given);
  return { profile: name, weights, gates: readGates(requested?.gates ?? {}), seed: requested?.seed ?? 0 };
}

function readWeights(given: readonly [string, number][]): ComponentWeights {
  const weights: Partial<Record<ComponentName, number>> = {};
  for (const [name, weight] of given) {
    const component = componentNames.find((known) => known === name);
    if (component === undefined) {
      throw new InvalidRequestError(
        `Unknown reward component ${quote(name)}.${suggestWord(name, componentNames)}`,
      );
    }
    if (!Number.isFinite(weight)) {
      throw new InvalidRequestError(`The weight of component "${name}" must be a finite number.`);
    }
    weights[component] = weight;
  }
  return weights;
}

function quote(name: string): string {
  return JSON.stringify(name.length > 64 ? `${name.slice(0, 64)}…` : name);
}
