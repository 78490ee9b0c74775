import type { AnswerPolicy, GradeItem } from "@touchstone/verifier/answer";
import type { Draw } from "../draw.ts";
import { drawForm } from "../tree/draw-form.ts";
import { writeAnswer } from "../write/write-form.ts";
import { drawHostile } from "./draw-hostile.ts";

/** An item with a policy to grade it under. */
export interface HostileItem {
  readonly item: GradeItem;
  readonly policy: Partial<AnswerPolicy>;
}

const plainGolds: readonly string[] = [
  "5",
  "\\sqrt{2}+\\pi",
  "x^2+1",
  "1,2,3",
  "(1,2)",
  "east",
  "C",
  "[0,1)",
  "3 cm",
  "y=2x",
  "50\\%",
];

/** Longest hostile response; longer ones only repeat more. */
const maxResponse = 300_000;

/** Draws an item of which the gold, the answer or the response is hostile. */
export function drawHostileItem(draw: Draw): HostileItem {
  const policy: Partial<AnswerPolicy> = {
    place: draw.pick(["marked", "box", "anywhere"]),
    choice: draw.pick(["last", "first", "all_agree"]),
    afterReasoningOnly: !draw.chance(4),
    ...(draw.chance(4) ? { relativeTolerance: 1e-6 } : {}),
  };
  const gold = draw.chance(4)
    ? drawHostile(draw, 5000)
    : draw.chance(2)
      ? writeAnswer(drawForm(draw), draw)
      : draw.pick(plainGolds);
  const choices = draw.chance(8) ? [drawHostile(draw, 300), "5", gold.slice(0, 200)] : undefined;
  const candidate = draw.chance(3) ? { response: drawResponse(draw) } : { answer: drawHostile(draw, 5000) };
  return { item: { golds: [gold], candidate, ...(choices === undefined ? {} : { choices }) }, policy };
}

function drawResponse(draw: Draw): string {
  const text = drawHostile(draw, draw.pick([2000, 20_000, maxResponse]));
  switch (draw.int(4)) {
    case 1:
      return `We find \\boxed{${text}}.`;
    case 2:
      return `${text}\nThe answer is ${drawHostile(draw, 2000)}`;
    case 3:
      return `${text}\n#### ${drawHostile(draw, 2000)}`;
    default:
      return text;
  }
}
