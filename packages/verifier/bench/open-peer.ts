import { type Peer, startPeer } from "../accuracy/peer/peer-process.ts";

/** Starts math-verify, warmed up; undefined, with a line that says what to set, where there is no Python for it. */
export async function openPeer(): Promise<Peer | undefined> {
  const python = process.env["TOUCHSTONE_PYTHON"];
  if (python === undefined) {
    console.error("No peer: set TOUCHSTONE_PYTHON to a Python with math-verify[antlr4_13_2] installed.");
    return undefined;
  }
  const peer = await startPeer({ python });
  // Imports and first-time tables of the peer are not timed.
  for (let warm = 0; warm < 20; warm++)
    await peer.ask({ gold: `$\\frac{${warm}}{7}+x$`, answer: `$x+${warm}/7$` });
  return peer;
}
