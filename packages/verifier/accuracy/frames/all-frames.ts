import { condition, constant, label, parts } from "./anatomy-frames.ts";
import type { Frame } from "./frame.ts";
import { bare, box, inText, markers, wrapped } from "./plain-frames.ts";
import { aboutAnswer, boxTail, markerTail, selfCheck } from "./remark-frames.ts";
import { glued, unit, word } from "./science-frames.ts";

/** Every frame, in the order of the report. */
export const allFrames: readonly Frame[] = [
  box,
  bare,
  markers,
  wrapped,
  inText,
  label,
  selfCheck,
  aboutAnswer,
  markerTail,
  boxTail,
  parts,
  unit,
  condition,
  constant,
  word,
  glued,
];
