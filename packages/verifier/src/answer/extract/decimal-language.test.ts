import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";
import type { AnswerPolicy } from "../policy.ts";

function isPaid(
  gold: string | readonly string[],
  response: string,
  policy: Partial<AnswerPolicy> = {},
): boolean {
  const golds = typeof gold === "string" ? [gold] : gold;
  const verdict = gradeAnswer({ golds, candidate: { response } }, { policy });
  return verdict.kind === "score" && verdict.correct;
}

describe("a decimal comma counts where the language may write one", () => {
  test.each<[string | string[], string, boolean, Partial<AnswerPolicy>?]>([
    ["2.5", "La respuesta es 2,5.", true],
    ["2.5", "Die Antwort lautet 2,5", true],
    ["2.5", "Ответ: 2,5", true],
    ["2.5", "Resposta: 2,5", true],
    ["2.5", "La risposta è 2,5.", true],
    ["2.5", "La réponse finale est 2,5.", true],
    ["2.5", "\\boxed{2,5}", true],
    ["2.5", "\\boxed{2,5}", false, { decimalComma: "never" }],
    ["2.5", "The answer is 2,5.", false],
    ["2.5", "The answer is 2,5.", true, { decimalComma: "always" }],
    ["2.5", "Thus the solutions of this equation are \\boxed{2,5}.", false],
    ["2.5", "La respuesta es 2,6.", false],
    ["2.5", "La respuesta es 2, 5.", false],
    ["2,5", "La respuesta es 2,5.", true],
    ["1.234", "\\boxed{1,234}", false],
    ["1234", "\\boxed{1,234}", true],
    ["1.234", "La respuesta es 1,234.", true],
    ["1234.5", "Ответ: 1.234,5", true],
    ["2.5", "Следовательно, получаем \\boxed{2,5}", true],
    ["2.5", "Also ist das Ergebnis für die Aufgabe mit der Formel \\boxed{2,5}", true],
    ["2.5 kg", "La respuesta es 2,5 kg.", true],
    ["5", "\\boxed{2,5}", false],
    ["(2,5)", "\\boxed{(2,5)}", true],
    ["2.5", "\\boxed{(2,5)}", false],
    ["2.5", "\\boxed{\\{2,5\\}}", false],
    ["12", "\\boxed{1,2}", false],
    ["2.5", "2,5", true],
  ])("gold %j, response %j: %j", (gold, response, expected, policy) =>
    expect(isPaid(gold, response, policy)).toBe(expected),
  );
});
