// npm run accuracy -- frames: puts golds of the public data sets into responses of known truth, grades them with Touchstone and
// math-verify, and writes docs/accuracy-frames.md.
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { allFrames } from "./frames/all-frames.ts";
import { loadPublicGolds } from "./frames/load-public-golds.ts";
import { type FrameResult, makeRows, measureFrame } from "./measure-frames.ts";
import { cachePeer } from "./peer/peer-cache.ts";
import { type Peer, startPeer } from "./peer/peer-process.ts";
import { writeFramesReport } from "./report/frames-report.ts";

const usage = `Usage: TOUCHSTONE_PYTHON=python3 npm run accuracy -- frames [flags]

Puts golds of TOUCHSTONE_DATA into responses of known truth and writes docs/accuracy-frames.md.

  --rows <n>     most golds of a frame (default: 300)
  --only <name>  one frame; may be given several times
  --list         grade with Touchstone alone, print what it gets wrong in the working half as JSON, write nothing
  --out <file>   write the report here (default: docs/accuracy-frames.md)`;

const root = resolve(import.meta.dirname, "../../..");

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    rows: { type: "string", default: "300" },
    out: { type: "string", default: join(root, "docs/accuracy-frames.md") },
  },
});
const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(root, "../shared/data");
const python = process.env["TOUCHSTONE_PYTHON"];
const rows = Number(values.rows);

if (values.help) process.stdout.write(`${usage}\n`);
else if (!existsSync(dataFolder))
  stop(`No ${dataFolder}. Set TOUCHSTONE_DATA to the folder of the public data sets.`);
else if (!Number.isInteger(rows) || rows < 1) stop(`--rows must be a whole number above 0.\n\n${usage}`);
else if (values.list) await measureAll(undefined);
else if (python === undefined)
  stop(`Set TOUCHSTONE_PYTHON to a Python that has math-verify installed.\n\n${usage}`);
else {
  const peer = cachePeer(await startPeer({ python }), join(root, "runs/accuracy"));
  await measureAll(peer).finally(() => peer.close());
}

function stop(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

async function measureAll(peer: Peer | undefined): Promise<void> {
  const golds = loadPublicGolds(dataFolder);
  const chosen = allFrames.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
  const results: FrameResult[] = [];
  for (const frame of chosen) {
    const result = await measureFrame(frame, makeRows(frame, golds, rows), peer);
    results.push(result);
    if (values.list) for (const miss of result.misses) process.stdout.write(`${JSON.stringify(miss)}\n`);
    else
      process.stderr.write(
        `${frame.name}: ${result.byHalf.working.ours.rows + result.byHalf.report.ours.rows} rows\n`,
      );
  }
  if (peer === undefined) return;
  writeFileSync(
    values.out,
    writeFramesReport({ results, goldCount: golds.length, rows, peerVersions: peer.versions }),
  );
  process.stderr.write(`wrote ${values.out}\n`);
}
