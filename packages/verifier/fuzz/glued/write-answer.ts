import type { Draw } from "../draw.ts";
import { drawHand, type Hand, nameMark } from "./hand.ts";
import { isTrap } from "./traps.ts";
import type { Tree } from "./tree.ts";
import { writeTree } from "./write-tree.ts";

const tries = 4;

/** Writes a tree in a hand of its own; undefined where every try could be read otherwise. */
export function writeGlued(tree: Tree, draw: Draw): string | undefined {
  for (let turn = 0; turn < tries; turn++) {
    const hand: Hand = {
      ...drawHand(draw),
      write: (part, isLast = true) => writeTree(part, hand, isLast),
    };
    const { text } = hand.write(tree);
    if (!isTrap(text)) return wrap(text.replaceAll(nameMark, ""), hand);
  }
  return undefined;
}

function wrap(text: string, { dialect, draw }: Hand): string {
  if (dialect !== "latex") return text;
  const isFlat = !text.includes("$");
  switch (draw.int(12)) {
    case 9:
      return isFlat ? `$${text}$` : text;
    case 10:
      return `\\displaystyle ${text}`;
    case 11:
      return draw.pick([
        `\\begin{aligned} ${text} \\end{aligned}`,
        `\\begin{aligned}\n& ${text}\n\\end{aligned}`,
        `\\left(${text}\\right)`,
      ]);
    default:
      return text;
  }
}
