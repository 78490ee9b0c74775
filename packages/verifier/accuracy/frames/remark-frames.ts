import type { Draw } from "../../fuzz/draw.ts";
import type { Frame, FrameRow, PublicGold } from "./frame.ts";
import { pairRows, pickNeighbour } from "./pair-rows.ts";

const formulas = (gold: PublicGold): boolean => !gold.isWord;
const numbers = (gold: PublicGold): boolean => gold.isNumber;

/** A check of one's own behind the box changes nothing; another value or a denial does. */
export const selfCheck: Frame = {
  name: "self-check",
  about: "a check behind the box that confirms it; wrong: one that takes it back",
  takes: numbers,
  make(gold, draw) {
    const other = pickNeighbour(gold.text, draw);
    const takenBack = draw.pick(retractions)(other);
    return [
      ...pairRows(
        gold,
        draw,
        (answer, pick) => `So we get $\\boxed{${answer}}$.\n\n${pick.pick(checks)(answer)}`,
      ),
      { gold: gold.text, response: `So we get $\\boxed{${gold.text}}$.\n\n${takenBack}`, isRight: false },
    ];
  },
};

const checks: readonly ((answer: string) => string)[] = [
  () => "Wait, let me double check: 2+3=5. Yes, it is correct.",
  () => "Wait, let me double-check the arithmetic. 12 - 4 = 8, and 8/2 = 4. Yes, that works.",
  () => "Hmm, let me verify. ✓",
  () => "Let me verify this: substituting back into the equation, both sides agree. ✓",
  () => "Wait, is that right? Yes.",
  () => "Wait, is this correct? Let me recheck. Yes, everything is consistent.",
  () => "Actually, we can also see this by symmetry.",
  () => "Wait! There is a neat alternative: use the symmetry of the figure.",
  () => "Let me check with another method. The other method gives the same result.",
  () => "Hold on, did I use the right formula? Yes, the formula is the standard one.",
  (answer) => `Let me double check. Plugging in, we get $${answer}$ again. Good.`,
  (answer) => `Check: the other approach also gives $${answer}$.`,
  () => "I am confident in this result.",
  () => "Note that the problem does not ask for a proof.",
  () => "Verification: all conditions of the problem are met.",
  () => "The answer is correct.",
  () => "This makes sense because the quantity has to be smaller than the total.",
  () => "I made no mistake in the computation, so this is final.",
];

const retractions: readonly ((other: string) => string)[] = [
  (other) => `Wait, that is wrong. The answer is actually $${other}$.`,
  (other) => `Sorry, I made a mistake. It is $${other}$.`,
  (other) => `Wait, let me double check: I forgot a term. So the correct answer is $\\boxed{${other}}$.`,
  (other) => `Hmm, let me verify. No, this is not right: the answer is $${other}$.`,
  () => "Wait, that is not correct.",
  () => "Actually, this answer is wrong.",
  (other) => `Corrected answer: $${other}$`,
  (other) => `Edit: it should be $${other}$.`,
  (other) => `The correct answer is $${other}$.`,
  (other) => `Correction: the answer should be $${other}$.`,
  (other) => `No wait, I misread the problem. The final answer is $\\boxed{${other}}$.`,
];

/** "The answer is correct." and other sentences about the answer that hold no value. */
export const aboutAnswer: Frame = {
  name: "about the answer",
  about: "sentences about the answer that hold no value",
  takes: formulas,
  make: (gold, draw) =>
    pairRows(gold, draw, (answer, pick) => {
      const marked = pick.pick([
        `The answer is $${answer}$.`,
        `\\boxed{${answer}}`,
        `Answer: $${answer}$`,
        `**Final Answer:** $${answer}$`,
        `#### ${answer}`,
      ]);
      const gap = marked.startsWith("#") ? "\n" : pick.pick([" ", "\n", "\n\n"]);
      return marked + gap + pick.pick(sentences);
    }),
};

const sentences = [
  "The answer is correct.",
  "The answer is exact.",
  "The answer is in simplest form.",
  "The answer is verified.",
  "The result is consistent with the problem.",
  "The answer is given in its simplest form.",
  "The result is reasonable.",
  "This answer is consistent with all conditions.",
  "The final answer is fully simplified.",
  "The answer is what we expected.",
  "This is the final answer.",
  "Hope this helps!",
  "I hope it is correct.",
  "The solution is complete.",
] as const;

/** A remark in words behind a marked answer. */
export const markerTail: Frame = {
  name: "remark behind a marker",
  about: "a remark behind the answer; wrong: one that adds a value or denies",
  takes: numbers,
  make(gold, draw) {
    const start = draw.pick([
      "The answer is ",
      "The final answer is ",
      "Answer: ",
      "So the answer is ",
      "**Final Answer:** ",
    ]);
    return withTails(gold, draw, (answer, tail) => `${start}${draw.pick([answer, `$${answer}$`])}${tail}`);
  },
};

