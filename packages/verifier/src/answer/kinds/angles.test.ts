import fc from "fast-check";
import { kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("degrees and radians", {
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
    ["1/2^\\circ", "0.5°"],
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

const respelt = spelling<number>(
  (degrees) => `${degrees}°`,
  (degrees) => `${degrees} degrees`,
  (degrees) => `${degrees}`,
  (degrees) => `\\frac{${degrees}\\pi}{180}`,
  (degrees) => `\\frac{${degrees}\\pi}{180} \\text{ radians}`,
);

kindProperties("degrees and radians", {
  "degrees as radians or in words": fc
    .tuple(fc.integer({ min: 1, max: 359 }), respelt)
    .map(([degrees, spell]) => ({
      gold: `${degrees}^\\circ`,
      same: spell(degrees),
      other: spell(degrees + 1),
    })),
  "minutes and seconds of arc": fc
    .tuple(fc.nat({ max: 179 }), fc.integer({ min: 1, max: 59 }), fc.integer({ min: 1, max: 59 }))
    .map(([degrees, minutes, seconds]) => ({
      gold: `${degrees}^\\circ ${minutes}' ${seconds}''`,
      same: `\\frac{${degrees * 3600 + minutes * 60 + seconds}}{3600}^\\circ`,
      other: `${degrees}^\\circ ${minutes}'`,
    })),
  "inside a function": natural.map((degrees) => ({
    gold: `\\sin ${degrees}^\\circ`,
    same: `\\cos\\frac{${90 - degrees}\\pi}{180}`,
    other: `\\sin ${degrees}`,
  })),
});
