import { expect, test } from "vitest";
import { checkGroupResults, checkVerdicts } from "./check-response.ts";
import type { GradeAnswersResponse, ScoreRolloutsResponse } from "./messages.ts";

const verdicts = (...ids: string[]) => ({ verdicts: ids.map((id) => ({ id })) }) as GradeAnswersResponse;
const items = (...ids: string[]) => ({ items: ids.map((id) => ({ id })) });

test("verdicts in order pass", () => {
  expect(() => checkVerdicts(items("a", "b"), verdicts("a", "b"))).not.toThrow();
  expect(() => checkVerdicts({}, verdicts())).not.toThrow();
});

test.each([
  ["a shifted batch", verdicts("b", "a"), /verdicts\[0\] should have id "a" and has "b"/],
  ["a missing verdict", verdicts("a"), /2 verdicts were asked for and 1 came back/],
  ["one verdict too many", verdicts("a", "b", "c"), /2 verdicts were asked for and 3 came back/],
])("%s is refused", (_, response, message) => {
  expect(() => checkVerdicts(items("a", "b"), response)).toThrow(message);
});

test("ids with lone surrogates come back well-formed and still match", () => {
  expect(() => checkVerdicts(items("x\ud800"), verdicts("x\ufffd"))).not.toThrow();
});

test("groups and their rollouts are matched", () => {
  const request = { groups: [{ problemId: "p", rollouts: [{ id: "1" }, { id: "2" }] }] };
  const answer = (problemId: string, ...ids: string[]) =>
    ({ groups: [{ problemId, rollouts: ids.map((id) => ({ id })) }] }) as ScoreRolloutsResponse;
  expect(() => checkGroupResults(request, answer("p", "1", "2"))).not.toThrow();
  expect(() => checkGroupResults(request, answer("q", "1", "2"))).toThrow(/groups\[0\] should have id "p"/);
  expect(() => checkGroupResults(request, answer("p", "2", "1"))).toThrow(/groups\[0\].rollouts\[0\]/);
});
