import type { Draw } from "../../fuzz/draw.ts";
import { changeGold } from "./change-gold.ts";
import type { FrameRow, PublicGold } from "./frame.ts";

/** The gold in a response, which is right, and the changed gold in another response of the same frame, which is wrong. */
export function pairRows(
  { text }: PublicGold,
  draw: Draw,
  write: (answer: string, draw: Draw) => string,
): readonly FrameRow[] {
  const right = { gold: text, response: write(text, draw), isRight: true };
  const changed = changeGold(text, draw);
  return changed === undefined
    ? [right]
    : [right, { gold: text, response: write(changed, draw), isRight: false }];
}

/** A number near another one, and not equal to it. */
export function pickNeighbour(text: string, draw: Draw): string {
  return changeGold(text, draw) ?? `${text}1`;
}
