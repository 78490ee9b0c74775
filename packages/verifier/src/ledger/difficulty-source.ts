import {
  type ConnectionSettings,
  createVerifierClient,
  ProtoError,
  readConnection,
  type SentDifficulty,
  type VerifierClient,
} from "@touchstone/proto";
import { VerifierError } from "../errors.ts";
import { CallTally } from "../service/call-tally.ts";
import { importDifficulty, listDifficulty } from "../service/serve-difficulty.ts";
import { openLedger } from "./open-ledger.ts";
import { readDifficultyConfig } from "./read-difficulty-config.ts";

/** Counts to enter, as the contract spells them. */
export interface CountsToImport {
  readonly batchId: string;
  readonly policyStream: string;
  readonly policyStep: number;
  readonly problems: { problemId: string; rollouts: number; correct: number }[];
}

/** A ledger as the command line sees it: opened here, or behind a server. */
export interface DifficultySource {
  listStreams(): Promise<string[]>;
  /** All problems of a stream; `step` absent: each at its newest evidence. */
  listProblems(stream: string, step?: number): AsyncGenerator<SentDifficulty>;
  /** Enters counts once; resolves to the number of problems entered by this call. */
  importCounts(counts: CountsToImport): Promise<number>;
  close(): Promise<void>;
}

/** Where a ledger is. */
export interface SourceLocation extends ConnectionSettings {
  readonly ledger?: string;
  readonly address?: string;
  readonly difficultyConfig?: string;
  readonly difficulty?: readonly string[];
}

type ListPage = (request: {
  policyStream: string;
  pageSize: number;
  pageToken: string;
  policyStep?: number;
}) => Promise<{ problems?: SentDifficulty[]; nextPageToken?: string; policyStreams?: string[] }>;

type ImportBatch = (counts: CountsToImport) => Promise<{ imported?: number }>;

/**
 * Opens a ledger, or connects to the server that has it. A ledger file to read has to be there.
 *
 * @throws VerifierError as `openLedger` does; INVALID_OPTION for wrong settings
 */
export async function openDifficultySource(
  where: SourceLocation,
  use: "read" | "write",
): Promise<DifficultySource> {
  if (where.address !== undefined) {
    const client = connect(where.address, where);
    return createSource(
      (request) => client.listDifficulty(request),
      (counts) => client.importDifficulty(counts),
      async () => client.close(),
    );
  }
  const config = readDifficultyConfig(where.difficultyConfig, where.difficulty);
  const ledger = await openLedger(where.ledger, {
    config,
    sync: "disk",
    // Its user's own file, read and written by nobody else meanwhile.
    maxProblems: Number.POSITIVE_INFINITY,
    mustExist: use === "read",
    onWarning: (message) => process.stderr.write(`${message}\n`),
  });
  const context = { ledger, maxItems: Number.MAX_SAFE_INTEGER };
  return createSource(
    (request) => listDifficulty(request, context),
    (counts) => importDifficulty(counts, context, new CallTally()),
    () => ledger.store.close(),
  );
}

function connect(address: string, settings: ConnectionSettings): VerifierClient {
  try {
    return createVerifierClient({ address, ...readConnection(settings, process.env) });
  } catch (cause) {
    if (!(cause instanceof ProtoError)) throw cause;
    throw new VerifierError("INVALID_OPTION", cause.message, { cause });
  }
}

function createSource(
  list: ListPage,
  importBatch: ImportBatch,
  close: () => Promise<void>,
): DifficultySource {
  return {
    async listStreams() {
      const { policyStreams } = await list({ policyStream: "", pageSize: 0, pageToken: "" });
      return policyStreams ?? [];
    },
    async *listProblems(stream, step) {
      let pageToken = "";
      do {
        const at = step === undefined ? {} : { policyStep: step };
        const page = await list({ policyStream: stream, pageSize: 0, pageToken, ...at });
        yield* page.problems ?? [];
        pageToken = page.nextPageToken ?? "";
      } while (pageToken !== "");
    },
    importCounts: async (counts) => (await importBatch(counts)).imported ?? 0,
    close,
  };
}
