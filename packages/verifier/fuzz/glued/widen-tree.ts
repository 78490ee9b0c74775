import type { Draw } from "../draw.ts";
import { areApart } from "./evaluate-tree.ts";
import { changeOne, childrenOf, number, power, product, sum, type Tree, withChildren } from "./tree.ts";

/** A tree of another value, and what was done to make it. */
export interface Widened {
  readonly rule: string;
  readonly tree: Tree;
}

type Rule = readonly [name: string, change: (node: Tree) => readonly Tree[]];

const rules: readonly Rule[] = [
  ["a power takes the letter before it", (node) => join(node, widenPower)],
  ["a factorial takes the letter before it", (node) => join(node, widenFactorial)],
  ["a prime takes the letter before it", (node) => join(node, widenPrime)],
  ["an exponent takes the factor behind it", (node) => join(node, widenExponent)],
  ["an index takes the letter behind it", (node) => join(node, widenIndex)],
  ["a root takes the factor behind it", (node) => join(node, widenRoot)],
  ["an argument takes the factor behind it", (node) => join(node, widenCall)],
  ["a denominator takes the factor behind it", (node) => join(node, widenBottom)],
  ["an argument takes the divisor", takeDivisor],
  ["an argument takes the next term", takeTerm],
  ["a numerator takes the term before it", takeNumerator],
  ["an exponent ends earlier", endExponent],
  ["a denominator ends earlier", endBottom],
  ["a power becomes an index", confuseIndex],
  ["two letters change places", () => []],
  ["a mark moves to the other letter", moveMark],
  ["a factor or term is left out", leaveOut],
  ["a number changes", changeNumber],
  ["a sign changes", changeSign],
];

/** Changes what one mark binds to, exchanges letters, or changes a number or a sign; undefined where that changes no value. */
export function widenTree(tree: Tree, draw: Draw): Widened | undefined {
  const start = draw.int(rules.length);
  for (let turn = 0; turn < rules.length; turn++) {
    const [rule, change] = rules[(start + turn) % rules.length] as Rule;
    const changed = rule === "two letters change places" ? exchangeLetters(tree) : changeOne(tree, change);
    const apart = changed.filter((other) => areApart(tree, other));
    if (apart.length > 0) return { rule, tree: draw.pick(apart) };
  }
  return undefined;
}

/** Products in which a factor and its right neighbour become one. */
function join(node: Tree, merge: (left: Tree, right: Tree) => Tree | undefined): readonly Tree[] {
  if (node.kind !== "product") return [];
  return node.parts.slice(1).flatMap((right, at) => {
    const joined = merge(node.parts[at] as Tree, right);
    return joined === undefined
      ? []
      : [product(...node.parts.slice(0, at), joined, ...node.parts.slice(at + 2))];
  });
}

function widenPower(left: Tree, right: Tree): Tree | undefined {
  return right.kind === "power" ? power(product(left, right.base), right.exponent) : undefined;
}

function widenFactorial(left: Tree, right: Tree): Tree | undefined {
  return right.kind === "factorial" ? { kind: "factorial", of: product(left, right.of) } : undefined;
}

function widenPrime(left: Tree, right: Tree): Tree | undefined {
  return right.kind === "prime" && left.kind === "letter"
    ? { ...right, of: product(left, right.of) }
    : undefined;
}

function widenExponent(left: Tree, right: Tree): Tree | undefined {
  return left.kind === "power" ? power(left.base, product(left.exponent, right)) : undefined;
}

function widenIndex(left: Tree, right: Tree): Tree | undefined {
  const isLetter = right.kind === "letter" && right.name.length === 1;
  return left.kind === "index" && isLetter ? { ...left, index: left.index + right.name } : undefined;
}

function widenRoot(left: Tree, right: Tree): Tree | undefined {
  return left.kind === "root" ? { ...left, of: product(left.of, right) } : undefined;
}

function widenCall(left: Tree, right: Tree): Tree | undefined {
  return left.kind === "call" ? { ...left, of: product(left.of, right) } : undefined;
}

function widenBottom(left: Tree, right: Tree): Tree | undefined {
  return left.kind === "fraction" ? { ...left, bottom: product(left.bottom, right) } : undefined;
}

function takeDivisor(node: Tree): readonly Tree[] {
  if (node.kind !== "fraction") return [];
  const parts = node.top.kind === "product" ? node.top.parts : [node.top];
  const last = parts[parts.length - 1];
  if (last?.kind !== "call") return [];
  const of: Tree = { kind: "fraction", top: last.of, bottom: node.bottom };
  return [product(...parts.slice(0, -1), { ...last, of })];
}

