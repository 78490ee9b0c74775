import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";

/** A stretch of the response that a reader does not see as its text. Offsets are UTF-16 code units. */
export interface HiddenSpan {
  readonly start: number;
  readonly end: number;
}

/** Names after ``` that mark a program or its output. Other fences (none, latex, json, text) hold prose or answers. */
const programLanguages: ReadonlySet<string> = new Set(
  (
    "python python3 py py3 ipython pycon sympy sage javascript js jsx typescript ts tsx node java kotlin scala groovy " +
    "c cpp c++ cxx h hpp cs csharp c# objective-c swift go golang rust rs zig ruby rb perl php lua r julia jl matlab " +
    "octave mathematica wolfram wl maple haskell hs ocaml ml fsharp f# clojure lisp scheme racket elixir erlang " +
    "prolog lean lean4 coq isabelle agda bash sh shell zsh powershell bat console terminal sql mysql diff dart " +
    "fortran pascal ada basic vb asm assembly css scss html dockerfile makefile"
  ).split(" "),
);

/**
 * Returns the comments (`<!-- -->`, `\iffalse`, the comment environment, lines that start with %) and program code blocks of text[start, end), in order. An
 * answer inside one is not given to the reader. A comment or block without an end runs to the end of the text.
 */
export function findHiddenSpans(text: string, start: number, end: number, fuel: Fuel): readonly HiddenSpan[] {
  fuel.spend(1 + Math.ceil((end - start) / 32));
  const spans = [
    ...elements(text, start, end, fuel),
    ...latexComments(text, start, end, fuel),
    ...programs(text, start, end, fuel),
    ...betweenTexts(text, { start, end, open: "\\begin{comment}", close: "\\end{comment}" }, fuel),
    ...betweenTexts(text, { start, end, open: "\\iffalse", close: "\\fi" }, fuel),
    ...unseenElements(text, start, end, fuel),
    ...unseenGroups(text, start, end, fuel),
    ...afterRedefinition(text, start, end),
  ];
  return spans.length < 2 ? spans : spans.sort((a, b) => a.start - b.start);
}

/** From each opening text to the closing text after it, or to the end. */
function betweenTexts(
  text: string,
  marks: HiddenSpan & { readonly open: string; readonly close: string },
  fuel: Fuel,
): readonly HiddenSpan[] {
  const { start, end, open, close } = marks;
  const spans: HiddenSpan[] = [];
  for (let at = text.indexOf(open, start); at !== -1 && at < end; ) {
    fuel.spend(8);
    const closing = text.indexOf(close, at + open.length);
    const stop = closing === -1 ? end : closing + close.length;
    spans.push({ start: at, end: stop });
    at = text.indexOf(open, stop);
  }
  return spans;
}

/** What hides the text up to its close: comments, struck text, and styles that show nothing. */
const hidingElements: readonly (readonly [open: string, close: string])[] = [
  ["<!--", "-->"],
  ["<del>", "</del>"],
  ["<s>", "</s>"],
  ["<strike>", "</strike>"],
];

function elements(text: string, start: number, end: number, fuel: Fuel): readonly HiddenSpan[] {
  const first = text.indexOf("<", start);
  if (first === -1 || first >= end) return [];
  return hidingElements.flatMap(([open, close]) =>
    betweenTexts(text, { start: first, end, open, close }, fuel),
  );
}

/** A tag whose attributes show nothing of its content. */
const unseenTag =
  /<(\w{1,20})\b[^<>]{0,300}?(?:\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0|color\s*:\s*(?:white|transparent|#f{3}(?:f{3})?)\b)[^<>]{0,300}>/gi;

function unseenElements(text: string, start: number, end: number, fuel: Fuel): readonly HiddenSpan[] {
  if (!text.includes("<")) return [];
  const isStyled = text.includes("style") || text.includes("hidden") || text.includes("color");
  if (!isStyled) return [];
  fuel.spend(Math.ceil((end - start) / 4));
  const lower = text.toLowerCase();
  const spans: HiddenSpan[] = [];
  for (const { index, 0: tag, 1: name = "" } of text.slice(start, end).matchAll(unseenTag)) {
    const at = start + index;
    const close = lower.indexOf(`</${name.toLowerCase()}`, at + tag.length);
    spans.push({ start: at, end: close === -1 ? end : Math.min(close, end) });
    if (spans.length >= maxUnseen) break;
  }
  return spans;
}

/** Most hidden elements or groups that are looked at. */
const maxUnseen = 64;
const unseenColor = /\\(?:textcolor|color)\s*\{(?:white|transparent)\}/g;

/** Text set in white: the argument of `\textcolor{white}`, and after `\color{white}` the rest of its group. */
function unseenGroups(text: string, start: number, end: number, fuel: Fuel): readonly HiddenSpan[] {
  if (!text.includes("color")) return [];
  const spans: HiddenSpan[] = [];
  for (const { index, 0: command } of text.slice(start, end).matchAll(unseenColor)) {
    const from = start + index;
    let depth = command.startsWith("\\text") ? 0 : 1;
    let at = from + command.length;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 123) depth++;
      else if (code === 125 && --depth <= 0) break;
    }
    fuel.spend(Math.ceil((at - from) / 4));
    spans.push({ start: from, end: at });
    if (spans.length >= maxUnseen) break;
  }
  return spans;
}

