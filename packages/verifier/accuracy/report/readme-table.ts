import { halves } from "../halves.ts";
import { keyOf, type Matched, type Ruling } from "../judgements.ts";
import type { LabelledResult } from "../measure-labelled.ts";
import type { LabelTally } from "../tally.ts";
import { formatShare, formatTable } from "./markdown-table.ts";

const begin = "<!-- accuracy: written by npm run accuracy -->";
const end = "<!-- /accuracy -->";
const rulings: readonly Ruling[] = ["label_wrong", "policy", "verifier_wrong", "open"];

/**
 * Returns the README with the table between its marks replaced by the current one.
 *
 * @throws Error where the marks are missing
 */
export function replaceReadmeTable(
  readme: string,
  results: readonly LabelledResult[],
  matched: Matched,
): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The README needs the marks ${begin} and ${end}.`);
  return `${readme.slice(0, from + begin.length)}\n${formatReadmeTable(results, matched)}\n${readme.slice(to)}`;
}

function formatReadmeTable(results: readonly LabelledResult[], { judged }: Matched): string {
  const rows = results.map(({ set, byHalf, disagreements }) => {
    const counts = rulings.map(
      (ruling) => disagreements.filter((row) => judged.get(keyOf(row))?.ruling === ruling).length,
    );
    const sizes = halves.map((half) => byHalf[half].ours.rows).join(" + ");
    const shares = (["ours", "peer"] as const).flatMap((grader) =>
      halves.map((half) => formatAgreement(byHalf[half][grader])),
    );
    return [set.name, sizes, ...shares, ...counts];
  });
  const columns = [
    ">rows",
    ">Touchstone, working half",
    ">report half",
    ">math-verify, working half",
    ">report half",
    ">label wrong",
    ">policy",
    ">Touchstone wrong",
    ">open",
  ];
  return formatTable(["data set", ...columns], rows);
}

function formatAgreement({ agreed, rows }: LabelTally): string {
  return formatShare(agreed, rows);
}
