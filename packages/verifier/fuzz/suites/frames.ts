import { allFrames } from "../../accuracy/frames/all-frames.ts";
import { loadPublicGolds } from "../../accuracy/frames/load-public-golds.ts";
import { gradeFrameRow } from "../../accuracy/measure-frames.ts";
import { nameShape } from "../glued/name-shape.ts";
import { dataFolder } from "../golds/load-golds.ts";
import type { OpenSuite, Suite } from "../suite.ts";

/** Golds of public data sets in responses of known truth; `npm run accuracy -- frames` measures the same frames. */
export const frames: Suite = {
  name: "frames",
  bar: { right: "right", wrong: "wrong", paid: "correct", mostMissed: 0.01, mostPaid: 0 },
  about: "golds of public data sets in responses of known truth: labels, remarks, checks, parts, units",
  open(): OpenSuite | string {
    const golds = loadPublicGolds(dataFolder);
    if (golds.length === 0) return `no data sets under ${dataFolder}; set TOUCHSTONE_DATA`;
    const byFrame = allFrames.map((frame) => ({ frame, golds: golds.filter((gold) => frame.takes(gold)) }));
    return {
      check(draw, tally) {
        const { frame, golds } = draw.pick(byFrame);
        for (const row of frame.make(draw.pick(golds), draw)) {
          const { word, reason } = gradeFrameRow(row);
          tally.add(`${row.isRight ? "right" : "wrong"} ${word}`);
          if ((word === "correct") === row.isRight) continue;
          const what = `${frame.name}, ${row.isRight ? reason : "paid"}`;
          return {
            rule: `${what}: ${nameShape(row.response)}`,
            shrinksAs: what,
            message: `${what}: ${JSON.stringify(row.gold)} and ${JSON.stringify(row.response)}`,
            detail: { ...row, word, reason },
          };
        }
        return undefined;
      },
    };
  },
};
