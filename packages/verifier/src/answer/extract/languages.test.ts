import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";
import { languages } from "./languages.ts";

function isPaid(gold: string, response: string): boolean {
  const verdict = gradeAnswer({ golds: [gold], candidate: { response } });
  return verdict.kind === "score" && verdict.correct;
}

describe("answers announced in other languages", () => {
  test.each<[string, string, boolean]>([
    ["D", "【答案】D", true],
    ["D", "【答案】 D\n【解析】因为", true],
    ["5", "【答案】5", true],
    ["D", "【解析】... <eoe>\n【答案】D <eoa>", true],
    ["ABD", "故选：ABD.", true],
    ["ABD", "故选：A、B、D。", true],
    ["B", "故选AB", false],
    ["D", "答案为D选项", true],
    ["D", "正确选项为D", true],
    ["D", "正确选项为C", false],
    ["1,-3", "答案：1或-3", true],
    ["42", "所以结果为 42。", true],
    ["42", "故填 42", true],
    ["42", "故填：42", true],
    ["42", "最终结果是42", true],
    ["42", "最终结果是43", false],
    ["42", "如果答案是42，那么", false],
    ["42", "答案不是42", false],
    ["42", "结果可能是42", false],
    ["12500", "答案是1.25万", true],
    ["42", "答案是42。这个结果是正确的。", true],
    ["42", "La respuesta es 42.", true],
    ["42", "El resultado final es 42.", true],
    ["42", "La respuesta no es 42.", false],
    ["42", "Si la respuesta es 42, entonces 1=2.", false],
    ["42", "A resposta final é 42.", true],
    ["42", "A resposta não é 42.", false],
    ["42", "Endergebnis: 42", true],
    ["42", "Das Ergebnis ist 42.", true],
    ["42", "Die Antwort lautet 42.", true],
    ["42", "Das Ergebnis ist nicht 42.", false],
    ["42", "La réponse finale est 42.", true],
    ["42", "La réponse n'est pas 42.", false],
    ["42", "Il risultato è 42.", true],
    ["42", "Ответ: 42", true],
    ["42", "Ответ — 42.", true],
    ["42", "Ответ равен 42.", true],
    ["42", "Если ответ: 42", false],
    ["42", "Відповідь: 42", true],
    ["42", "Απάντηση: 42", true],
    ["42", "Η τελική απάντηση είναι 42.", true],
    ["42", "Odpowiedź: 42", true],
    ["42", "Wynik to 42.", true],
    ["42", "Het antwoord is 42.", true],
    ["42", "Svar: 42", true],
    ["42", "Svaret är 42.", true],
    ["42", "答えは42です。", true],
    ["42", "よって、答えは 42 である。", true],
    ["42", "정답은 42입니다.", true],
    ["42", "따라서 답은 42이다.", true],
    ["42", "الجواب: 42", true],
    ["42", "الإجابة النهائية هي ٤٢", true],
    ["42", "الجواب ليس 42", false],
    ["42", "उत्तर: ४२", true],
    ["42", "उत्तर ४२ है।", true],
    ["42", "अंतिम उत्तर: 42", true],
    ["42", "उत्तर 42 नहीं है।", false],
    ["42", "Đáp án: 42", true],
    ["42", "Đáp số là 42.", true],
    ["42", "Câu trả lời không phải là 42", false],
    ["42", "Cevap: 42", true],
    ["42", "Sonuç 42'dir.", true],
    ["42", "Cevap 42 değil.", false],
    ["42", "Jawaban: 42", true],
    ["42", "Jawabannya adalah 42.", true],
    ["42", "Jawabannya bukan 42.", false],
    ["42", "คำตอบคือ 42", true],
    ["42", "คำตอบไม่ใช่ 42", false],
    ["42", "התשובה היא 42", true],
    ["42", "תשובה: 42", true],
    ["42", "התשובה היא לא 42", false],
    ["42", "Răspuns: 42", true],
    ["42", "Vastaus: 42", true],
    ["42", "Odpověď je 42.", true],
    ["42", "Ans. 42", true],
    ["42", "The result is 42. The answer is 43.", false],
    ["42", "La respuesta es 43.", false],
    ["\\frac{1}{2}", "La respuesta es $\\frac{1}{2}$.", true],
    ["43", "The answer is 42. La respuesta es 43.", false],
  ])("gold %j, response %j: %j", (gold, response, expected) => expect(isPaid(gold, response)).toBe(expected));
});

test("every language announces an answer by each of its markers, and by no denial", () => {
  for (const { name, markers, copulas, denials, isUnspaced } of languages)
    for (const marker of markers) {
      const space = isUnspaced ? "" : " ";
      expect([name, marker, isPaid("42", `${marker}: 42`)]).toEqual([name, marker, true]);
      for (const copula of copulas)
        expect([name, copula, isPaid("42", `${marker}${space}${copula} 42`)]).toEqual([name, copula, true]);
      for (const denial of denials)
        expect([name, denial, isPaid("42", `${marker}${space}${denial} 42`)]).toEqual([name, denial, false]);
    }
});
