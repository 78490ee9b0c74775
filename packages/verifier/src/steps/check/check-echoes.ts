import type { Fuel } from "../../answer/fuel.ts";
import { type CountWord, readCountWords, stemOf } from "../read/count-words.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

type NumberWord = Extract<CountWord, { readonly kind: "number" }>;

/** Most numbers of a problem that are looked at. */
const maxNumbers = 60;
/** Longest step looked at, in UTF-16 code units. */
const maxStepChars = 20_000;
/** Most numbers of a step that are looked at. */
const maxCandidates = 40;
/** Characters on either side of a number that are read. */
const window = 100;
/** A number and the word behind it. */
const counted =
  /(?:\d|\b(?:half|quarter|third|fourths|fifth|twice|double|triple|thrice|two|three|four|five|six|seven|eight|nine|ten|[a-z]+(?:teen|ty)|eleven|twelve|[a-z]+ty-[a-z]+))%?\s+(?:(?:times|the|an?|of)\s+)*([a-z]+)/gi;
/** Most words on either side of a number that are compared. */
const maxReach = 12;
/** Words that say something and must be the problem's for a step to repeat it: on both sides, and before the number. */
const minContent = 3;
const minContentBefore = 2;

/** With one of these in its sentence, a step tells of another time or case than the problem. */
const changing =
  /\b(?:now|left|after|before|remain\w*|then|new|still|total|altogether|instead|later|next|another|other|if|would|suppose|because|therefore|thus|hence|average|combined|together|without|original\w*|already|plus|second|third|most|least)\b/gi;

/**
 * Checks numbers that a step repeats from the problem: where the words on both sides of a number are the problem's words
 * around one of its numbers, the numbers must agree. A number that stands anywhere in the problem or earlier in the trace is
 * never called misquoted. One object goes through a trace step by step.
 */
export class ProblemEchoes {
  private readonly problem: readonly CountWord[];
  private readonly places: readonly number[];
  /** The words right behind the problem's numbers. */
  private readonly things: ReadonlySet<string>;
  private readonly text: string;
  /** Numbers of earlier steps, and the steps whose numbers have not been asked for yet. */
  private readonly known = new Set<string>();
  private unread: string[] = [];

  constructor(problem: string, fuel: Fuel) {
    fuel.spend(Math.ceil(problem.length / 4));
    this.text = problem;
    this.problem = readCountWords(problem);
    const numbers = this.problem.flatMap((word, at) => (word.kind === "number" ? [at] : []));
    this.places = numbers.slice(0, maxNumbers);
    this.things = new Set(this.places.flatMap((at) => textOf(this.problem[at + 1])));
  }

  check(text: string, fuel: Fuel): Claim[] {
    fuel.spend(Math.ceil(text.length / 4));
    const claims: Claim[] = [];
    for (const start of this.candidates(text)) {
      fuel.spend(this.places.length + 2 * window);
      const claim = this.checkAt(text, start, fuel);
      if (claim !== undefined) claims.push(claim);
    }
    this.unread.push(text);
    return claims;
  }

  /** Offsets in numbers that stand before the same word as a number of the problem, and beside no sign. */
  private candidates(text: string): number[] {
    const starts: number[] = [];
    if (this.things.size === 0 || text.length > maxStepChars) return starts;
    counted.lastIndex = 0;
    for (let match = counted.exec(text); match !== null; match = counted.exec(text)) {
      if (starts.length === maxCandidates) break;
      if (this.things.has(stemOf((match[1] ?? "").toLowerCase()))) starts.push(match.index);
      counted.lastIndex -= (match[1] ?? "").length;
    }
    return starts;
  }

  private checkAt(text: string, start: number, fuel: Fuel): Claim | undefined {
    const from = Math.max(0, text.lastIndexOf(" ", start - window));
    const words = readCountWords(text.slice(from, start + window));
    const at = words.findIndex((word) => word.kind === "number" && word.end > start - from);
    const word = words[at];
    if (word?.kind !== "number" || isInFormula(words, at)) return undefined;
    const said = { ...word, start: word.start + from, end: word.end + from };
    const source = this.sourceOf(words, at, said);
    if (source === undefined) return undefined;
    const place = { kind: "quotation" as const, start: said.start, end: said.end };
    if (source.value === said.value) return { ...place, verdict: "true" };
    // `20 percent off` leaves 80 percent.
    if (source.value + said.value === 100 && isShare(said, words[at + 1])) return undefined;
    if (this.isKnown(said, text.slice(0, said.start), fuel) || !this.isTold(text, said)) return undefined;
    return { ...place, verdict: "false", expected: this.text.slice(source.start, source.end) };
  }

