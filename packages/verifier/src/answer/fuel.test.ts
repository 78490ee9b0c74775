import { expect, test } from "vitest";
import { Fuel, FuelExhausted } from "./fuel.ts";

test("a budget is spent to its end and no further", () => {
  const fuel = new Fuel(10);
  fuel.spend(10);
  expect(fuel.used).toBe(10);
  expect(() => fuel.spend(1)).toThrow(FuelExhausted);
  expect(fuel.used).toBe(10);
});

test("units that are no number use up the budget", () => {
  const fuel = new Fuel(10);
  expect(() => fuel.spend(Number.NaN)).toThrow(FuelExhausted);
  expect(fuel.used).toBe(10);
});
