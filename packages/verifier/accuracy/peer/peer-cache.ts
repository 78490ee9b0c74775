import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Peer, PeerPair, PeerVerdict, PeerVersions } from "./peer-process.ts";

/** Asks the peer, or repeats what it said of the same pair in an earlier run with the same versions. */
export function cachePeer(peer: Peer, folder: string): Peer {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `peer-${nameVersions(peer.versions)}.jsonl`);
  const known = existsSync(path) ? readKnown(path) : new Map<string, PeerVerdict>();
  return {
    versions: peer.versions,
    async ask(pair) {
      const key = hashPair(pair);
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      const verdict = await peer.ask(pair);
      known.set(key, verdict);
      appendFileSync(path, `${JSON.stringify({ key, ...verdict })}\n`);
      return verdict;
    },
    close: () => peer.close(),
  };
}

function nameVersions(versions: PeerVersions): string {
  const text = Object.entries(versions)
    .map(([name, version]) => `${name}-${version}`)
    .join("_");
  return text.replaceAll(/[^\w.-]/g, "");
}

function hashPair({ gold, answer }: PeerPair): string {
  return createHash("sha256")
    .update(JSON.stringify([gold, answer]))
    .digest("base64url")
    .slice(0, 24);
}

/** A line that a killed run left half written is asked again. */
function readKnown(path: string): Map<string, PeerVerdict> {
  const known = new Map<string, PeerVerdict>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    try {
      const { key, outcome, cpuMs } = JSON.parse(line) as PeerVerdict & { key: string };
      known.set(key, { outcome, cpuMs });
    } catch {}
  }
  return known;
}
