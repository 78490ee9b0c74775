import type { Suite } from "./suite.ts";
import { hostile } from "./suites/hostile.ts";
import { laws } from "./suites/laws.ts";
import { mutations } from "./suites/mutations.ts";
import { rewritings } from "./suites/rewritings.ts";
import { spellings } from "./suites/spellings.ts";

/** Every suite, in the order in which they run. */
export const allSuites: readonly Suite[] = [spellings, rewritings, mutations, laws, hostile];