const redefinition =
  /\\(?:re)?newcommand\*?\s*\{?\s*\\(?:boxed|fbox)\b|\\(?:def|let|gdef|edef)\s*\\(?:boxed|fbox)\b/;

/** Tells quickly that no command of a box stands behind `\def`, `\let` or `\newcommand`. */
function mayRedefine(text: string, start: number, end: number): boolean {
  for (let at = text.indexOf("box", start); at !== -1 && at < end; at = text.indexOf("box", at + 3)) {
    let to = text.charCodeAt(at - 1) === 102 ? at - 2 : at - 1;
    if (text.charCodeAt(to) !== 92) continue;
    while (to > start && (isSpaceCode(text.charCodeAt(to - 1)) || "{*".includes(text.charAt(to - 1)))) to--;
    const isDefined = text.startsWith("def", to - 3) || text.startsWith("let", to - 3);
    if (isDefined || text.startsWith("newcommand", to - 10)) return true;
  }
  return false;
}

/** Once a box is defined anew, nobody can tell what it shows. */
function afterRedefinition(text: string, start: number, end: number): readonly HiddenSpan[] {
  if (!mayRedefine(text, start, end)) return [];
  const at = text.slice(start, end).search(redefinition);
  return at === -1 ? [] : [{ start: start + at, end }];
}

/** A percent sign starts a comment only at the start of a line: elsewhere it is a percentage. */
function latexComments(text: string, start: number, end: number, fuel: Fuel): readonly HiddenSpan[] {
  const spans: HiddenSpan[] = [];
  for (let at = text.indexOf("%", start); at !== -1 && at < end; ) {
    fuel.spend(8);
    const isComment = at === start || text.charCodeAt(at - 1) === 10;
    const newline = isComment ? text.indexOf("\n", at) : at + 1;
    const stop = newline === -1 ? end : newline;
    if (isComment) spans.push({ start: at, end: stop });
    at = text.indexOf("%", stop);
  }
  return spans;
}

function programs(text: string, start: number, end: number, fuel: Fuel): readonly HiddenSpan[] {
  const spans: HiddenSpan[] = [];
  for (let at = text.indexOf("```", start); at !== -1 && at < end; ) {
    fuel.spend(8);
    const close = text.indexOf("```", at + 3);
    const stop = close === -1 ? end : close + 3;
    if (programLanguages.has(fenceName(text, at + 3))) spans.push({ start: at, end: stop });
    at = text.indexOf("```", stop);
  }
  return spans;
}

/** The word directly after the fence, in lower case: `python` of "```python title=x". */
function fenceName(text: string, from: number): string {
  let to = from;
  while (to - from < 16 && text.charCodeAt(to) > 32 && text[to] !== "`" && text[to] !== "{") to++;
  return text.slice(from, to).toLowerCase();
}

/** Returns the items that start outside of every span. */
export function withoutHidden<T extends { readonly start: number }>(
  items: readonly T[],
  spans: readonly HiddenSpan[],
): readonly T[] {
  if (spans.length === 0) return items;
  const merged = mergeSpans(spans);
  return items.filter(({ start }) => !isInside(start, merged));
}

function mergeSpans(sorted: readonly HiddenSpan[]): readonly HiddenSpan[] {
  const merged: HiddenSpan[] = [];
  for (const span of sorted) {
    const last = merged[merged.length - 1];
    if (last === undefined || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}

/** Binary search for the span that holds the offset. */
function isInside(at: number, merged: readonly HiddenSpan[]): boolean {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((merged[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return (merged[low]?.start ?? Number.POSITIVE_INFINITY) <= at;
}
