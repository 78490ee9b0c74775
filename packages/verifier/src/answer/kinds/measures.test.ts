import { describe, expect, test } from "vitest";
import { isPaid, kindTable } from "./kind-table.test-support.ts";

kindTable("percent", {
  equal: [
    ["28\\%", "0.28"],
    ["28%", "28 percent"],
    ["28\\%", "28 pct"],
    ["28\\%", "28 percentage"],
    ["\\frac{1}{4}", "25\\%"],
    ["-5%", "-0.05"],
    ["28\\%", "\\frac{7}{25}"],
    ["12.5%", "1/8"],
    ["100\\%", "1"],
    ["33\\frac{1}{3}\\%", "1/3"],
    ["28 \\%", "28.0\\%"],
    ["250%", "2.5"],
    ["0.5\\%", "0.005"],
    ["x\\%", "\\frac{x}{100}"],
  ],
  different: [
    ["10%", "10"],
    ["28\\%", "28"],
    ["0.28", "0.28\\%"],
    ["28\\%", "2.8"],
    ["28\\%", "2800"],
    ["28\\%", "-28\\%"],
    ["28\\%", "28^\\circ"],
    ["28\\%", "28.1\\%"],
    ["1\\%", "1"],
    ["50\\%", "50 cm"],
    ["100\\%", "100"],
    ["25\\%", "75\\%"],
  ],
});

kindTable("units", {
  equal: [
    ["5 \\text{ cm}", "5"],
    ["1 m", "100 \\text{ cm}"],
    ["5 \\text{ cm}", "0.05 m"],
    ["10\\text{ cm}^2", "10 square centimeters"],
    ["1 \\text{ m}^2", "10000 \\text{ cm}^2"],
    ["60 miles per hour", "60 mph"],
    ["60 km/h", "50/3 m/s"],
    ["36 \\mathrm{~km} / \\mathrm{h}", "10 \\text{ m/s}"],
    ["2 hours", "120 minutes"],
    ["864 \\mbox{ inches}^2", "6 ft^2"],
    ["1 L", "1000 mL"],
    ["5 apples", "5"],
    ["12 red apples", "12 apples"],
    ["9.8 \\mathrm{~m} / \\mathrm{s}^{2}", "9.8 m/s^2"],
    ["10 \\text{ square units}", "10"],
    ["3 \\text{ hours } 30 \\text{ minutes}", "3.5 hours"],
    ["5 \\text{ ft } 6 \\text{ in}", "66 \\text{ inches}"],
    ["20 \\text{ cm}^3", "20 \\text{ mL}"],
    ["1 \\text{ N}", "1 \\text{ kg m/s}^2"],
    ["5000 \\text{ J}", "5 \\text{ kJ}"],
    ["72\\,\\text{km}\\,\\text{h}^{-1}", "20 m/s"],
    ["10 \\text{ people}", "10"],
    ["6 \\text{ units}^2", "6 \\text{ square units}"],
  ],
  different: [
    ["5 cm", "5 m"],
    ["5 kg", "5 cm"],
    ["\\frac32n+\\frac12m", "\\frac32n"],
    ["5m", "5"],
    ["5 apples", "5 oranges"],
    ["5 \\text{ cm}", "5 \\text{ cm}^2"],
    ["60 km/h", "60 m/s"],
    ["60 km/h", "60 km"],
    ["2 hours", "2 minutes"],
    ["1 m", "100"],
    ["10 \\text{ cm}^2", "10 \\text{ m}^2"],
    ["3 \\text{ hours}", "3 \\text{ days}"],
    ["1 \\text{ m}^2", "100 \\text{ cm}^2"],
    ["5 \\text{ ft } 6 \\text{ in}", "56 \\text{ in}"],
    ["20^\\circ\\text{C}", "20^\\circ\\text{F}"],
    ["5 kg", "5 lb"],
  ],
});

kindTable("currency", {
  equal: [
    ["\\$18.90", "18.90"],
    ["$15,000", "15000 dollars"],
    ["5.4 \\text{ cents}", "$0.054"],
    ["\\$32,\\!348", "32348"],
    ["-\\$5", "-5"],
    ["\\$5 \\text{ million}", "\\$5000000"],
    ["18 dollars", "\\$18"],
    ["€5", "5 euros"],
    ["\\$0.50", "50 cents"],
    ["\\$20 \\text{ per hour}", "20 dollars per hour"],
    ["5 USD", "\\$5"],
    ["£3", "3"],
  ],
  different: [
    ["\\$5", "€5"],
    ["\\$5", "£5"],
    ["\\$5", "5 cents"],
    ["\\$18.90", "18.9\\%"],
    ["\\$5", "-\\$5"],
    ["\\$5", "\\$50"],
    ["\\$5", "5 kg"],
    ["\\$1.00", "100"],
    ["\\$20 \\text{ per hour}", "20 dollars per day"],
    ["€5", "¥5"],
    ["50 cents", "\\$50"],
    ["\\$5 \\text{ million}", "\\$5"],
  ],
});

kindTable("angles", {
  equal: [
    ["90^\\circ", "90"],
    ["90^{\\circ}", "90°"],
    ["90^\\circ", "90 degrees"],
    ["120^\\circ", "\\frac{2\\pi}{3}"],
    ["\\sin(90^\\circ - x)", "\\cos x"],
    ["60^\\circ 30'", "60.5^\\circ"],
    ["60° 42'", "60^\\circ 42'"],
    ["12^\\circ 30' 36''", "12.51^\\circ"],
    ["\\pi \\text{ radians}", "180^\\circ"],
    ["\\frac{\\pi}{2} \\text{ rad}", "\\frac{\\pi}{2}"],
    ["\\sin 30^\\circ", "\\frac12"],
    ["30 \\text{ deg}", "30^{\\circ}"],
    ["-45^\\circ", "-45"],
    ["\\angle A = 30^\\circ", "30^\\circ"],
  ],
  different: [
    ["90^\\circ", "100^\\circ"],
    ["120^\\circ", "\\frac{\\pi}{3}"],
    ["60^\\circ 30'", "60.3^\\circ"],
    ["60^\\circ 30'", "60^\\circ"],
    ["180^\\circ", "2\\pi"],
    ["90^\\circ", "-90^\\circ"],
    ["90^\\circ", "90 cm"],
    ["30^\\circ", "30\\%"],
    ["1 \\text{ radian}", "1^\\circ"],
    ["\\sin 30^\\circ", "\\sin 30"],
    ["45^\\circ", "\\frac{\\pi}{2}"],
    ["45^\\circ", "450"],
  ],
});

describe("units and currency stay what they are", () => {
  test("a unit of another quantity is named as the reason", () => {
    expect(isPaid("5 cm", "5 kg")).toBe(false);
    expect(isPaid("5 cm", "5", { units: "required" })).toBe(false);
    expect(isPaid("5 cm", "50 mm", { units: "required" })).toBe(true);
  });
});
