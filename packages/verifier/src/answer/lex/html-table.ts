/** Named character references, as LaTeX or plain text. */
export const htmlEntities: ReadonlyMap<string, string> = new Map([
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
  ["lt", "<"],
  ["gt", ">"],
  ["le", "≤"],
  ["ge", "≥"],
  ["ne", "≠"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["times", "×"],
  ["divide", "÷"],
  ["minus", "−"],
  ["plusmn", "±"],
  ["middot", "·"],
  ["sdot", "⋅"],
  ["radic", "√"],
  ["infin", "∞"],
  ["pi", "π"],
  ["theta", "θ"],
  ["alpha", "α"],
  ["beta", "β"],
  ["deg", "°"],
  ["prime", "′"],
  ["permil", "‰"],
  ["frac12", "½"],
  ["frac14", "¼"],
  ["frac34", "¾"],
  ["frac13", "⅓"],
  ["sup1", "¹"],
  ["sup2", "²"],
  ["sup3", "³"],
  ["isin", "∈"],
  ["cup", "∪"],
  ["cap", "∩"],
  ["empty", "∅"],
  ["asymp", "≈"],
  ["pound", "£"],
  ["euro", "€"],
  ["yen", "¥"],
  ["ndash", "–"],
  ["mdash", "—"],
]);

/** Tags with a closing tag that show their content as it is. */
export const plainTags: ReadonlySet<string> = new Set(
  "b strong i em u span p div font math mi mn mo mrow small big code tt var".split(" "),
);

/** Tags that raise or lower their content. */
export const scriptTags: ReadonlyMap<string, string> = new Map([
  ["sup", "^"],
  ["sub", "_"],
]);
