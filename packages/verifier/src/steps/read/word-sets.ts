function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Words that end an expression: what follows them is a new clause, so they are no unit. */
export const connectorWords: ReadonlySet<string> = wordSet(
  "and or so then thus hence therefore which that this these those is are was were be been being we he she they it you " +
    "i has have had get gets got since because as while where when if but with gives give gave makes make made lets " +
    "let means mean who whom whose what how there here not no nor do does did can could will would shall should may " +
    "might must now next first second third finally also again since after before until both either neither solving " +
    "simplifying substituting using yields implies leads leaving leaves left ways each to into at than the its his " +
    "her their our my your giving resulting respectively however only just still even i.e e.g namely say says " +
    "plus minus times over under by whereas although though until via such for find calculate multiply add subtract " +
    "divide total equals equal equation equations satisfies satisfy holds true false",
);

/** After a number, these words change its value: the number alone is not what is meant. */
export const alteringWords: ReadonlySet<string> = wordSet(
  "cdot sqrt more less fewer times than percent over out of plus minus greater larger smaller bigger away short off th st nd rd " +
    "degrees squared cubed mod modulo base remainder r bits choose factorial to or between through until old younger older " +
    "and-a-half half thirds fourths quarters fifths tenths sixths eighths hundredths thousandths dozens hundreds " +
    "thousands millions point",
);

/** Words after which a number or sum is part of a larger phrase, so that it is no side of an equation by itself. */
export const governingWords: ReadonlySet<string> = wordSet(
  "of times by twice thrice half double triple minus plus less more than per from between over under subtract " +
    "subtracting subtracted add adding added divide dividing divided multiply multiplying multiplied quarter third " +
    "square squared root cube mod modulo base remainder log sin cos tan sum product difference quotient average mean " +
    "total percent percentage day days week weeks month months year years step steps case equation equations line box " +
    "part row column group level phase question problem option number numbers game round trip test section page " +
    "chapter week grade class hour minute second room team player bag shelf term digit choice point side angle " +
    "triangle statement item figure theorem lemma exercise and or except excluding without except to only not " +
    "age ages machine bus route flight station floor every each all any modulus power exponent degree negative positive absolute value interval range",
);

/** Before "of", these make a part or a mean of what follows: its value is not that of the sum alone. */
export const partWords: ReadonlySet<string> = wordSet(
  "half third quarter fourth fifth sixth tenth thirds quarters fifths percent percentage average mean median product " +
    "difference quotient square cube root multiple fraction number inverse reciprocal logarithm out instead power remainder " +
    "rest digit digits last units",
);

/** A false equation in a sentence with one of these is supposed, asked, or refuted rather than claimed. */
export const hypotheticalWords: ReadonlySet<string> = wordSet(
  "not no never cannot suppose assume assuming whether guess try trying tried test testing check checking contradiction false " +
    "incorrect wrong impossible instead mistake mistakenly error unless doesn't isn't don't didn't won't can't aren't " +
    "wouldn't couldn't shouldn't neither nor fails fail invalid inconsistent contradicts contradictory otherwise " +
    "would could absurd untrue violates unequal hypothetical supposing correction actually wait oops sorry " +
    "misread mistaken base mod modulo modular congruent rather pattern ignoring claim " +
    "maybe perhaps seems exceed exceeds",
);

/** Words that announce a rounded value. */
export const roundingWords: ReadonlySet<string> = wordSet(
  "about approximately approx around roughly nearly almost round rounded rounding rounds nearest estimate estimated close whole " +
    "integer decimal significant truncated floor ceiling least most",
);