function takeTerm(node: Tree): readonly Tree[] {
  if (node.kind !== "sum") return [];
  return node.parts.slice(1).flatMap((right, at) => {
    const left = node.parts[at];
    if (left?.kind !== "call") return [];
    return [
      sum(...node.parts.slice(0, at), { ...left, of: sum(left.of, right) }, ...node.parts.slice(at + 2)),
    ];
  });
}

function takeNumerator(node: Tree): readonly Tree[] {
  if (node.kind !== "sum") return [];
  return node.parts.slice(1).flatMap((right, at) => {
    if (right.kind !== "fraction") return [];
    const top = sum(node.parts[at] as Tree, right.top);
    return [sum(...node.parts.slice(0, at), { ...right, top }, ...node.parts.slice(at + 2))];
  });
}

function endExponent(node: Tree): readonly Tree[] {
  if (node.kind !== "power") return [];
  const { base, exponent } = node;
  const [first, ...rest] = childrenOf(exponent);
  if (first === undefined || exponent.kind === "negative") return [];
  if (exponent.kind === "sum") return [sum(power(base, first), ...rest)];
  if (exponent.kind === "product") return [product(power(base, first), ...rest)];
  if (exponent.kind === "fraction")
    return [{ kind: "fraction", top: power(base, exponent.top), bottom: exponent.bottom }];
  return [];
}

function endBottom(node: Tree): readonly Tree[] {
  if (node.kind !== "fraction" || node.bottom.kind !== "product") return [];
  const [first, ...rest] = node.bottom.parts;
  return first === undefined ? [] : [product({ ...node, bottom: first }, ...rest)];
}

function confuseIndex(node: Tree): readonly Tree[] {
  if (node.kind === "index" && /^\d$/.test(node.index))
    return [power({ kind: "letter", name: node.letter }, number(node.index))];
  if (node.kind !== "power" || node.base.kind !== "index" || node.exponent.kind !== "number") return [];
  const { base, exponent } = node;
  return [
    { ...base, index: base.index + exponent.digits },
    power({ ...base, index: exponent.digits }, number(base.index.replace(/\D/g, "") || "3")),
  ];
}

/** Trees in which two different letters have changed places, one pair of places at a time. */
function exchangeLetters(tree: Tree): readonly Tree[] {
  const names = new Set<string>();
  const collect = (node: Tree): void => {
    if (node.kind === "letter") names.add(node.name);
    for (const child of childrenOf(node)) collect(child);
  };
  collect(tree);
  const pairs = [...names].flatMap((a, at) => [...names].slice(at + 1).map((b) => [a, b] as const));
  return pairs.map(([a, b]) =>
    renameLetters(
      tree,
      new Map([
        [a, b],
        [b, a],
      ]),
    ),
  );
}

function renameLetters(tree: Tree, names: ReadonlyMap<string, string>): Tree {
  if (tree.kind === "letter") return { ...tree, name: names.get(tree.name) ?? tree.name };
  const children = childrenOf(tree);
  if (children.length === 0) return tree;
  return withChildren(
    tree,
    children.map((child) => renameLetters(child, names)),
  );
}

function moveMark(node: Tree): readonly Tree[] {
  if (node.kind !== "product") return [];
  return node.parts.slice(1).flatMap((right, at) => {
    const left = node.parts[at] as Tree;
    const swapped = swapMarks(left, right);
    return swapped === undefined
      ? []
      : [product(...node.parts.slice(0, at), ...swapped, ...node.parts.slice(at + 2))];
  });
}

/** `qb^b` for `bq^b`: the mark of one factor goes to the other, whatever the mark is. */
function swapMarks(left: Tree, right: Tree): readonly [Tree, Tree] | undefined {
  const bare = (tree: Tree) => tree.kind === "letter";
  if (bare(left) && right.kind === "power" && bare(right.base))
    return [right.base, power(left, right.exponent)];
  if (bare(right) && left.kind === "power" && bare(left.base))
    return [power(right, left.exponent), left.base];
  if (bare(left) && (right.kind === "factorial" || right.kind === "prime") && bare(right.of))
    return [right.of, { ...right, of: left }];
  if (left.kind === "letter" && right.kind === "index" && left.name.length === 1)
    return [
      { kind: "letter", name: right.letter },
      { ...right, letter: left.name },
    ];
  return undefined;
}

function leaveOut(node: Tree): readonly Tree[] {
  if (node.kind !== "product" && node.kind !== "sum") return [];
  return node.parts.map((_part, at) => withChildren(node, node.parts.toSpliced(at, 1)));
}

function changeNumber(node: Tree): readonly Tree[] {
  if (node.kind !== "number") return [];
  return [number(Number(node.digits) + 1), number(`${node.digits}1`)];
}

function changeSign(node: Tree): readonly Tree[] {
  if (node.kind === "negative") return [node.of];
  return node.kind === "power" || node.kind === "sum" || node.kind === "product"
    ? [{ kind: "negative", of: node }]
    : [];
}
