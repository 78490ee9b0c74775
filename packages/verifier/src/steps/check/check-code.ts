import { Fuel, isExhaustion } from "../../answer/fuel.ts";
import type { Rational } from "../../answer/value/rational.ts";
import { evaluateCode } from "../read/evaluate-code.ts";
import type { Claim } from "../verdict.ts";
import { judgeValue } from "./find-facts.ts";

const maxExpression = 300;
const assignment = /^([A-Za-z_]\w{0,60})\s*=\s*([^=#\n]{1,300})$/;
/** `# 12`, `# Output: 12`, `# => 12`: a comment that says nothing but a value. */
const result = /#\s*(?:(?:output|prints?|result)\s*:?|=>|->|=)?\s*(-?\d{1,12}(?:\.\d{1,9})?)\s*$/i;

/**
 * Checks lines of a program that say in a comment what comes out: `total = 3 * 4  # 12`, `print(total)  # Output: 12`. One
 * object goes through a trace and remembers what names stand for; a name that is set in a block, by a condition or by
 * anything but arithmetic stands for nothing known.
 */
export class CodeLines {
  private readonly values = new Map<string, Rational>();

  private readonly fuelPerStep: number;

  constructor(fuelPerStep: number) {
    this.fuelPerStep = fuelPerStep;
  }

  /** Its work is taken from `total`; a step that costs too much has no claims of this kind. */
  check(text: string, total: Fuel): Claim[] {
    const fuel = new Fuel(this.fuelPerStep);
    try {
      return this.checkLines(text, fuel);
    } catch (error) {
      if (!isExhaustion(error)) throw error;
      this.values.clear();
      return [];
    } finally {
      total.spend(fuel.used);
    }
  }

  private checkLines(text: string, fuel: Fuel): Claim[] {
    fuel.spend(Math.ceil(text.length / 8));
    const claims: Claim[] = [];
    let start = 0;
    for (const line of text.split("\n")) {
      const comment = line.indexOf("#");
      const code = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
      const value = this.run(code, fuel);
      const said = comment === -1 ? undefined : result.exec(line.slice(comment))?.[1];
      if (value !== undefined && said !== undefined) {
        const judgement = judgeValue(value, said, fuel);
        const place = { kind: "equality" as const, start, end: start + line.length };
        claims.push(
          typeof judgement === "string"
            ? { ...place, verdict: judgement }
            : { ...place, verdict: "false", expected: judgement.expected },
        );
      }
      start += line.length + 1;
    }
    return claims;
  }

  /** Remembers what a line sets, and returns the value that it sets or prints. */
  private run(code: string, fuel: Fuel): Rational | undefined {
    if (code.length > maxExpression + 70) return undefined;
    const printed = /^print\(([^(),]{1,300})\)$/.exec(code)?.[1];
    if (printed !== undefined) return evaluateCode(printed, this.values, fuel);
    const [, name, source] = assignment.exec(code) ?? [];
    const value = source === undefined ? undefined : evaluateCode(source, this.values, fuel);
    if (name !== undefined && value !== undefined) {
      this.values.set(name, value);
      return value;
    }
    if (this.values.size === 0) return undefined;
    for (const word of code.match(/[A-Za-z_]\w*(?=\s*(?:[-+*/%]|\/\/|\*\*)?=)|(?<=\bfor\s+)[A-Za-z_]\w*/g) ??
      [])
      this.values.delete(word);
    return undefined;
  }
}
