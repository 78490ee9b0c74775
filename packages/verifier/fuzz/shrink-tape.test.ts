import { expect, test } from "vitest";
import { type Draw, drawFresh, drawTape } from "./draw.ts";
import { shrinkTape } from "./shrink-tape.ts";

test("a seed, a suite and a number make one case, and its tape makes it again", () => {
  const play = (draw: Draw) => [
    draw.int(1000),
    draw.pick(["a", "b", "c"]),
    draw.chance(3),
    draw.shuffle([1, 2, 3, 4]),
  ];
  const first = drawFresh(7, "laws", 3);
  const drawn = play(first);
  expect(play(drawFresh(7, "laws", 3))).toEqual(drawn);
  expect(play(drawTape(first.tape))).toEqual(drawn);
  expect(play(drawFresh(8, "laws", 3))).not.toEqual(drawn);
  expect(play(drawFresh(7, "hostile", 3))).not.toEqual(drawn);
  expect(play(drawFresh(7, "laws", 4))).not.toEqual(drawn);
});

test("draws are spread over their range", () => {
  const counts = new Map<number, number>();
  for (let index = 0; index < 2000; index++) {
    const value = drawFresh(1, "spread", index).int(8);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect(counts.size).toBe(8);
  for (const count of counts.values()) expect(count).toBeGreaterThan(180);
});

test("a tape that has run out, or holds too much, still makes a case", () => {
  expect(drawTape([]).between(3, 9)).toBe(3);
  expect(drawTape([99]).int(10)).toBe(9);
});

test("shrinking finds the smallest tape that still fails", async () => {
  const fails = (tape: readonly number[]) => {
    const draw = drawTape(tape);
    const values = Array.from({ length: draw.int(20) }, () => draw.int(1000));
    return values.some((value) => value >= 137);
  };
  const shrunk = await shrinkTape([12, ...Array.from({ length: 12 }, (_, index) => 80 * index)], fails);
  expect(shrunk).toEqual([1, 137]);
});
