import { formatPath } from "./config-path.ts";
import { isMap } from "./merge-configs.ts";

/** One place where two configs differ. */
export interface ConfigDifference {
  /** Path in the spelling of the compared values. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Lists where two resolved configs differ, leaf by leaf, except below the paths for which `isIgnored` holds. */
export function compareConfigs(
  before: unknown,
  after: unknown,
  isIgnored: (path: string) => boolean = () => false,
  path: readonly PropertyKey[] = [],
): ConfigDifference[] {
  const here = formatPath(path);
  if (path.length > 0 && isIgnored(here)) return [];
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compareConfigs(before[key], after[key], isIgnored, [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, i) =>
      compareConfigs(before[i], after[i], isIgnored, [...path, i]),
    ).flat();
  }
  return Object.is(before, after) ? [] : [{ path: here, before, after }];
}
