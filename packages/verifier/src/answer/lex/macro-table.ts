/** LaTeX commands that stand for one punctuation token. */
export const punctMacros: ReadonlyMap<string, string> = new Map([
  ["times", "*"],
  ["cdot", "*"],
  ["ast", "*"],
  ["bullet", "*"],
  ["div", "/"],
  ["pm", "+-"],
  ["mp", "-+"],
  ["le", "<="],
  ["leq", "<="],
  ["leqslant", "<="],
  ["ge", ">="],
  ["geq", ">="],
  ["geqslant", ">="],
  ["lt", "<"],
  ["gt", ">"],
  ["ne", "!="],
  ["neq", "!="],
  ["approx", "~="],
  ["in", "in"],
  ["cup", "cup"],
  ["cap", "cap"],
  ["setminus", "setminus"],
  ["backslash", "setminus"],
  ["infty", "inf"],
  ["infin", "inf"],
  ["emptyset", "empty"],
  ["varnothing", "empty"],
  ["circ", "deg"],
  ["textcirc", "deg"],
  ["degree", "deg"],
  ["degrees", "deg"],
  ["prime", "'"],
  ["lbrace", "\\{"],
  ["rbrace", "\\}"],
  ["lbrack", "["],
  ["rbrack", "]"],
  ["lvert", "|"],
  ["rvert", "|"],
  ["vert", "|"],
  ["mid", "|"],
  ["lfloor", "lfloor"],
  ["rfloor", "rfloor"],
  ["lceil", "lceil"],
  ["rceil", "rceil"],
  ["colon", ":"],
  ["langle", "("],
  ["rangle", ")"],
  ["equiv", "equiv"],
  ["parallel", "parallel"],
  ["perp", "perp"],
  ["cong", "cong"],
  ["sim", "sim"],
  ["pmod", "pmod"],
  ["bmod", "mod"],
  ["mod", "mod"],
  ["over", "over"],
  ["choose", "choose"],
  ["ldots", "dots"],
  ["cdots", "dots"],
  ["dots", "dots"],
  ["dotsc", "dots"],
  ["forall", "forall"],
  ["textdegree", "deg"],
  ["textcirc", "deg"],
  ["percent", "%"],
  ["euro", "€"],
  ["pounds", "£"],
  ["yen", "¥"],
  ["textdollar", "$"],
  ["rupee", "₹"],
]);

/** Commands without a meaning for the value: spacing, size, style, delimiters' sizes, transparent wrappers. */
export const skippedMacros: ReadonlySet<string> = new Set(
  (
    "left right middle big Big bigl bigr Bigl Bigr bigg Bigg biggl biggr Biggl Biggr displaystyle textstyle " +
    "scriptstyle limits nolimits quad qquad thinspace medspace thickspace enspace space negthinspace nobreak hfill " +
    "boxed fbox vec overrightarrow mathbf boldsymbol bm mathit mathsf mathtt mathcal mathnormal ensuremath vphantom phantom " +
    "Large large huge Huge small normalsize noindent nonumber"
  ).split(" "),
);

/** Commands that show nothing of their braced argument: colours, spaces, tags, invisible text. */
export const unseenArguments: ReadonlySet<string> = new Set(
  "phantom hphantom vphantom hspace vspace hskip color textcolor tag label mkern".split(" "),
);

/** Commands that only decorate their argument. */
export const decorations: ReadonlySet<string> = new Set("underline uline mathstrut strut bf it".split(" "));

/** Commands without an argument that may run into a one-letter name where spaces were lost: `\quadx`, `\cdotx`. */
export const gluedCommands: ReadonlySet<string> = new Set(
  "quad qquad cdot times div pm le leq ge geq ne neq in cup cap lceil lfloor pi".split(" "),
);

/** Operations that are kept as written; before `=` they are a label. */
export const operatorCommands: ReadonlySet<string> = new Set(
  (
    "lim limsup liminf varlimsup varliminf int iint iiint oint sup inf dim deg ker rank tr arg nabla partial det Pr " +
    "operatorname star bigstar oplus otimes ominus odot diamond heartsuit clubsuit spadesuit boxplus boxtimes"
  ).split(" "),
);

