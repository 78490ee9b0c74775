import { existsSync } from "node:fs";

/** A Chromium on this machine; undefined, and a word about it, where there is none. */
export function findChromium(): string | undefined {
  const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) {
    process.stderr.write("Skipping the tests of the page: no Chromium (Debian: apt-get install chromium).\n");
  }
  return found;
}
