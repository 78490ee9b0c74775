import type { Fuel } from "../../answer/fuel.ts";
import { lexProse } from "../read/lex-prose.ts";
import type { Lexeme } from "../read/lexeme.ts";

/** Numbers that need no source: small counts and the usual factors. */
const commonNumbers: ReadonlySet<string> = new Set([
  "0",
  "1",
  "2",
  "3",
  "4",
  "10",
  "12",
  "24",
  "52",
  "60",
  "100",
  "180",
  "360",
  "365",
  "7",
  "30",
  "1000",
]);

const numberWords: ReadonlyMap<string, string> = new Map(
  (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
    "nineteen twenty"
  )
    .split(" ")
    .map((word, index): [string, string] => [word, String(index + 2)]),
);

/** What a step rests on, by the numbers it uses. */
export interface StepPremises {
  readonly premises: readonly number[];
  readonly unsupported: readonly string[];
}

/** Remembers where every number of the problem and of the steps so far was first written. */
export class PremiseLedger {
  private readonly origin = new Map<string, number>();

  constructor(problem: string, fuel: Fuel) {
    for (const { text } of numbersOf(lexProse(problem, fuel))) this.origin.set(text, -1);
  }

  /**
   * Links a step to the problem and to the steps whose numbers it uses, then remembers its own. A number is a result
   * of this step where it stands right of a sign; any other new one has no known source.
   */
  link(lexemes: readonly Lexeme[], index: number): StepPremises {
    const sources = new Set<number>();
    const unsupported = new Set<string>();
    const numbers = numbersOf(lexemes);
    for (const { text: number, isResult } of numbers) {
      const source = this.origin.get(number);
      if (source !== undefined) sources.add(source);
      else if (isResult) this.origin.set(number, index);
      else if (!commonNumbers.has(number)) unsupported.add(number);
    }
    for (const { text: number } of numbers) if (!this.origin.has(number)) this.origin.set(number, index);
    sources.delete(index);
    return { premises: [...sources].sort((a, b) => a - b), unsupported: [...unsupported] };
  }
}

interface UsedNumber {
  readonly text: string;
  readonly isResult: boolean;
}

function numbersOf(lexemes: readonly Lexeme[]): UsedNumber[] {
  const numbers: UsedNumber[] = [];
  let isResult = false;
  // "Half of 48 is 24" works 24 out; "the answer is 24" only states it.
  let hasNumber = false;
  for (const { kind, text: spelling } of lexemes) {
    const word = kind === "word" ? numberWords.get(spelling.toLowerCase()) : undefined;
    const number = kind === "number" ? normalNumber(spelling) : word;
    if (kind === "relation" || (hasNumber && (spelling === "is" || spelling === "are"))) isResult = true;
    else if (kind === "punct" || kind === "line") [isResult, hasNumber] = [false, false];
    if (number === undefined) continue;
    numbers.push({ text: number, isResult });
    hasNumber = true;
  }
  return numbers;
}

/** `2.50` and `2.5` are one number. */
function normalNumber(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}