/** Commands whose braced argument is running text. */
export const textMacros: ReadonlySet<string> = new Set(
  "text textbf textit textrm textsf texttt textnormal textup emph mbox hbox mathrm operatorname rm".split(
    " ",
  ),
);

/** Commands that set letters of a formula upright: one letter is a name or a unit, more are a word. */
export const uprightMacros: ReadonlySet<string> = new Set([
  "mathrm",
  "rm",
  "operatorname",
  "textrm",
  "textup",
]);

/** Commands of type: around one letter they change nothing, around more the letters are a run of their own. */
export const typefaceMacros: ReadonlySet<string> = new Set(
  "mathbf boldsymbol bm mathit mathsf mathtt".split(" "),
);

/** Functions and constructs that the parser knows, in LaTeX and plain text alike. */
export const functionNames: ReadonlySet<string> = new Set(
  (
    "frac sqrt cbrt binom sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp abs floor ceil " +
    "min max gcd lcm begin end overline bar dot ddot mathbb angle triangle hat tilde sum prod arccot arcsec arccsc"
  ).split(" "),
);

/** Other spellings of names in {@link functionNames}. */
export const functionAliases: ReadonlyMap<string, string> = new Map([
  ["dfrac", "frac"],
  ["tfrac", "frac"],
  ["cfrac", "frac"],
  ["sfrac", "frac"],
  ["nicefrac", "frac"],
  ["flatfrac", "frac"],
  ["fraction", "frac"],
  ["dbinom", "binom"],
  ["tbinom", "binom"],
  ["asin", "arcsin"],
  ["acos", "arccos"],
  ["atan", "arctan"],
  ["tg", "tan"],
  ["ctg", "cot"],
  ["cosec", "csc"],
  ["sgrt", "sqrt"],
  ["surd", "sqrt"],
  ["acot", "arccot"],
  ["arcctg", "arccot"],
  ["arctg", "arctan"],
  ["measuredangle", "angle"],
  ["widehat", "hat"],
]);

/** Names of letters written out: Greek, dotless i. */
export const letterNames: ReadonlySet<string> = new Set(
  (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi omicron rho varrho " +
    "sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega " +
    "ell hbar pi imath jmath partial"
  ).split(" "),
);

/** Other shapes of the same letters. */
export const letterShapes: ReadonlyMap<string, string> = new Map([
  ["varepsilon", "epsilon"],
  ["vartheta", "theta"],
  ["varphi", "phi"],
  ["varrho", "rho"],
  ["varsigma", "sigma"],
  ["imath", "i"],
  ["jmath", "j"],
]);

/** Function names of two letters that in plain text are functions only in front of an argument: `tg x`, but `tg` is t·g. */
export const shortFunctions: ReadonlySet<string> = new Set(["tg", "lg"]);

/** Names that are commands in LaTeX alone: in plain text `bar` and `dot` are words. */
export const commandsOnly: ReadonlySet<string> = new Set(
  "bar hat dot ddot tilde begin end overline angle".split(" "),
);

/** Words of plain text that stand for punctuation. */
export const punctWords: ReadonlyMap<string, string> = new Map([
  ["inf", "inf"],
  ["infinity", "inf"],
  ["infty", "inf"],
  ["union", "cup"],
  ["percent", "%"],
  ["percents", "%"],
  ["percentage", "%"],
  ["pct", "%"],
  ["mod", "mod"],
]);

/** Functions and Greek letters that may stand inside a run of letters, longest first: `xsinx`, `nlogn`, `2pir`. */
export const runNames: readonly string[] = (
  "arcsin arccos arctan lambda alpha gamma delta sigma omega theta sqrt beta sinh cosh tanh " +
  "sin cos tan cot sec csc log exp ln pi"
).split(" ");
