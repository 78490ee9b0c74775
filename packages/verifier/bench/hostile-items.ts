import type { GradeItem } from "@touchstone/verifier/answer";

/** An item made to be slow, large or deep. */
export interface HostileItem {
  readonly name: string;
  readonly item: GradeItem;
}

const golds: readonly string[] = ["5", "\\sqrt{2}+\\pi", "x^2+1", "1,2,3", "(1,2)", "east"];

const answers: readonly (readonly [string, string])[] = [
  ["power tower", "9^{9^{9^{9^9}}}"],
  ["huge exponent", "1e999999999"],
  ["huge factorial", "(10^9)!"],
  ["nested factorial", "((9!)!)!"],
  ["many factorials", `${"5000!+".repeat(300)}1`],
  ["binomial", "\\binom{1000000000}{500000000}"],
  ["many binomials", `${"\\binom{5000}{2500}+".repeat(150)}1`],
  ["big power", "3^{10000000}"],
  ["powers of powers", `${"(3^{1000})^{1000}+".repeat(100)}1`],
  ["polynomial of high degree", "(a+b+c+d)^{100000}"],
  ["nested roots", `${"\\sqrt{2+".repeat(80)}2${"}".repeat(80)}`],
  ["root of a long integer", `\\sqrt[1000]{${"9".repeat(4000)}}`],
  ["long integer", "9".repeat(4096)],
  ["long period", `0.(${"3".repeat(4000)})`],
  ["sums of sines", `${"\\sin(x)+".repeat(500)}1`],
  ["sums of distinct sines", `${Array.from({ length: 280 }, (_, at) => `\\sin(${at}x)`).join("+")}`],
  ["sums of roots", `${Array.from({ length: 300 }, (_, at) => `\\sqrt{${at + 2}}`).join("+")}`],
  ["logs of logs", `${"\\ln(9+".repeat(80)}9${")".repeat(80)}`],
  ["large sine", "\\sin(10^{1000})"],
  ["exponential tower", `${"e^{".repeat(60)}1${"}".repeat(60)}`],
  ["open parentheses", "(".repeat(4000)],
  ["nested parentheses", `${"(".repeat(100)}1${")".repeat(100)}`],
  ["deep fractions", `${"\\frac{1}{1+".repeat(100)}1${"}".repeat(100)}`],
  ["bars", "|".repeat(4000)],
  ["minus signs", `${"-".repeat(4000)}1`],
  ["commas", ",".repeat(4000)],
  ["long list", "1,".repeat(2040)],
  ["list of roots", Array.from({ length: 400 }, (_, at) => `\\sqrt{${at}}`).join(",")],
  ["open commas", "1,234,".repeat(600)],
  ["nested sets", `${"\\{1,".repeat(100)}1${"\\}".repeat(100)}`],
  ["chain of equals", `${"1=".repeat(1000)}1`],
  ["plus-minus", `${"1\\pm".repeat(60)}1`],
  ["wide matrix", `\\begin{pmatrix}${"1&".repeat(1500)}1\\end{pmatrix}`],
  ["binomial with a huge lower number", "\\binom{9}{10^{10}x}"],
  ["nested matrices", `${"\\begin{pmatrix}1&".repeat(50)}1${"\\end{pmatrix}".repeat(50)}`],
  ["parts", `(a) ${"(b) ".repeat(900)}1`],
  ["units", `5 ${"cm ".repeat(1000)}`],
  ["nested text", `${"\\text{".repeat(600)}${"}".repeat(600)}`],
  ["lone surrogates", "\ud800".repeat(2000)],
  ["control characters", "\u0000\u0001\u200b\u202e".repeat(1000)],
];

const responses: readonly (readonly [string, string])[] = [
  ["prose", "lorem ipsum ".repeat(170_000)],
  ["open boxes", "\\boxed{".repeat(280_000)],
  ["boxes", "\\boxed{1}".repeat(200_000)],
  ["open braces in a box", `\\boxed{${"{".repeat(2_000_000)}`],
  ["phrases on one line", "The answer is 4. ".repeat(120_000)],
  ["phrases without an end", "answer is \\[".repeat(170_000)],
  ["phrases in a row", "The answer is ".repeat(140_000)],
  ["exclamations", "The answer is 5! ".repeat(120_000)],
  ["boxes with units", "\\boxed{1}\\text{ cm}, ".repeat(90_000)],
  ["options", "A) 5 ".repeat(400_000)],
  ["obtained", "we get 5 as the answer. ".repeat(80_000)],
  ["answer words", " answer".repeat(280_000)],
  ["open tags", "<answer>".repeat(250_000)],
  ["think tags", "<think>".repeat(200_000)],
  ["hashes", "####".repeat(500_000)],
  ["JSON strings", '"answer":"'.repeat(200_000)],
  ["dollar signs", "$".repeat(2_000_000)],
  ["digits", "7".repeat(2_000_000)],
  ["backslashes", "\\".repeat(2_000_000)],
  ["surrogates", "\ud83d\ude00".repeat(1_000_000)],
  ["square brackets", "[".repeat(2_000_000)],
  ["angle brackets", "<".repeat(2_000_000)],
  ["percent signs", `answer is 4 ${"%".repeat(1_900_000)}`],
  ["percent lines", `answer is 4 ${"%\n".repeat(900_000)}`],
  ["newlines", "\n".repeat(2_000_000)],
  ["spaces between boxes", `${"\\boxed{1}".repeat(2)}${" ".repeat(1_900_000)}`],
  ["spaces after phrases", `The answer is 4.${" ".repeat(1_900_000)}`],
  ["spaced boxes", `\\boxed{1}${" ".repeat(2000)}`.repeat(900)],
  ["subjects", "5 is the answer. ".repeat(120_000)],
  ["quotes", '"the answer is 5" '.repeat(100_000)],
  ["Chinese markers", "答案是5。".repeat(350_000)],
  ["Chinese choices", "故选A".repeat(600_000)],
  ["negations", "not the answer is ".repeat(110_000)],
  ["code fences", "```python\n".repeat(200_000)],
  ["comments", "<!--".repeat(500_000)],
  ["JSON objects", '"answer":{'.repeat(200_000)],
  ["line marks", "\nA: $".repeat(400_000)],
  ["over the limit", "a".repeat(3_000_000)],
];

/** Answers against golds of several kinds and against themselves, golds against 5, and whole responses of megabytes. */
export function createHostileItems(): HostileItem[] {
  const bare = answers.flatMap(([name, answer]) => [
    ...golds.map((gold) => ({
      name: `${name} against ${gold}`,
      item: { golds: [gold], candidate: { answer } },
    })),
    {
      name: `${name} against itself and 1`,
      item: { golds: [answer], candidate: { answer: `1+${answer}-1` } },
    },
    { name: `${name} as gold`, item: { golds: [answer], candidate: { answer: "5" } } },
  ]);
  const whole = responses.map(([name, response]) => ({
    name: `response: ${name}`,
    item: { golds: ["5"], candidate: { response } },
  }));
  return [...bare, ...whole];
}
