import { nameScript, type Script } from "./scripts.ts";
import { type EvidenceSpan, type Finding, maxEvidence, type ShortcutInput } from "./shortcut.ts";

/** Weight of a zero-width character or a look-alike, which a copied text may carry by accident. */
const smallWeight = 0.25;

/** Characters that a reader does not see: zero-width, bidirectional controls, tags; and words that mix alphabets. */
export function detectHiddenCharacters({ text }: ShortcutInput): Finding | undefined {
  const evidence: EvidenceSpan[] = [];
  let score = 0;
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0xad) continue;
    const weight = weigh(text, index, code);
    if (weight === 0) continue;
    score = Math.min(1, score + weight);
    count++;
    if (evidence.length < maxEvidence)
      evidence.push({ start: index, end: Math.min(text.length, index + (code === 0xdb40 ? 2 : 1)) });
  }
  if (count === 0) return undefined;
  const what =
    count === 1
      ? "1 character is invisible or looks like another."
      : `${count} characters are invisible or look like others.`;
  return { score, evidence, reason: what };
}

function weigh(text: string, index: number, code: number): number {
  // Tags and the selectors above them: a second, unseen alphabet.
  if (code === 0xdb40) return 1;
  // Overrides and isolates reorder what is read.
  if (code >= 0x202a && code <= 0x202e) return 1;
  if (code >= 0x2066 && code <= 0x2069) return 1;
  if (isZeroWidth(code)) return isJoinerInPlace(text, index, code) ? 0 : smallWeight;
  return isLookAlike(text, index, code) ? smallWeight : 0;
}

function isZeroWidth(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xad ||
    code === 0xfeff ||
    code === 0x180e ||
    code === 0x3164
  );
}

/** Emoji and many scripts need joiners, right-to-left text needs marks, and a file may begin with a byte-order mark. */
function isJoinerInPlace(text: string, index: number, code: number): boolean {
  if (code === 0xfeff) return index === 0;
  if (code < 0x200c || code > 0x200f) return false;
  const before = text.charCodeAt(index - 1);
  const script = nameScript(before) ?? nameScript(text.charCodeAt(index + 1));
  const isEmoji = (before >= 0xd83c && before <= 0xdfff) || before === 0xfe0f;
  return (code === 0x200d && isEmoji) || (script !== undefined && joinedScripts.has(script));
}

const joinedScripts: ReadonlySet<Script> = new Set(["arabic", "hebrew", "indic"]);

/** A Cyrillic letter that touches a Latin one: no word of either language has both. */
function isLookAlike(text: string, index: number, code: number): boolean {
  if (nameScript(code) !== "cyrillic") return false;
  return (
    nameScript(text.charCodeAt(index - 1)) === "latin" || nameScript(text.charCodeAt(index + 1)) === "latin"
  );
}
