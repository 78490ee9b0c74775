/** Functions that a tree may call. */
export type FunctionName = "sin" | "cos" | "tan" | "ln" | "log" | "exp";

/**
 * An expression as people write it by hand: letters side by side, each with its own marks. A letter is a single
 * Latin letter or the name of a Greek one.
 */
export type Tree =
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "letter"; readonly name: string }
  | { readonly kind: "pi" | "e" }
  | { readonly kind: "index"; readonly letter: string; readonly index: string }
  | { readonly kind: "prime"; readonly of: Tree; readonly count: number }
  | { readonly kind: "factorial"; readonly of: Tree }
  | { readonly kind: "power"; readonly base: Tree; readonly exponent: Tree }
  | { readonly kind: "root"; readonly degree: number; readonly of: Tree }
  | { readonly kind: "bars"; readonly of: Tree }
  | { readonly kind: "call"; readonly name: FunctionName; readonly base: string; readonly of: Tree }
  | { readonly kind: "product" | "sum"; readonly parts: readonly Tree[] }
  | { readonly kind: "fraction"; readonly top: Tree; readonly bottom: Tree }
  | { readonly kind: "negative"; readonly of: Tree };

/** Returns the number of those digits: `12`, `0.5`. */
export function number(digits: string | number): Tree {
  return { kind: "number", digits: String(digits) };
}

/** Returns the product of the parts, products among them opened; a single part is returned as it is. */
export function product(...parts: readonly Tree[]): Tree {
  const flat = parts.flatMap((part) => (part.kind === "product" ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: "product", parts: flat };
}

/** Returns the sum of the parts, sums among them opened; a single part is returned as it is. */
export function sum(...parts: readonly Tree[]): Tree {
  const flat = parts.flatMap((part) => (part.kind === "sum" ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: "sum", parts: flat };
}

/** Returns base to the power of an exponent. */
export function power(base: Tree, exponent: Tree): Tree {
  return { kind: "power", base, exponent };
}

/** Returns the direct parts of a tree. */
export function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case "product":
    case "sum":
      return tree.parts;
    case "power":
      return [tree.base, tree.exponent];
    case "fraction":
      return [tree.top, tree.bottom];
    case "prime":
    case "factorial":
    case "root":
    case "bars":
    case "call":
    case "negative":
      return [tree.of];
    default:
      return [];
  }
}

/** Returns the tree with its direct parts replaced, in the order of {@link childrenOf}. */
export function withChildren(tree: Tree, children: readonly Tree[]): Tree {
  const [first = tree, second = first] = children;
  switch (tree.kind) {
    case "product":
      return product(...children);
    case "sum":
      return sum(...children);
    case "power":
      return { kind: "power", base: first, exponent: second };
    case "fraction":
      return { kind: "fraction", top: first, bottom: second };
    case "prime":
    case "factorial":
    case "root":
    case "bars":
    case "call":
    case "negative":
      return { ...tree, of: first };
    default:
      return tree;
  }
}

/** Tells whether the tree or a part of it passes the test. */
export function someTree(tree: Tree, test: (tree: Tree) => boolean): boolean {
  return test(tree) || childrenOf(tree).some((child) => someTree(child, test));
}

/** Every tree that comes from this one by one change of one node; `change` returns the changed nodes. */
export function changeOne(tree: Tree, change: (node: Tree) => readonly Tree[]): readonly Tree[] {
  const children = childrenOf(tree);
  const inside = children.flatMap((child, at) =>
    changeOne(child, change).map((other) => withChildren(tree, children.with(at, other))),
  );
  return [...change(tree), ...inside];
}
