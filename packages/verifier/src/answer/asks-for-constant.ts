/** Signs and words of a problem whose answer has a constant of integration, by language. */
const signs: readonly RegExp[] = [
  /\\(?:i{1,3}|o)?int(?![a-z])|[∫∬∮]/,
  /\\frac\s*\{\s*(?:d|\\partial|\\mathrm\{d\})\s*(?:\^\s*\{?\d\}?\s*)?[a-zA-Z]|\bd(?:\^\d)?[yuxvwfPNT]\s*\/\s*d[xtyrsuz]/,
  /(?<![A-Za-z])[yu](?:''?(?![a-z])|′|″|\^\{\\prime)|\\d?dot\s*\{?\s*[xyru]/,
  // "Integral values" are whole numbers.
  /\b(?:anti-?derivatives?|integrat(?:e|es|ed|ing|ion)|indefinite|integral(?! (?:values?|solutions?|points?|multiples?|parts?|coefficients?|roots?|powers?|sides?|numbers?|coordinates?))|differential equations?|ODEs?|initial value problem|general solution of)/i,
  /积分|原函数|微分方程|通解|積分|原始関数|微分方程式|적분|미분방정식/,
  /\b(?:integrar|integra[cç](?:i[oó]n|[aã]o)|(?:la|una|a|uma) integral|primitivas?|antiderivadas?|ecuaci[oó]n(?:es)? diferencial(?:es)?|equaç(?:ão|ões) diferencia(?:l|is))(?![a-zé])/i,
  /intégral|\bprimitive|[ée]quations? diff[ée]rentielle|stammfunktion|\b(?:das|des|dem|unbestimmte[sn]?|uneigentliche[sn]?) integral|differentialgleichung|\bintegrale\b|equazion[ei] differenzial/i,
  /интеграл|первообразн|дифференциальн|تكامل|تفاضلية|समाकल|अवकल समीकरण/i,
  /nguyên hàm|tích phân|phương trình vi phân|diferansiyel denklem|persamaan diferensial|antiturunan/i,
];

/** Longest part of a problem that is looked at. */
const maxChars = 20_000;

/**
 * Tells whether a problem asks for an antiderivative or for the solution of a differential equation, so that a constant in
 * its answer is free: it integrates, or has a derivative in it. English, Chinese, Japanese, Korean, Spanish, Portuguese,
 * French, German, Italian, Russian, Arabic, Hindi, Vietnamese, Turkish and Indonesian.
 */
export function asksForConstant(problem: string): boolean {
  const text = problem.length > maxChars ? problem.slice(0, maxChars) : problem;
  return signs.some((sign) => sign.test(text));
}
