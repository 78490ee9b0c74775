import type { Fuel } from "../fuel.ts";
import type { RunReading, Token, TokenList, TokenType } from "../lex/token.ts";
import type { GradeLimits } from "../limits.ts";
import { failSize, failSyntax } from "../unreadable.ts";
import type { Expr } from "./expr.ts";
import type { Node } from "./node.ts";

/** How a slash behind an argument without brackets is read where the text leaves it open. */
export type SlashReading = "inside" | "outside";

/** Cursor over the tokens of one answer, with the depth and fuel checks that every rule shares. */
export class ParseState {
  readonly fuel: Fuel;
  /** Reads a comma-separated sequence; set by the entry point, since brackets nest sequences in expressions. */
  readonly parseSequence: (state: ParseState) => Node;
  /** Reads a product; set by the entry point, since sums and products nest terms in atoms. */
  readonly parseTerm: (state: ParseState) => Expr;
  /** Currency sign met inside the current item. */
  currency: string | undefined = undefined;
  /** Sums and products around the cursor; names their bound variables. */
  sumDepth = 0;
  /** Dots were met: sums look for the series that they stand for. */
  hasEllipsis = false;
  /** Whether a slash behind an open argument belongs to it, where both readings are possible: `\sin x/2`. */
  readonly slashes: SlashReading;
  /** Whether runs that may be words are read as products. */
  readonly runs: RunReading;
  /** A run that may be a unit or a product was met. */
  hasOpenRun = false;
  /** A run behind a space was met that may be a product where it cannot be a unit or a word. */
  hasSpacedRun = false;
  /** Such a slash was met. */
  hasOpenSlash = false;
  /** Open `]a, b[` brackets: inside them `[` closes. */
  reversedBrackets = 0;
  /** Open `|x|` bars: inside them a bar closes. */
  openBars = 0;
  /** Some token is an equals sign: without one there are no labels in mathematics. */
  readonly hasEquals: boolean;
  /** Some token is a relation sign or says "for all": without one there are no conditions in brackets. */
  readonly hasRelation: boolean;
  private readonly tokens: readonly Token[];
  private readonly end: Token;
  private readonly maxDepth: number;
  private groups: Map<number, { node: Node; end: number }> | undefined = undefined;
  private pos = 0;
  private depth = 0;

  constructor(
    { tokens, hasEquals, hasRelation }: Omit<TokenList, "hasOpenComma">,
    options: { limits: GradeLimits; fuel: Fuel; slashes: SlashReading; runs: RunReading },
    parsers: { parseSequence: (state: ParseState) => Node; parseTerm: (state: ParseState) => Expr },
  ) {
    this.slashes = options.slashes;
    this.runs = options.runs;
    this.tokens = tokens;
    this.hasEquals = hasEquals;
    this.hasRelation = hasRelation;
    this.end = tokens[tokens.length - 1] ?? failSyntax();
    this.maxDepth = options.limits.maxDepth;
    this.fuel = options.fuel;
    this.parseSequence = parsers.parseSequence;
    this.parseTerm = parsers.parseTerm;
  }

  /** The token at the cursor, or `offset` tokens after it; the end token past the end. A run of letters is one token. */
  peek(offset = 0): Token {
    if (offset === 0) return this.tokens[this.pos] ?? this.end;
    let at = this.pos;
    for (let count = 0; count < offset; count++) at += 1 + (this.tokens[at]?.spelledBy ?? 0);
    return this.tokens[at] ?? this.end;
  }

  /** The token at the cursor and those after it, as many as the limit, without the end. A run of letters is one token. */
  lookAhead(limit: number): readonly Token[] {
    const ahead: Token[] = [];
    for (let at = this.pos; ahead.length < limit; ) {
      const token = this.tokens[at];
      if (token === undefined || token.type === "end") break;
      ahead.push(token);
      at += 1 + token.spelledBy;
    }
    this.fuel.spend(ahead.length);
    return ahead;
  }

  /** Tells whether the token before the cursor is this punctuation. */
  wasPunct(text: string): boolean {
    const token = this.tokens[this.pos - 1];
    return token?.type === "punct" && token.text === text;
  }

  /** Tells whether the token before the cursor has this type. */
  wasType(type: TokenType): boolean {
    return this.tokens[this.pos - 1]?.type === type;
  }

  /** Returns the token at the cursor and moves on. */
  next(): Token {
    const token = this.peek();
    if (token.type !== "end") this.pos += 1 + token.spelledBy;
    this.fuel.spend(2);
    return token;
  }

  /** Moves into the run of letters at the cursor, whose letters are read one by one from here. False where it is a word. */
  openRun(): boolean {
    const isOpen = this.peek().spelledBy > 0;
    if (isOpen) this.pos++;
    return isOpen;
  }

  /** Tells whether the token at the cursor (or `offset` after it) is this punctuation. */
  isPunct(text: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token.type === "punct" && token.text === text;
  }

  /** Tells whether the token at the cursor has this type. */
  isType(type: TokenType, offset = 0): boolean {
    return this.peek(offset).type === type;
  }

  /** Moves past this punctuation if it is next. */
  accept(text: string): boolean {
    if (!this.isPunct(text)) return false;
    this.next();
    return true;
  }

  /** Moves past this punctuation, which must be next. */
  expect(text: string): void {
    if (!this.accept(text)) failSyntax();
  }

  /** Cursor position behind the run of letters at the cursor. */
  get endOfRun(): number {
    return this.pos + 1 + this.peek().spelledBy;
  }

  /** Cursor position, for {@link ParseState.rewind}. */
  get mark(): number {
    return this.pos;
  }

  /** Puts the cursor back. */
  rewind(mark: number): undefined {
    this.pos = mark;
    return undefined;
  }

  /**
   * Keeps the content of the bracketed group that starts at `mark` and ends at the cursor, so that reading it again
   * after a rewind costs nothing. Without this, nested brackets would cost 2^depth.
   */
  rememberGroup(mark: number, node: Node): void {
    this.groups ??= new Map();
    this.groups.set(mark, { node, end: this.pos });
  }

  /** Returns the content of a remembered group at the cursor and moves past it. */
  recallGroup(): Node | undefined {
    const group = this.groups?.get(this.pos);
    if (group === undefined) return undefined;
    this.pos = group.end;
    return group.node;
  }

  /** Counts one level of nesting; pair with {@link ParseState.leave}. */
  enter(): void {
    this.depth++;
    this.fuel.spend(2);
    if (this.depth > this.maxDepth) failSize("maxDepth");
  }

  leave(): void {
    this.depth--;
  }
}

/** Returns the expression of a node that must be a scalar; a one-item bracket `[x]` counts as one. */
export function exprOf(node: Node): Expr {
  if (node.kind === "scalar") return node.expr;
  if (node.kind === "matrix") return { kind: "matrix", rows: node.rows.map((row) => row.map(exprOf)) };
  if (node.kind === "bracket" && node.items.length === 1) return exprOf(node.items[0] ?? failSyntax());
  return failSyntax();
}
