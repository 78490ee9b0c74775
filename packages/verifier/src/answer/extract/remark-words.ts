/** Words that hedge, deny or compute: with one of them, what stands behind a value is part of the answer. */
export const changingWords: ReadonlySet<string> = new Set(
  (
    "or either maybe perhaps possibly probably likely unlikely might may could would except besides instead rather unless " +
    "otherwise guess guesses unsure uncertain hopefully presumably apparently seemingly supposedly supposed alleged allegedly " +
    "claim claims claimed joke joking kidding lie lying wrong incorrect false untrue mistake mistaken error trap naive naïve tempting " +
    "opposite negative negated inverse reciprocal minus plus times double doubled twice thrice half halved triple tripled quarter " +
    "square squared cube cubed percent cent mille percentage degrees degree radians hex hexadecimal octal binary thousands hundreds millions " +
    "billions dozens tens pretend ignore disregard reject excluded excluding exclude hmm oops wait upto upward downward etc versus vs " +
    "doubt doubtful unknown unclear undefined infinite modulo mod unequal unlike tomorrow yesterday ago later earlier am pm " +
    "factorial extraneous rejected discarded ruled hundredths tenths thousandths divisor ppm"
  ).split(" "),
);

/** Words that deny something, though hardly the value before them: `72, which is not prime`. */
export const denyingWords: ReadonlySet<string> = new Set(
  "not never no neither nor cannot without none".split(" "),
);

/** Other words that may change the value: only a reader can tell whether the rest of the remark does. */
export const openWords: ReadonlySet<string> = new Set(
  (
    "if but however although though yet should than about around roughly nearly almost close near least most more less fewer " +
    "greater larger smaller bigger over under above below between within before until beyond exceed exceeds multiple divided " +
    "difference zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen " +
    "first second third up down past away add subtract remove removed differs different distinct far hardly barely scarcely " +
    "rarely seldom impossible refuse avoid lacks lack short raised choose pick any some several many few anything something " +
    "everything fails failed starts begins ends sort kind like someone others student students power prime even odd divisible base unit units " +
    "north south east west northward southward eastward westward upwards downwards left leftward rightward clockwise counterclockwise anticlockwise forward backward"
  ).split(" "),
);

/** Words that start a remark behind a space alone: `72 by symmetry`, `72 as the final answer`. */
export const remarkStarts: ReadonlySet<string> = new Set(
  (
    "by as when after for from using since because is are which where given according under per with via upon overall " +
    "altogether exactly only total thanks so hence thus therefore obtained found attained achieved due following once"
  ).split(" "),
);

/** Words of a condition, which is a remark only behind a constant. */
export const conditionStarts: ReadonlySet<string> = new Set(
  "for when where if with given provided assuming at on whenever under once".split(" "),
);

/** Remarks with words of the two lists above that leave the value alone. */
export const harmlessRemarks: readonly RegExp[] = [
  /^(?:which is |that is |this is |it is |being )?(?:indeed |also |clearly )?(?:an? |the )?(?:perfect (?:square|cube|power)|(?:(?:positive|smallest|largest|unique|even|odd) )*(?:prime|integer|whole|natural|even|odd|square-?free|composite)(?: numbers?)?)$/,
  /^\(?(?:approximately|approx\.?|rounded(?: (?:up|down|off))?|(?:when |after |if )?round(?:ed|ing)(?: (?:up|down|off))?(?: to (?:the nearest |two |one |three |four )?[a-z -]+)?|to (?:the nearest|two|one|three|four) [a-z -]+)\)?$/,
  /^(?:in|at) the (?:very )?end$/,
  /^under (?:the|these|those|this|such) (?:\w+ )?\w+$/,
  /^(?:\w+ )*(?:see|as|shown|stated|given|derived|calculated|computed|found|seen|calculation|reasoning|argument|work|steps|analysis|proof|derivation|table|figure|result|formula|equation|explained|discussed|obtained)(?: (?:from|in|by|the))* (?:above|below|before|earlier)$/,
];

/** References by number or letter: `by Theorem 2`, `option B`, `from equation (3)`. */
export const reference =
  /\b(?:option|choice|theorem|lemma|corollary|proposition|equation|eq\.?|formula|figure|fig\.?|table|step|part|case|question|problem|exercise|section|definition|rule|property|row|column|line|point) \(?(?:[A-Z]|\d{1,2}|[ivx]{1,4}|[a-h])\)?(?![A-Za-z\d])/g;
