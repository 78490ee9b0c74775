/** Words, units and elements that a run of letters alone may be taken for. */
const loneWords: ReadonlySet<string> = new Set(
  `a am an as at ax ay ab ba by bay ban bat bar ax my mm cm km kg mg cg ms ns ps us up gal at am pm rpm ppm psi bar mb gb kb tb kw kn kv mv ma va wb pa mpa kpa
  hz khz kw cal kcal kmh mph ca mg na ra ba kr br ar pt au ag cu cr zn sn ru rh pb cs rb sr ta tc nb nm np mv ac ak am cm bk au hg
  cat bat rat man map tan tax car can cab bag bay day way say pay ray tag rag wag gas gap cap tap nap rap cup cut but nut hut mug bug rug gum sum sun run bun gun
  tub cub rub hub pub sub mat pat hat ham hay bank tank rank mask task ask asks past cast vast hunt bunt army many party sky spy try cry gym hymn myth away awry abut
  nan max arg mu nu tau gb tb mb xt mark bark park pack back rack track snack star start smart chart cart art part hart mart tar tact act pact bass mass pass
  gram cash wash bash pump bump buns burn turn hurt must bust rust thy why shy guy buy nay tray pray gray watt amps van tram bush push hush ` // all of the letters that are drawn
    .split(/\s+/),
);

/** Keyboard spellings in which letters beside a function name make the name of another function. */
const otherNames =
  /a(?:sin|cos|tan|rc)|(?:sin|cos|tan)h|cost|exp[a-z]|sinn|tant|[a-z]exp|max|mul?t|arg|tau|mu(?![a-z])|nu(?![a-z])|pis|psi|spi|pin|api|[a-z]exp/;

/** Letters that no unit and no prefix is written with: a number before them is a coefficient. */
const plainLetters = /[xyzqwrn]/;

/**
 * Tells whether a reader could take the whole text for something else: a word, a quantity with a unit, or a name made of
 * the letters of two factors.
 */
export function isTrap(text: string): boolean {
  const bare = text
    .replace(/\$|\\(?:left|right|displaystyle|begin\{aligned\}|end\{aligned\}|text|,|;|!)|[{}()&]/g, "")
    .trim();
  const letters = bare.replace(/\\[a-z]+/g, "");
  if (/^[A-Za-z]+$/.test(bare) && loneWords.has(bare.toLowerCase())) return true;
  if (/^[A-Za-z]{2,}$/.test(bare) && /[A-Z]/.test(bare)) return true;
  if (/(?<![\\A-Za-z])[A-Za-z]*?(?:cost)/.test(text) && !text.includes("\\")) return true;
  const runs = letters.match(/[A-Za-z]+/g) ?? [];
  if (runs.some((run) => otherNames.test(run))) return true;
  const isNumberFirst = /^-?(?:[\d.½⅓¼]|\\[dt]?frac|frac)/.test(bare);
  const isOneTerm = !/[+]|(?<!^|\^|\^\{|\^\()-/.test(bare);
  return isNumberFirst && isOneTerm && !plainLetters.test(letters) && /[A-Za-z]/.test(letters);
}
