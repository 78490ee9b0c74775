import { setTimeout as sleep } from "node:timers/promises";
import { credentials, loadPackageDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { protoPath as healthProto } from "grpc-health-check";

/** Asks a server again and again whether it serves. */
export interface HealthProbe {
  /** Stops asking; how long each answer took, in milliseconds. Throws where one was not "serving". */
  stop(): Promise<number[]>;
}

/** SERVING of grpc.health.v1. */
const serving = 1;

/** Starts a probe that waits so long between an answer and the next question, over a connection of its own. */
export function startHealthProbe(address: string, pauseMs: number): HealthProbe {
  // biome-ignore lint/suspicious/noExplicitAny: a client loaded at run time has no types.
  const { grpc } = loadPackageDefinition(loadSync(healthProto)) as any;
  const client = new grpc.health.v1.Health(address, credentials.createInsecure());
  const ask = () =>
    new Promise<number>((resolve, reject) =>
      client.check({ service: "" }, (error: Error | null, reply: { status: number }) =>
        error === null ? resolve(reply.status) : reject(error),
      ),
    );
  const times: number[] = [];
  let isStopped = false;
  const work = async () => {
    while (!isStopped) {
      const askedAt = performance.now();
      const status = await ask();
      times.push(performance.now() - askedAt);
      if (status !== serving) throw new Error(`The health check answered with status ${status}.`);
      await sleep(pauseMs);
    }
  };
  const done = work().finally(() => client.close());
  // Whoever stops the probe hears of its errors.
  done.catch(() => {});
  return {
    async stop() {
      isStopped = true;
      await done;
      return times;
    },
  };
}
