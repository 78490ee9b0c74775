// Run as a child process: opens one device and prints whether that worked, as one line of JSON.
import type { Device, EngineKind } from "../engine.ts";
import { openDevice } from "./open-device.ts";

const [kind, device] = process.argv.slice(2) as [EngineKind, Device];
const reason = await openDevice(kind, device).then(
  () => "",
  (error: Error) => error.message,
);
process.stdout.write(`${JSON.stringify({ reason })}\n`, () => process.exit(0));
