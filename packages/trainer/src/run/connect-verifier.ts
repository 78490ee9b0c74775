import { join } from "node:path";
import { type AnswerPolicy, policyToWire, type VerifierClient } from "@touchstone/proto";
import type { PipelineConfig } from "../config.ts";
import { createGrpcReward, type RewardConfig } from "../reward/grpc-reward.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import { startVerifierCommand, type VerifierProcess } from "../reward/verifier-process.ts";
import { createPatientCaller } from "../reward/wait-for-verifier.ts";
import type { Task } from "../tasks/task.ts";
import { createRunClient } from "./create-run-client.ts";
import type { EventListener } from "./events.ts";

/** The run's way to its verifier; nothing is started or connected before the first use. */
export interface VerifierConnection {
  connectRewards(policyStream: string, reward: RewardConfig): Promise<RewardSource>;
  close(): Promise<void>;
}

/** What a connection needs to know. */
export interface ConnectionOptions {
  readonly config: PipelineConfig;
  readonly task: Task | undefined;
  readonly runDirectory: string;
  readonly emit: EventListener;
  readonly signal: AbortSignal;
}

/** Prepares the connection to the verifier of a pipeline, which is started first when the config has a command. */
export function createVerifierConnection(options: ConnectionOptions): VerifierConnection {
  let opened: Promise<OpenConnection> | undefined;
  return {
    connectRewards: async (policyStream, reward) => {
      opened ??= openConnection(options);
      const { client, callPatiently } = await opened;
      const server = await callPatiently(() => client.describe({ signal: options.signal }), options.signal);
      return createGrpcReward({
        client,
        callPatiently,
        policy: resolveAnswerPolicy(options),
        reward,
        policyStream,
        server,
      });
    },
    close: async () => {
      const open = await opened?.catch(() => undefined);
      open?.client.close();
      await open?.process?.stop();
    },
  };
}

/** The answer policy of a run: the task's choice, with the config's on top. */
export function resolveAnswerPolicy({
  config,
  task,
}: Pick<ConnectionOptions, "config" | "task">): AnswerPolicy {
  return { ...task?.answerPolicy, ...policyToWire(config.verifier.policy ?? {}) };
}

interface OpenConnection {
  readonly client: VerifierClient;
  readonly callPatiently: ReturnType<typeof createPatientCaller>;
  readonly process: VerifierProcess | undefined;
}

async function openConnection({ config, runDirectory, emit }: ConnectionOptions): Promise<OpenConnection> {
  const { command } = config.verifier;
  const onExit = (reason: string) =>
    emit({ type: "notice", message: `The verifier that this run started ${reason}; starting it again.` });
  const process =
    command === undefined
      ? undefined
      : await startVerifierCommand({
          command,
          address: config.verifier.address,
          ledgerFile: join(runDirectory, "difficulty.ledger"),
          onExit,
        });
  const address = process?.address ?? config.verifier.address;
  if (process !== undefined) emit({ type: "verifier_started", address });
  const client = createRunClient(config.verifier, address);
  const callPatiently = createPatientCaller({
    onAway: (reason) => emit({ type: "verifier_away", address, reason }),
    onBack: (waitedMs) => emit({ type: "verifier_back", address, waitedMs }),
  });
  return { client, callPatiently, process };
}