const goodTails = [
  ", in total.",
  " in total.",
  " altogether.",
  ", altogether.",
  " (in total).",
  ", as desired.",
  ", as required.",
  ", after simplification.",
  ", after rounding.",
  ", in simplest form.",
  " (in simplest form).",
  ", which matches our expectation.",
  ", and we are done.",
  ", as shown above.",
  " exactly.",
  ", per the calculation above.",
  ", because the two triangles are congruent.",
  ", since every term cancels.",
  " as the maximum.",
  ", which is the maximum value.",
  " (the minimum).",
  ", attained at the center.",
  ", as expected.",
  ".\n\nThis completes the solution.",
  ", by symmetry.",
  ", using the formula from before.",
] as const;

const badTails: readonly ((other: string) => string)[] = [
  (other) => `, or $${other}$.`,
  (other) => ` or $${other}$.`,
  (other) => `, or maybe $${other}$.`,
  (other) => `, or $${other}$ if we count both ends.`,
  (other) => `... no wait, it is $${other}$.`,
  () => ", which is wrong.",
  () => ", but that is not correct.",
  () => "? No, that cannot be.",
  (other) => `, although $${other}$ is also possible.`,
  (other) => ` and $${other}$.`,
  () => ", give or take 1.",
  () => " squared.",
  () => " or more.",
  () => " times the original amount.",
];

/** A remark inside the box. */
export const boxTail: Frame = {
  name: "remark in the box",
  about: "a remark inside the box; wrong: one that adds a value, a bound or a denial",
  takes: numbers,
  make(gold, draw) {
    const { text } = gold;
    const other = pickNeighbour(text, draw);
    return [
      ...pairRows(gold, draw, (answer, pick) => `\\boxed{${pick.pick(boxTails)(answer)}}`),
      { gold: text, response: `\\boxed{${draw.pick(badBoxes)(text, other)}}`, isRight: false },
    ];
  },
};

const boxTails: readonly ((answer: string) => string)[] = [
  (answer) => `${answer} \\text{ in total}`,
  (answer) => `${answer} \\text{ (in total)}`,
  (answer) => `${answer}, \\text{ as desired}`,
  (answer) => `${answer} \\text{ (minimum)}`,
  (answer) => `${answer} \\text{ total}`,
  (answer) => `${answer} \\checkmark`,
  (answer) => `${answer} \\quad \\blacksquare`,
  (answer) => `${answer} \\quad \\text{(maximum)}`,
  (answer) => `${answer} \\text{ exactly}`,
  (answer) => `${answer}, \\text{ in simplest form}`,
  (answer) => `${answer} \\text{ when } a=b=c`,
  (answer) => `${answer}, \\text{ attained when } a=b`,
  (answer) => `\\text{The answer is } ${answer}`,
  (answer) => `\\text{minimum value is } ${answer}`,
  (answer) => `\\text{Total} = ${answer}`,
  (answer) => `\\text{The maximum is } ${answer}.`,
  (answer) => `${answer} \\text{ by symmetry}`,
  (answer) => `${answer} \\text{ (as required)}`,
];

const badBoxes: readonly ((answer: string, other: string) => string)[] = [
  (answer, other) => `${answer} \\text{ or } ${other}`,
  (answer, other) => `${answer}, ${other}`,
  (answer) => `\\text{not } ${answer}`,
  (answer) => `\\text{at least } ${answer}`,
  (answer) => `\\text{more than } ${answer}`,
  (answer) => `\\text{about } ${answer}`,
  (answer, other) => `${answer} \\text{ (or } ${other}\\text{)}`,
  (answer, other) => `${answer} \\text{ and } ${other}`,
  (answer, other) => `${answer} \\text{ to } ${other}`,
  (answer) => `\\text{less than } ${answer}`,
  (answer) => `\\text{half of } ${answer}`,
  (answer) => `\\text{twice } ${answer}`,
  (answer) => `${answer} \\text{ and a half}`,
  (answer) => `${answer} \\text{ or fewer}`,
  (answer) => `${answer} \\text{ squared}`,
  (answer) => `\\approx ${answer}`,
];

function withTails(
  gold: PublicGold,
  draw: Draw,
  write: (answer: string, tail: string) => string,
): readonly FrameRow[] {
  const other = pickNeighbour(gold.text, draw);
  return [
    ...pairRows(gold, draw, (answer, pick) => write(answer, pick.pick(goodTails))),
    { gold: gold.text, response: write(gold.text, draw.pick(badTails)(other)), isRight: false },
  ];
}
