import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { admitGroup, type GroupCounts, type GroupDecision } from "./admit-group.ts";
import { assessProblem, type ProblemReport, reportProblem } from "./decide-problem.ts";
import type { AdmissionRuleName, DifficultyConfig } from "./difficulty-config.ts";
import type { BatchKey, LedgerStore } from "./ledger-store.ts";
import { importCounts, observeGroup } from "./observe.ts";
import { decodeProblemState, encodeProblemState, type ProblemState } from "./problem-state.ts";
import { type RankedProblem, rankCandidate, type SelectionRequest, takeFirst } from "./select-problems.ts";

/** How the groups of a call are admitted. */
export interface Admission {
  readonly rule: AdmissionRuleName;
  /** Settings of the rule; those of beliefs are the ledger's own. */
  readonly settings: DifficultyConfig;
}

/** Graded groups of one call. */
export interface ScoredBatch {
  readonly key: BatchKey;
  readonly step: number;
  readonly admission: Admission;
  /** A group without a problem id is decided on its own and not entered. */
  readonly groups: readonly (GroupCounts & { readonly problemId: string })[];
}

/** What became of one group. */
export interface GroupOutcome {
  readonly before: ProblemReport;
  readonly after: ProblemReport;
  readonly decision: GroupDecision;
}

/** Offline counts of one problem. */
export interface ImportedCounts {
  readonly problemId: string;
  readonly rollouts: number;
  readonly correct: number;
}

/** Candidates chosen for the next step. */
export interface Selection {
  readonly selected: readonly RankedProblem[];
  /** Candidates that were left out because they are dropped. */
  readonly dropped: number;
}

type EncodedGroup = readonly [before: string | null, after: string, decision: GroupDecision];

const selectionSlice = 500;

/** The difficulty of problems under policies, over any store. */
export class DifficultyLedger {
  readonly store: LedgerStore;
  readonly config: DifficultyConfig;

  constructor(store: LedgerStore, config: DifficultyConfig) {
    this.store = store;
    this.config = config;
  }

  /**
   * Enters graded groups and decides about each. A repeated batch gets the decisions of its first application.
   *
   * @throws BatchConflictError, LedgerUnavailableError
   */
  async score(batch: ScoredBatch): Promise<{ outcomes: GroupOutcome[]; repeated: boolean }> {
    const ids = [...new Set(batch.groups.map(({ problemId }) => problemId))].filter((id) => id !== "");
    const { outcome, repeated } = await this.store.apply(batch.key, ids, (states) =>
      this.#enterGroups(batch, states),
    );
    const encoded = JSON.parse(outcome) as EncodedGroup[];
    const outcomes = encoded.map(([before, after, decision], index): GroupOutcome => {
      const { problemId } = batch.groups[index]!;
      const report = (text: string | null) => this.#report(problemId, readState(text), batch.step);
      return { before: report(before), after: report(after), decision };
    });
    return { outcomes, repeated };
  }

  /** Decides about a group by itself: nothing is entered. */
  decideAlone(group: GroupCounts, step: number, { rule, settings }: Admission): GroupDecision {
    const { scored, correct } = group;
    const state = observeGroup(undefined, { step, correct, wrong: scored - correct }, this.config);
    return admitGroup(rule, group, assessProblem(state, step, this.config), settings);
  }

  /** Reports in the order of the ids; `step` absent: each at its newest evidence. */
  async get(stream: string, ids: readonly string[], step?: number): Promise<ProblemReport[]> {
    const states = await this.store.read(stream, ids);
    return ids.map((id) => this.#report(id, readState(states.get(id)), step));
  }

  /** Reports of a stream after an id, by the bytes of the ids. */
  async list(
    stream: string,
    after: string | undefined,
    limit: number,
    step?: number,
  ): Promise<ProblemReport[]> {
    const stored = await this.store.list(stream, after, limit);
    return stored.map(({ problemId, state }) => this.#report(problemId, readState(state), step));
  }

  /** Enters offline counts, once for each batch id; resolves to whether they had been entered before. */
  async import(
    key: BatchKey,
    step: number,
    items: readonly ImportedCounts[],
  ): Promise<{ repeated: boolean }> {
    const ids = [...new Set(items.map(({ problemId }) => problemId))];
    const { repeated } = await this.store.apply(key, ids, (states) => {
      const changed = new Map<string, string>();
      for (const { problemId, rollouts, correct } of items) {
        const state = readState(changed.get(problemId) ?? states.get(problemId));
        const counts = { step, correct, wrong: rollouts - correct };
        changed.set(problemId, encodeProblemState(importCounts(state, counts, this.config)));
      }
      return { states: changed, outcome: "" };
    });
    return { repeated };
  }

  /** Chooses among candidates. The draws are fixed by the request's key, so a repeated request draws the same. */
  async select(
    stream: string,
    candidates: readonly string[],
    request: SelectionRequest,
    signal?: AbortSignal,
  ): Promise<Selection> {
    const states = await this.store.read(stream, candidates);
    const ranked: RankedProblem[] = [];
    for (const [index, id] of candidates.entries()) {
      if (index % selectionSlice === selectionSlice - 1) {
        await yieldToEventLoop();
        signal?.throwIfAborted();
      }
      const candidate = rankCandidate(id, readState(states.get(id)), request, this.config);
      if (candidate !== undefined) ranked.push(candidate);
    }
    return { selected: takeFirst(ranked, request.count), dropped: candidates.length - ranked.length };
  }

  #enterGroups(
    { groups, step, admission: { rule, settings } }: ScoredBatch,
    states: ReadonlyMap<string, string>,
  ) {
    const changed = new Map<string, string>();
    const encoded = groups.map((group): EncodedGroup => {
      const { problemId, scored, correct } = group;
      const before = changed.get(problemId) ?? states.get(problemId) ?? null;
      const counts = { step, correct, wrong: scored - correct };
      const state = observeGroup(readState(before), counts, this.config);
      const after = encodeProblemState(state);
      if (problemId !== "") changed.set(problemId, after);
      return [before, after, admitGroup(rule, group, assessProblem(state, step, this.config), settings)];
    });
    return { states: changed, outcome: JSON.stringify(encoded) };
  }

  #report(problemId: string, state: ProblemState | undefined, asked: number | undefined): ProblemReport {
    return reportProblem(problemId, state, asked ?? state?.step ?? 0, this.config);
  }
}

function readState(text: string | null | undefined): ProblemState | undefined {
  return text === null || text === undefined ? undefined : decodeProblemState(text);
}
