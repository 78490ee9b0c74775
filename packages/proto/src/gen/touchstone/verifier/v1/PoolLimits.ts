// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

/**
 * The processes that grade, and what may wait for them.
 */
export interface PoolLimits {
  'workers'?: (number);
  /**
   * Started and waiting to replace a lost one.
   */
  'spareWorkers'?: (number);
  /**
   * Heap of a worker; one that holds twice as much memory is replaced.
   */
  'workerMemoryBytes'?: (number | string | Long);
  /**
   * Longest time for one job (a few items) of a worker.
   */
  'workerTimeoutMs'?: (number | string | Long);
  /**
   * Over it a call is refused with RESOURCE_EXHAUSTED and the time to come back.
   */
  'maxQueuedItems'?: (number | string | Long);
  /**
   * For verdicts of GradeAnswers that are given again; 0: none.
   */
  'cacheBytes'?: (number | string | Long);
}

/**
 * The processes that grade, and what may wait for them.
 */
export interface PoolLimits__Output {
  'workers': (number);
  /**
   * Started and waiting to replace a lost one.
   */
  'spareWorkers': (number);
  /**
   * Heap of a worker; one that holds twice as much memory is replaced.
   */
  'workerMemoryBytes': (number);
  /**
   * Longest time for one job (a few items) of a worker.
   */
  'workerTimeoutMs': (number);
  /**
   * Over it a call is refused with RESOURCE_EXHAUSTED and the time to come back.
   */
  'maxQueuedItems': (number);
  /**
   * For verdicts of GradeAnswers that are given again; 0: none.
   */
  'cacheBytes': (number);
}
