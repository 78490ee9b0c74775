import { verifierService } from "@touchstone/proto";
import { expect, test } from "vitest";
import { verdictToWire } from "./wire-verdict.ts";

test("texts cut inside a surrogate pair leave as valid UTF-8", () => {
  const text = "😀".slice(0, 1);
  const verdict = verdictToWire(
    text,
    {
      kind: "score",
      correct: false,
      reason: "different",
      fuelUsed: 3,
      goldForm: text,
      answerForm: text,
      extracted: { start: 0, end: 1, text, source: "box" },
    },
    {},
  );
  const bytes = verifierService.GradeAnswers.responseSerialize({ verdicts: [verdict] });
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(verdict.id!))).not.toThrow();
  const [read] = verifierService.GradeAnswers.responseDeserialize(bytes).verdicts;
  expect([read?.id, read?.goldForm, read?.answerForm, read?.extracted?.text]).toEqual(
    Array(4).fill("\ufffd"),
  );
});
