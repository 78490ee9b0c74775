import type { SuiteBar, Tally } from "./suite.ts";

/** Says by how much a suite missed its bar; undefined where it kept it. */
export function missBar(bar: SuiteBar, { counts }: Tally): string | undefined {
  const total = (side: string) =>
    [...counts].reduce((sum, [name, count]) => (name.startsWith(`${side} `) ? sum + count : sum), 0);
  const paid = (side: string) => counts.get(`${side} ${bar.paid}`) ?? 0;
  const [right, wrong] = [total(bar.right), total(bar.wrong)];
  const [missed, wrongly] = [right - paid(bar.right), paid(bar.wrong)];
  if (wrongly > bar.mostPaid * wrong) return `${wrongly} of ${wrong} wrong answers paid`;
  return missed > bar.mostMissed * right ? `${missed} of ${right} right answers not paid` : undefined;
}
