/** When an update counts as written: on the disk, or handed to the operating system (which a kill survives). */
export const syncPolicies = ["disk", "os"] as const;

export type SyncPolicy = (typeof syncPolicies)[number];
