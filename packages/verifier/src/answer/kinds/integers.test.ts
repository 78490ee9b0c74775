import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("integers", {
  equal: [
    ["5", "5.0"],
    ["5", "+5"],
    ["-3", "−3"],
    ["007", "7"],
    ["12", "１２"],
    ["10^{20}+1", "100000000000000000001"],
    ["12", "12^{th}"],
    ["6", "6th"],
    ["21", "21^{\\text{st}}"],
    ["100", "\\boxed{100}"],
    ["-7", "-(7)"],
    ["2^{10}", "1024"],
    ["0", "-0"],
    ["37", "$37$."],
    ["5", "$5$"],
    ["5", "\\(5\\)"],
    ["5", "**5**"],
    ["5", "5."],
  ],
  different: [
    ["5", "6"],
    ["5", "-5"],
    ["5", "55"],
    ["99999999999", "100000000000"],
    ["123456789012345678", "123456789012345679"],
    ["10^{20}+1", "10^{20}"],
    ["10", "1 0 0"],
    ["5", "5.0000000001"],
    ["12", "1^2"],
    ["23", "2^3"],
    ["-5", "5"],
    ["100", "10^3"],
    ["7", "7!"],
    ["5", ""],
    ["5", "{"],
    ["5", "}"],
    ["5", ":"],
    ["5", "."],
    ["5", "$"],
  ],
});

const whole = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const respelt = spelling<bigint>(
  (n) => `${n}.0`,
  (n) => (n < 0n ? `−${-n}` : `+${n}`),
  (n) => `$${n}$.`,
  (n) => `\\boxed{${n}}`,
  (n) => (n < 0n ? `-00${-n}` : `00${n}`),
  (n) => `-(${-n})`,
  (n) => `${n}`.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
);

kindProperties("integers", {
  "of up to 40 digits, off by one": fc.tuple(whole, respelt).map(([n, spell]) => ({
    gold: `${n}`,
    same: spell(n),
    other: `${n + 1n}`,
  })),
});
