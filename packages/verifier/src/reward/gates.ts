import { suggestWord } from "../closest-word.ts";
import { InvalidRequestError } from "../errors.ts";
import { type ComponentName, componentNames } from "./components.ts";

/** The condition that no shortcut is flagged. */
export const noShortcut = "no_shortcut";

/** Under what a component counts: another one above 0, or no flagged shortcut. */
export type GateCondition = ComponentName | typeof noShortcut;

/** The condition of each gated component. */
export type ComponentGates = Readonly<Partial<Record<ComponentName, GateCondition>>>;

const conditions: readonly GateCondition[] = [...componentNames, noShortcut];

/** @throws InvalidRequestError for an unknown component or condition, or a component gated by itself */
export function readGates(given: Readonly<Record<string, string>>): ComponentGates {
  const gates: Partial<Record<ComponentName, GateCondition>> = {};
  for (const [name, wanted] of Object.entries(given)) {
    const component = componentNames.find((known) => known === name);
    if (component === undefined) throw unknown("Unknown reward component", name, componentNames);
    const condition = conditions.find((known) => known === wanted);
    if (condition === undefined) throw unknown(`Unknown gate of component "${name}":`, wanted, conditions);
    if (condition === component) {
      throw new InvalidRequestError(`Component "${name}" cannot be its own gate; name another condition.`);
    }
    gates[component] = condition;
  }
  return gates;
}

function unknown(what: string, name: string, known: readonly string[]): InvalidRequestError {
  const shown = JSON.stringify(name.slice(0, 64));
  return new InvalidRequestError(`${what} ${shown}.${suggestWord(name, known)}`);
}
