/** Characters that stand for one punctuation token. */
export const punctChars: ReadonlyMap<string, string> = new Map([
  ["×", "*"],
  ["·", "*"],
  ["∙", "*"],
  ["⋅", "*"],
  ["∗", "*"],
  ["÷", "/"],
  ["∕", "/"],
  ["⁄", "/"],
  ["−", "-"],
  ["–", "-"],
  ["—", "-"],
  ["‐", "-"],
  ["‑", "-"],
  ["±", "+-"],
  ["∓", "-+"],
  ["≤", "<="],
  ["⩽", "<="],
  ["≦", "<="],
  ["≥", ">="],
  ["⩾", ">="],
  ["≧", ">="],
  ["≠", "!="],
  ["≈", "~="],
  ["∈", "in"],
  ["∪", "cup"],
  ["∩", "cap"],
  ["∖", "setminus"],
  ["∞", "inf"],
  ["∅", "empty"],
  ["°", "deg"],
  ["º", "deg"],
  ["′", "'"],
  ["’", "'"],
  ["≡", "equiv"],
  ["∥", "parallel"],
  ["⟂", "perp"],
  ["⊥", "perp"],
  ["≅", "cong"],
  ["…", "dots"],
  ["⋯", "dots"],
  ["∀", "forall"],
  ["⟨", "("],
  ["⟩", ")"],
  ["⌊", "lfloor"],
  ["⌋", "rfloor"],
  ["⌈", "lceil"],
  ["⌉", "rceil"],
  ["、", ","],
  ["，", ","],
  ["；", ";"],
  ["：", ":"],
  ["％", "%"],
  ["€", "€"],
  ["£", "£"],
  ["¥", "¥"],
  ["￥", "¥"],
  ["₹", "₹"],
  ["¢", "¢"],
  ["＄", "$"],
]);

/** Single-character fractions, as numerator and denominator. */
export const vulgarFractions: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["½", [1n, 2n]],
  ["⅓", [1n, 3n]],
  ["⅔", [2n, 3n]],
  ["¼", [1n, 4n]],
  ["¾", [3n, 4n]],
  ["⅕", [1n, 5n]],
  ["⅖", [2n, 5n]],
  ["⅗", [3n, 5n]],
  ["⅘", [4n, 5n]],
  ["⅙", [1n, 6n]],
  ["⅚", [5n, 6n]],
  ["⅐", [1n, 7n]],
  ["⅛", [1n, 8n]],
  ["⅜", [3n, 8n]],
  ["⅝", [5n, 8n]],
  ["⅞", [7n, 8n]],
  ["⅑", [1n, 9n]],
  ["⅒", [1n, 10n]],
]);

/** Greek letters and other one-character names. */
export const letterChars: ReadonlyMap<string, string> = new Map([
  ["π", "pi"],
  ["α", "alpha"],
  ["β", "beta"],
  ["γ", "gamma"],
  ["δ", "delta"],
  ["ε", "epsilon"],
  ["θ", "theta"],
  ["λ", "lambda"],
  ["μ", "mu"],
  ["µ", "mu"],
  ["ρ", "rho"],
  ["σ", "sigma"],
  ["τ", "tau"],
  ["φ", "phi"],
  ["ϕ", "phi"],
  ["ω", "omega"],
  ["Δ", "Delta"],
  ["Ω", "Omega"],
  ["ℝ", "ℝ"],
  ["ℤ", "ℤ"],
  ["ℕ", "ℕ"],
  ["ℚ", "ℚ"],
  ["ℂ", "ℂ"],
]);

/** Digits and signs set as superscripts, with the character they stand for. */
export const superscriptChars: ReadonlyMap<string, string> = new Map(
  [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"].map((char, index) => [char, "0123456789+-n"[index] ?? ""]),
);

/** Digits set as subscripts, with the digit they stand for. */
export const subscriptChars: ReadonlyMap<string, string> = new Map(
  [..."₀₁₂₃₄₅₆₇₈₉"].map((char, index) => [char, String(index)]),
);

/** Tells whether a code unit is a space of any width, or takes no width at all. */
export function isSpaceCode(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
