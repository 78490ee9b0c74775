/** Time one task took. CPU time counts all threads of the process that computed. */
export interface Elapsed {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

/** Measures one task of this process. */
export async function measure(task: () => Promise<unknown>): Promise<Elapsed> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await task();
  const wallSeconds = (performance.now() - start) / 1e3;
  const { user, system } = process.cpuUsage(cpu);
  return { wallSeconds, cpuSeconds: (user + system) / 1e6 };
}

/** Returns the median of a list that is not empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}
