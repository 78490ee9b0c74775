import { describe, expect, it } from "vitest";
import { LetterMarks, marksOfWord } from "./letter-marks.ts";

describe("letters in threes", () => {
  const text = "Die Lösung ist 5, la réponse est 5, 答案是五";
  it.each(["ösung", "éponse", "答案是", "5, la", "ab"])("never rules out what is there: %s", (word) => {
    expect(new LetterMarks(text, 0, text.length).mayHold(marksOfWord(word))).toBe(
      word.length < 3 || text.includes(word),
    );
  });
  it.each(["espuesta", "ntwort", "odpowiedź", "最終回答"])("rules out what is not: %s", (word) => {
    expect(new LetterMarks(text, 0, text.length).mayHold(marksOfWord(word))).toBe(false);
  });
  it("looks at the stretch only", () => {
    expect(new LetterMarks(text, 0, 8).mayHold(marksOfWord("éponse"))).toBe(false);
  });
});
