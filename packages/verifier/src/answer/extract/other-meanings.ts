/** Words with which a sentence says something else than "the value is this number". */
export const otherMeanings: ReadonlySet<string> = new Set(
  (
    "not no never neither nor none nothing nobody without cannot can't isn't wasn't doesn't don't won't or either if " +
    "unless whether maybe perhaps possibly probably might may could would should than about approximately around " +
    "roughly nearly almost close near least most more less fewer greater larger smaller bigger over under above below " +
    "between within before after until beyond exceed exceeds double twice thrice triple half third quarter square " +
    "squared cube cubed root times plus minus multiplied divided sum difference product factor multiple reciprocal " +
    "negative opposite inverse wrong incorrect false unknown guess think except besides instead rather but however " +
    "although though unclear undefined infinite both one two three four five six seven eight nine ten eleven twelve " +
    "up upto down upward past away add added subtract remove removed besides beside unlike unequal differs different " +
    "distinct far lies untrue hardly barely scarcely rarely seldom impossible refuse avoid lacks lack short raised " +
    "doubt ignore pretend assume suppose example choose pick any some several many few anything something everything " +
    "fails failed reject exclude excluding start starts begin begins end ends starting ending " +
    "lie lying joke joking kidding mistake mistaken error trap naive tempting claim claims claimed " +
    "alleged allegedly supposed supposedly hypothetical hopefully presumably apparently seemingly unsure uncertain " +
    "disregard wait hmm oops otherwise " +
    "hundred thousand million billion dozen first second zero prime even odd divisible power modulo mod base range"
  ).split(" "),
);
