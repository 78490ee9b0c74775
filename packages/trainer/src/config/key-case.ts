/** Keys whose values are named by the user or by another package (format names, reward components, settings of the verifier): left as written. */
export const opaqueKeys = [
  "settings",
  "problem",
  "strata",
  "formats",
  "weights",
  "gates",
  "shortcut_thresholds",
  "shortcutThresholds",
  "admission_settings",
  "admissionSettings",
] as const;
type OpaqueKey = (typeof opaqueKeys)[number];

type CamelKey<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelKey<Tail>>}`
  : S;

/** `T` with every snake_case key in camelCase, except below opaque keys. */
export type CamelCased<T> = T extends readonly (infer U)[]
  ? CamelCased<U>[]
  : T extends object
    ? { [K in keyof T as K extends string ? CamelKey<K> : K]: K extends OpaqueKey ? T[K] : CamelCased<T[K]> }
    : T;

/** Returns a copy with the file's spelling (`group_size`) turned into the code's (`groupSize`). */
export function toCamelCase<T>(value: T): CamelCased<T> {
  return convertKeys(value, (key) =>
    key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  ) as CamelCased<T>;
}

/** Returns a copy with the code's spelling (`groupSize`) turned into the file's (`group_size`). */
export function toSnakeCase(value: unknown): unknown {
  return convertKeys(value, spellKey);
}

/** Spells one camelCase key as files do. */
export function spellKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function convertKeys(value: unknown, convert: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => convertKeys(item, convert));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const isOpaque = (opaqueKeys as readonly string[]).includes(key);
    return [convert(key), isOpaque ? inner : convertKeys(inner, convert)];
  });
  return Object.fromEntries(entries);
}
