import fc from "fast-check";
import { integer, kindProperties } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("congruences", {
  equal: [
    ["n\\equiv2\\pmod 5", "n\\equiv7\\pmod{5}"],
    ["n\\equiv2\\pmod 5", "n\\equiv 2 \\bmod 5"],
    ["x\\equiv1\\pmod{6}", "x \\equiv 1 (mod 6)"],
    ["x\\equiv1\\pmod{6}", "1 \\pmod 6"],
    ["x \\equiv -1 \\pmod 4", "x \\equiv 3 \\pmod 4"],
    ["x ≡ 3 (mod 4)", "x \\equiv 3 \\mod 4"],
    ["n\\equiv 0,1 \\pmod 4", "n \\equiv 1, 0 \\pmod 4"],
    ["n\\equiv0\\pmod{2}", "n \\equiv 4 \\pmod 2"],
    ["2x\\equiv1\\pmod 5", "2x \\equiv 6 \\pmod 5"],
    ["a \\equiv b \\pmod n", "a\\equiv b\\pmod{n}"],
    ["n \\equiv 10 \\pmod{7}", "n\\equiv 3\\pmod{7}"],
    ["x\\equiv 5\\pmod{12}", "x\\equiv -7\\pmod{12}"],
    ["x\\equiv 1\\pmod 3", "x = 1 \\mod 3"],
  ],
  different: [
    ["n\\equiv2\\pmod 5", "n\\equiv3\\pmod 5"],
    ["n\\equiv2\\pmod 5", "n\\equiv2\\pmod 10"],
    ["n\\equiv2\\pmod 5", "n=2"],
    ["n\\equiv2\\pmod 5", "5"],
    ["n\\equiv2\\pmod 5", "m\\equiv2\\pmod 5"],
    ["x\\equiv1\\pmod{6}", "x\\equiv -1\\pmod{6}"],
    ["n\\equiv 0,1 \\pmod 4", "n\\equiv 0 \\pmod 4"],
    ["n\\equiv0\\pmod{2}", "n\\equiv 1\\pmod 2"],
    ["2x\\equiv1\\pmod 5", "2x\\equiv 2\\pmod 5"],
    ["n \\equiv 10 \\pmod{7}", "n\\equiv 4\\pmod{7}"],
    ["1 \\pmod 6", "1 \\pmod 7"],
    ["n\\equiv2\\pmod 5", "n>2"],
  ],
});

const modulus = fc.integer({ min: 2, max: 40 });

kindProperties("congruences", {
  "another residue of the class": fc.tuple(modulus, integer, integer).map(([m, residue, turns]) => ({
    gold: `n\\equiv ${residue}\\pmod{${m}}`,
    same: `n\\equiv ${residue + turns * m}\\pmod{${m}}`,
    other: `n\\equiv ${residue + turns * m + 1}\\pmod{${m}}`,
  })),
  "several residues": fc.tuple(fc.integer({ min: 4, max: 40 }), fc.nat({ max: 100 })).map(([m, a]) => ({
    gold: `n\\equiv ${a % m},${(a + 1) % m}\\pmod{${m}}`,
    same: `n\\equiv ${(a + 1) % m}, ${(a % m) + m} \\pmod{${m}}`,
    other: `n\\equiv ${a % m},${(a + 2) % m}\\pmod{${m}}`,
  })),
});
