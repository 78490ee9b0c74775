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

/** Letters that make a function or Greek letter by chance, and letters beside a name that make another name of it. */
const chanceNames =
  /abs|sin|cos|tan|ln|log|exp|max|min|gcd|lcm|arg|sup|tau|mu|nu|pi|psi|xi|rho|chi|phi|csc|sec|cot|ctg|tg/i;
const longerNames =
  /[aA]\ue000(?:sin|cos|tan)|\ue000(?:sin|cos|tan)h|\ue000cost|\ue000sint|\ue000tant|\ue000sinn|\ue000expx|[rRs]\ue000pi|\ue000pi[nts]/;

/** Units of several of the letters that are drawn: behind a number they are that unit. */
const units =
  "cc|rs|rpm|ppm|psi|bar|hrs|yrs|yr|hr|qt|pt|ha|wk|wks|mo|mos|st|nd|rd|th|mAh|kbar|mbar|cal|kcal|gal|hp|atm|amp|kn|rad|mrad|grad|kWh|mph|kph|ct|cts|tsp|ac|acr|pc|kpc|Mpc|mpc|kPa|rev|gr|sq|cu|mmHg|kgm|gm|ms|nt|gt|min";
const prefixed = "[apnumchkMKGTzyqrR][mgsAVWKBbMtThHNJLCFRra]";
const quantity = new RegExp(
  String.raw`(?:[\d½⅓¼}]|\\pi|π|\ue000pi)(?: |\\,|\\;|~|\}|\))*(?:${units}|${prefixed})(?![A-Za-z])`,
);

/** Letters that no unit and no prefix is written with: a number before them is a coefficient. */
const plainLetters = /[xyzqwrn]/;

/**
 * Tells whether a reader could take the text for something else: a word, a quantity with a unit, a power of ten, or a name made
 * of the letters of two factors.
 */
export function isTrap(text: string): boolean {
  const bare = text
    .replace(/\$|\\(?:left|right|displaystyle|begin\{aligned\}|end\{aligned\}|text|,|;|!)|[{}()&]/g, "")
    .trim();
  const letters = bare.replace(/\\[a-z]+|\ue000[a-z]+/g, "·");
  if (/^[A-Za-z\ue000]+$/.test(bare) && loneWords.has(bare.toLowerCase())) return true;
  if (/^[A-Za-z]{2,}$/.test(bare) && /[A-Z]/.test(bare)) return true;
  if (/x(?: |~|\\,|\\;)*10(?!\d)/.test(text) || hasQuantity(text)) return true;
  const runs = letters.match(/[A-Za-z]+/g) ?? [];
  if (runs.some((run) => chanceNames.test(run)) || longerNames.test(text)) return true;
  const isNumberFirst = /^-?(?:[\d.½⅓¼]|\\[dt]?frac|frac)/.test(bare);
  const isOneTerm = !/[+]|(?<!^|\^|\^\{|\^\()-/.test(bare);
  return isNumberFirst && isOneTerm && !plainLetters.test(letters) && /[A-Za-z]/.test(letters);
}

/** A number and a unit somewhere in the text: `2hr`, `0.5 cc`, `\frac12kA`. Exponents and indices are no numbers before it. */
function hasQuantity(text: string): boolean {
  const withoutScripts = text.replace(/[\^_](?:\{[^{}]*\}|\([^()]*\)|.)/g, "^");
  return quantity.test(withoutScripts);
}
