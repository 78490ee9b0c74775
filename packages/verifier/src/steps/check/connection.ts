const rewritingWords: ReadonlySet<string> = new Set(
  (
    "so thus then therefore hence which this gives give giving we get have obtain simplifies simplify simplifying simplified to it " +
    "yields yield leads implies means that is find solving solve for dividing divide both sides side by subtracting " +
    "subtract adding add from multiplying multiply the equation each following combining combine like terms term rearranging rearrange " +
    "expanding expand left right hand constant constants variable variables isolate isolating can be written rewritten " +
    "as further now next step finally in of resulting result becomes become us our on and will need factoring factor factors using quadratic formula roots root two solutions values value now " +
    "let here eliminate eliminating fraction fractions cancel cancelling canceling clear denominator denominators multiplied divided " +
    "subtracted added coefficient remembering remember reverse reversing flip flipping inequality sign"
  ).split(" "),
);

const linkingWords: ReadonlySet<string> = new Set(
  (
    "so thus therefore hence gives giving get obtain simplifies simplify simplifying yields implies means solving dividing divide " +
    "subtracting subtract adding add multiplying multiply combining rearranging expanding isolate isolating becomes factoring multiplied divided subtracted added"
  ).split(" "),
);

/**
 * Tells whether the text between two equations only says that the second follows from the first. Any other word may
 * bring in something else, so that nothing can be said.
 */
export function readConnection(between: string): "follows" | "unknown" {
  // "Thus, for x <= 3" begins a case.
  if (between.length > 200 || between.includes("?") || /\b(?:for|when|where)[^A-Za-z]*$/i.test(between))
    return "unknown";
  const hasArrow = /\\implies|\\Rightarrow|⇒|⟹|=>|\\Longrightarrow/.test(between);
  const plain = between.replace(
    /\\(?:text|mathrm|quad|qquad|implies|Rightarrow|Longrightarrow|begin|end|frac|cdot|times)\b/g,
    " ",
  );
  const words = plain.toLowerCase().match(/[a-z]+/g) ?? [];
  const unknown = words.filter(
    (word) => word.length > 1 && !rewritingWords.has(word) && word !== "align" && word !== "aligned",
  );
  if (unknown.length > 0) return "unknown";
  return hasArrow || words.some((word) => linkingWords.has(word)) ? "follows" : "unknown";
}
