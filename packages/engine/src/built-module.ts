/** Returns the URL of a compiled module of this package, for worker threads and child processes. */
export function builtModule(path: string): URL {
  const isSource = import.meta.url.endsWith(".ts");
  return new URL(isSource ? `../dist/${path}` : `./${path}`, import.meta.url);
}
