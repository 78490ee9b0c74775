/** Most of what a job may hold. A single entry that is larger is a job of its own. */
export interface JobBounds {
  readonly maxItems: number;
  /** In the units of `sizeOf`. */
  readonly maxSize: number;
}

/** Cuts entries into runs within the bounds; the runs end to end are the entries. */
export function cutIntoJobs<Entry>(
  entries: readonly Entry[],
  sizeOf: (entry: Entry) => number,
  { maxItems, maxSize }: JobBounds,
): Entry[][] {
  const jobs: Entry[][] = [];
  let held = 0;
  for (const entry of entries) {
    const job = jobs.at(-1);
    const size = sizeOf(entry);
    if (job === undefined || job.length >= maxItems || held + size > maxSize) {
      jobs.push([entry]);
      held = size;
    } else {
      job.push(entry);
      held += size;
    }
  }
  return jobs;
}