  /** Tells whether a number stands in the problem, or earlier in the trace. */
  private isKnown(said: NumberWord, before: string, fuel: Fuel): boolean {
    for (const text of this.unread) {
      fuel.spend(Math.ceil(text.length / 4));
      for (const word of readCountWords(text)) if (word.kind === "number") this.known.add(keyOf(word));
    }
    this.unread = [];
    const isSame = (word: CountWord) => word.kind === "number" && keyOf(word) === keyOf(said);
    return this.known.has(keyOf(said)) || this.problem.some(isSame) || readCountWords(before).some(isSame);
  }

  /** The problem's number in the same words, or undefined where there is none or more than one. */
  private sourceOf(words: readonly CountWord[], at: number, said: NumberWord): NumberWord | undefined {
    let best: { readonly word: NumberWord; readonly shared: number } | undefined;
    let isShared = false;
    for (const place of this.places) {
      const word = this.problem[place];
      if (word?.kind !== "number" || word.sort !== said.sort) continue;
      const right = this.reach(words, at, place, 1);
      const left = this.reach(words, at, place, -1);
      if (right.isOther || left.isOther || right.words === 0) continue;
      if (left.content < minContentBefore || right.content + left.content < minContent) continue;
      const shared = right.words + left.words;
      if (best === undefined || shared > best.shared) [best, isShared] = [{ word, shared }, false];
      else if (shared === best.shared && word.value !== best.word.value) isShared = true;
    }
    return isShared ? undefined : best?.word;
  }

  /** Follows words that agree from a number of the step and one of the problem on, in one direction. */
  private reach(words: readonly CountWord[], at: number, place: number, way: 1 | -1): Reach {
    let [count, content] = [0, 0];
    for (;;) {
      const a = words[at + way * (count + 1)];
      const b = this.problem[place + way * (count + 1)];
      if (count === maxReach || a === undefined || b === undefined || !isSameWord(a, b))
        return { words: count, content, isOther: isOther(a, b, way) };
      count++;
      if (a.kind === "word" && a.isContent) content++;
    }
  }

  /** Tells whether the sentence repeats what the problem says, rather than what came of it. */
  private isTold(text: string, { start, end }: NumberWord): boolean {
    const from =
      Math.max(text.lastIndexOf(". ", start), text.lastIndexOf("\n", start), text.lastIndexOf(": ", start)) +
      1;
    const stop = text.slice(end).search(/[.!?](?:\s|$)|\n/);
    const sentence = text.slice(from, stop === -1 ? text.length : end + stop);
    const problem = this.text.toLowerCase();
    const turns = sentence.match(changing) ?? [];
    return (
      turns.every((word) => problem.includes(word.toLowerCase())) &&
      !readManner(text, start, end).isHypothetical
    );
  }
}

interface Reach {
  readonly words: number;
  /** Those of them that say something. */
  readonly content: number;
  /** Where the words part, they speak of other things: `sold on Thursday`, `sold on Friday`. */
  readonly isOther: boolean;
}

function isOther(a: CountWord | undefined, b: CountWord | undefined, way: 1 | -1): boolean {
  if (a?.kind !== "word") return a?.kind === "number" && b?.kind !== "break";
  if (way === 1 && (a.isContent || a.text === "per" || a.text === "each" || a.text === "every")) return true;
  return a.isContent && b?.kind === "word" && b.isContent;
}

/** `twice` is another number than `2`. */
function keyOf({ sort, value }: NumberWord): string {
  return sort === "multiple" ? `${value} times` : String(value);
}

function isShare({ sort }: NumberWord, next: CountWord | undefined): boolean {
  return sort === "percent" || (next?.kind === "word" && next.text === "percent");
}

function textOf(word: CountWord | undefined): string[] {
  return word?.kind === "word" ? [word.text] : [];
}

function isSameWord(a: CountWord, b: CountWord): boolean {
  if (a.kind === "word") return b.kind === "word" && a.text === b.text;
  return a.kind === "number" && b.kind === "number" && a.sort === b.sort && a.value === b.value;
}

/** A number beside a sign is worked with, not told. */
function isInFormula(words: readonly CountWord[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  return (before?.kind === "break" && before.isFormula) || (after?.kind === "break" && after.isFormula);
}
