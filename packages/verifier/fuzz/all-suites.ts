import type { Suite } from "./suite.ts";
import { frames } from "./suites/frames.ts";
import { golds } from "./suites/golds.ts";
import { hostile } from "./suites/hostile.ts";
import { juxtaposition } from "./suites/juxtaposition.ts";
import { laws } from "./suites/laws.ts";
import { mathjs } from "./suites/mathjs.ts";
import { mutations } from "./suites/mutations.ts";
import { rewritings } from "./suites/rewritings.ts";
import { service } from "./suites/service.ts";
import { spellings } from "./suites/spellings.ts";
import { sympy } from "./suites/sympy.ts";
import { words } from "./suites/words.ts";

/** Every suite, in the order in which they run. */
export const allSuites: readonly Suite[] = [
  spellings,
  juxtaposition,
  words,
  rewritings,
  mutations,
  laws,
  golds,
  frames,
  sympy,
  mathjs,
  hostile,
  service,
];
