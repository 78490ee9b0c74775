import type { Fuel } from "../fuel.ts";
import type { Candidate } from "./candidate.ts";
import { isBesideKind } from "./candidate-kind.ts";
import { findPhrases } from "./find-phrases.ts";
import type { GoldShape } from "./gold-shape.ts";
import { trimProse } from "./trim-prose.ts";
import { lineEnd, trimSpan } from "./trim-span.ts";

/** How far from the end labels are looked for. */
const maxDistance = 20_000;
/** Longest part without a box. */
const maxPart = 160;

const numberings: readonly (readonly string[])[] = [
  "abcdefghij".split(""),
  "i ii iii iv v vi vii viii ix x".split(" "),
  "1 2 3 4 5 6 7 8 9 10".split(" "),
];

/** `(a)`, `**b)**`, `- (c)`, `Part (a).`, `2.` and `| a |` at the start of a line, and `(a)` anywhere. */
const labels =
  /^[ \t>#*_|•-]*(?:part |question |teil )?\(?(?<line>[a-j]|i{1,3}|iv|vi{0,3}|ix|x|\d0?)(?:\)|\.|:|(?=\*{0,2}[ \t]*[|:]))|(?<=[\s*;,.])\((?<inline>[a-j]|i{1,3}|iv|vi{0,3})\)/gim;

interface Label {
  readonly at: number;
  readonly end: number;
  readonly name: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the answers of as many labelled parts as the gold has as one candidate, `(a) 4 (b) 9`: the last box of each part, else what a
 * phrase in it points at, else the short line behind its label. Undefined where the labels do not count so far, a
 * part has no answer of the gold's kind, or a last box lists all parts itself.
 */
export function collectParts(
  text: string,
  region: Span,
  boxes: readonly Candidate[],
  { parts: count, kind }: GoldShape,
  fuel: Fuel,
): Candidate | undefined {
  const last = boxes[boxes.length - 1];
  if (last !== undefined && countItems(last.text ?? text.slice(last.start, last.end)) >= count)
    return undefined;
  const found = findLabels(text, region, fuel);
  for (const numbering of numberings) {
    const run = lastRun(found, numbering.slice(0, count), numbering[count]);
    const answers = run === undefined ? undefined : answersOf(text, region, boxes, run, fuel);
    if (run === undefined || answers === undefined) continue;
    const contents = answers.map((answer) => answer.text ?? text.slice(answer.start, answer.end));
    if (
      contents.some(
        (content) => isBesideKind(content, kind, true) || (kind === "formula" && isSentence(content)),
      )
    )
      continue;
    const made = contents.map((content, at) => `(${numbering[at]}) ${content}`);
    const [first, end] = [answers[0], answers[answers.length - 1]];
    if (first === undefined || end === undefined) continue;
    return { start: first.start, end: end.end, source: first.source, text: made.join(", ") };
  }
  return undefined;
}

function findLabels(text: string, { start, end }: Span, fuel: Fuel): readonly Label[] {
  const from = Math.max(start, end - maxDistance);
  fuel.spend(8 + Math.ceil((end - from) / 2));
  return [...text.slice(from, end).matchAll(labels)].map((match) => ({
    at: from + match.index,
    end: from + match.index + match[0].length,
    name: (match.groups?.["line"] ?? match.groups?.["inline"] ?? "").toLowerCase(),
  }));
}

/** The last labels that count through `names`; undefined where there are none, or the next name follows them. */
function lastRun(
  found: readonly Label[],
  names: readonly string[],
  next: string | undefined,
): readonly Label[] | undefined {
  for (let from = found.length - 1; from >= 0; from--) {
    if (found[from]?.name !== names[0]) continue;
    const run: Label[] = [];
    for (const label of found.slice(from)) if (label.name === names[run.length]) run.push(label);
    const lastOf = run[run.length - 1];
    if (run.length < names.length || lastOf === undefined) continue;
    return found.some(({ at, name }) => at > lastOf.at && name === next) ? undefined : run;
  }
  return undefined;
}

function answersOf(
  text: string,
  region: Span,
  boxes: readonly Candidate[],
  run: readonly Label[],
  fuel: Fuel,
): readonly Candidate[] | undefined {
  const answers: Candidate[] = [];
  for (const [index, { end }] of run.entries()) {
    const section = { start: end, end: run[index + 1]?.at ?? region.end };
    const inside = boxes.filter((box) => box.start >= section.start && box.end <= section.end);
    const answer =
      inside[inside.length - 1] ?? (boxes.length > 0 ? undefined : answerWithoutBox(text, section, fuel));
    if (answer === undefined) return undefined;
    answers.push(answer);
  }
  return answers;
}

/** What a phrase points at, or the line behind the label: in a table, its last cell. */
function answerWithoutBox(text: string, section: Span, fuel: Fuel): Candidate | undefined {
  fuel.spend(section.end - section.start);
  const phrases = findPhrases(text, section.start, section.end, fuel);
  const last = [...phrases].sort((a, b) => a.start - b.start).pop();
  if (last !== undefined) return trimProse(text, last, "any", fuel);
  const stop = lineEnd(text, section.start, section.end);
  const line = text.slice(section.start, stop);
  const isRow = line.trimEnd().endsWith("|");
  const row = isRow ? line.trimEnd().replace(/\|$/, "") : line;
  const from = isRow
    ? row.lastIndexOf("|") + 1
    : (/^[\s:*_)–—-]*?(?=[^\s:*_)–—-]|-\d)/.exec(row)?.[0].length ?? 0);
  const span = trimSpan(text, section.start + from, section.start + row.replace(/[\s;,.*]+$/, "").length);
  if (span.end <= span.start || span.end - span.start > maxPart) return undefined;
  return trimProse(text, { ...span, source: "phrase" }, "any", fuel);
}

/** Three words or more and nothing else. */
function isSentence(text: string): boolean {
  return /^(?:[\p{L}'’-]+[\s,.]+){2,}[\p{L}'’-]+$/u.test(text);
}

/** How many values a text lists, with separators outside of brackets. */
function countItems(text: string): number {
  let depth = 0;
  let count = 1;
  for (let at = 0; at < text.length && at < 2000; at++) {
    const char = text[at] ?? " ";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (
      depth === 0 &&
      (char === "," || char === ";" || /^(?:\\q?quad|\\\\| and |、)/.test(text.slice(at, at + 6)))
    )
      count++;
  }
  return count;
}
