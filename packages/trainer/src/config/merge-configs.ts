/** Lays `upper` over `lower`: maps are merged key by key, everything else, lists included, is replaced whole. */
export function mergeConfigs(lower: unknown, upper: unknown): unknown {
  if (!isMap(lower) || !isMap(upper)) return upper;
  const merged = new Map(Object.entries(lower));
  for (const [key, value] of Object.entries(upper)) {
    merged.set(key, merged.has(key) ? mergeConfigs(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}

/** Whether a value is a map of a config file. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
