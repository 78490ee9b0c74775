import { InvalidRequestError } from "../errors.ts";

/**
 * Checks that ids are unique or empty.
 *
 * @param what where the ids stand, for the message: "items", "groups[3].rollouts"
 * @throws InvalidRequestError that names both places of the first repeated id
 */
export function requireUniqueIds(what: string, items: readonly { readonly id: string }[]): void {
  const places = new Map<string, number>();
  for (const [index, { id }] of items.entries()) {
    if (id === "") continue;
    const earlier = places.get(id);
    if (earlier !== undefined) {
      const shown = JSON.stringify(id.length > 80 ? `${id.slice(0, 80)}…` : id);
      throw new InvalidRequestError(
        `${what}[${earlier}] and ${what}[${index}] share the id ${shown}. Give each its own id, or leave ids empty.`,
      );
    }
    places.set(id, index);
  }
}
