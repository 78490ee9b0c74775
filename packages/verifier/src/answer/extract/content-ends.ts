import { isSpaceCode } from "../lex/unicode-table.ts";
import { isExclamation } from "./exclamation.ts";

/** Longest answer looked at after a phrase. */
const maxContent = 8192;

const delimiters: readonly (readonly [open: string, close: string])[] = [
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ['"', '"'],
];

/** The start of a sentence about the answer, without a full stop before it. */
const aboutAnswer =
  /^ +(?:(?:The|This|My) (?:final )?(?:answer|result|solution|value) |This is |Hope this |I hope )/;

/** What a scan from `from` found: the offset `at`, or nothing up to `at`. */
interface Scan {
  readonly from: number;
  readonly at: number;
  readonly isFound: boolean;
}

/**
 * Finds where the contents of one text end. What a scan has seen is not scanned again by the next one, so that any number
 * of phrases on one line costs one pass.
 */
export class ContentEnds {
  /** Characters scanned so far. */
  scanned = 0;
  private readonly text: string;
  private readonly end: number;
  private readonly closes = new Map<string, Scan>();
  private sentence: Scan | undefined = undefined;

  /** `end`: where the text is over. */
  constructor(text: string, end: number) {
    this.text = text;
    this.end = end;
  }

  /** Returns the end of what starts at `start`: its closing delimiter and a unit after it, or its sentence's end. */
  contentEnd(start: number): number {
    const stop = Math.min(this.end, start + maxContent);
    for (const [open, close] of delimiters) {
      if (!this.text.startsWith(open, start)) continue;
      const at = this.closeAfter(start + open.length, stop, close);
      if (at === -1) continue;
      const after = at + close.length;
      return this.text[after] === " " && aboutAnswer.test(this.text.slice(after, Math.min(stop, after + 32)))
        ? after
        : this.sentenceEnd(after, stop);
    }
    return this.sentenceEnd(start, stop);
  }

  /** Offset of the closing delimiter before `stop`, or -1; only display formulas run over several lines. */
  private closeAfter(start: number, stop: number, close: string): number {
    const isDisplay = close === "\\]" || close === "$$";
    const scan = this.resume(this.closes.get(close), start, stop, (at) =>
      this.text[at] === close[0] && this.text.startsWith(close, at)
        ? true
        : !isDisplay && this.text.charCodeAt(at) === 10,
    );
    this.closes.set(close, scan);
    return scan.isFound && scan.at < stop && this.text.startsWith(close, scan.at) ? scan.at : -1;
  }

  /** Offset of the full stop or exclamation mark that ends the sentence, or of the line's end. */
  private sentenceEnd(start: number, stop: number): number {
    this.sentence = this.resume(this.sentence, start, stop, (at) => endsSentence(this.text, at, this.end));
    return Math.min(this.sentence.at, stop);
  }

  /** Goes on from an earlier scan where it has passed `start` already. */
  private resume(known: Scan | undefined, start: number, stop: number, isEnd: (at: number) => boolean): Scan {
    const isSeen = known !== undefined && known.from <= start && start <= known.at;
    if (isSeen && (known.isFound || known.at >= stop)) return known;
    let at = isSeen ? known.at : start;
    this.scanned -= at;
    while (at < stop && !isEnd(at)) at++;
    this.scanned += at;
    return { from: isSeen ? known.from : start, at, isFound: at < stop };
  }
}

/** A point between digits, before "or" and "and", or behind Rs ends no sentence. */
function endsSentence(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 63 && code < 0x3002 && code !== 0x964 && code !== 0x6d4) return false;
  if (
    code === 10 ||
    code === 0x3002 ||
    code === 0x964 ||
    code === 0x6d4 ||
    code === 0xff1f ||
    code === 0xff01
  )
    return true;
  if (code === 33) return isExclamation(text, at, end);
  if (code !== 46 && code !== 63) return false;
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= end || next === 42 || next === 60 || next === 34) return true;
  if (/[^A-Za-z]rs$/i.test(text.slice(at - 3, at))) return false;
  return isSpaceCode(next) && !/^ (?:or|and|nor) /.test(text.slice(at + 1, at + 6));
}
