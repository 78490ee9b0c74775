import fc from "fast-check";
import { kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("factorials and binomials", {
  equal: [
    ["5!", "120"],
    ["\\binom{5}{2}", "10"],
    ["C(5,2)", "10"],
    ["{}_5C_2", "10"],
    ["{}^5C_2", "\\binom52"],
    ["C_5^2", "10"],
    ["\\binom{n}{2}", "\\frac{n(n-1)}{2}"],
    ["{5 \\choose 2}", "10"],
    ["\\binom{10}{3}", "\\binom{10}{7}"],
    ["\\frac{10!}{3!7!}", "120"],
    ["P(5,2)", "20"],
    ["(2n)!", "(2n)(2n-1)!"],
    ["\\dbinom{n}{k}", "\\frac{n!}{k!(n-k)!}"],
    ["7!!", "105"],
    ["{}_{5}P_{2}", "20"],
  ],
  different: [
    ["5!", "5"],
    ["\\binom{5}{2}", "\\frac52"],
    ["\\binom{5}{2}", "\\binom53+1"],
    ["\\binom{5}{2}", "20"],
    ["P(5,2)", "10"],
    ["(n!)^2", "(n^2)!"],
    ["2n!", "(2n)!"],
    ["\\binom{n}{2}", "\\frac{n(n+1)}{2}"],
    ["7!!", "5040"],
    ["C(5,2)", "(5,2)"],
    ["2004!", "2006!"],
    ["\\binom{n}{k}", "\\binom{k}{n}"],
  ],
});

const respelt = spelling<readonly [n: number, k: number]>(
  ([n, k]) => `\\binom{${n}}{${n - k}}`,
  ([n, k]) => `C(${n},${k})`,
  ([n, k]) => `{}_{${n}}C_{${k}}`,
  ([n, k]) => `{${n} \\choose ${k}}`,
  ([n, k]) => `\\frac{${n}!}{${k}!(${n}-${k})!}`,
);
/** (n+1)(n+2)…(n+count) */
const rising = (n: number, count: number) =>
  Array.from({ length: count }, (_, at) => BigInt(n + at + 1)).reduce(
    (product, factor) => product * factor,
    1n,
  );

kindProperties("factorials and binomials", {
  "a binomial in other notations": fc
    .tuple(natural, fc.nat({ max: 60 }), respelt)
    .map(([k, more, spell]) => ({
      gold: `\\binom{${k + more}}{${k}}`,
      same: spell([k + more, k]),
      other: spell([k + more + 1, k]),
    })),
  "a falling quotient": fc.tuple(natural, fc.integer({ min: 1, max: 4 })).map(([n, more]) => ({
    gold: `\\frac{${n + more}!}{${n}!}`,
    same: `${rising(n, more)}`,
    other: `${rising(n, more) + 1n}`,
  })),
});
