import { nameScript, type Script } from "./scripts.ts";
import type { Finding, ShortcutInput } from "./shortcut.ts";

/** Letters of an unexpected script that score 1. */
const certainLetters = 20;

/** Share of the letters beyond which a response is written in a language of its own, Latin formulas aside. */
const wholeShare = 0.9;

/** Kana and Han are written together, and so may Hangul and Han be. */
const companions: Readonly<Partial<Record<Script, readonly Script[]>>> = {
  han: ["kana"],
  kana: ["han"],
  hangul: ["han"],
};

interface ScriptCount {
  letters: number;
  start: number;
  end: number;
}

/**
 * A change of the writing system in the middle of a response, to one that the problem does not use. Latin letters are
 * expected everywhere; a response wholly in another language than its problem has not changed.
 */
export function detectScriptSwitch({ text, problem }: ShortcutInput): Finding | undefined {
  if (isAscii(text)) return undefined;
  const counts = countScripts(text);
  const expected = new Set<Script>(["latin"]);
  for (const script of countScripts(problem).keys()) {
    expected.add(script);
    for (const companion of companions[script] ?? []) expected.add(companion);
  }
  const foreign = [...counts].filter(([script]) => !expected.has(script));
  const letters = foreign.reduce((sum, [, count]) => sum + count.letters, 0);
  if (letters === 0) return undefined;
  const all = [...counts.values()].reduce((sum, count) => sum + count.letters, 0);
  if (letters > wholeShare * all) return undefined;
  return {
    score: Math.min(1, letters / certainLetters),
    evidence: foreign.map(([, { start, end }]) => ({ start, end })),
    reason: `${letters} letters are in a script that the problem does not use (${foreign.map(([script]) => script).join(", ")}).`,
  };
}

/** Letters of each script, and the first run of them. */
function countScripts(text: string): Map<Script, ScriptCount> {
  const counts = new Map<Script, ScriptCount>();
  for (let index = 0; index < text.length; index++) {
    const script = nameScript(text.charCodeAt(index));
    if (script === undefined) continue;
    const count = counts.get(script);
    if (count === undefined) counts.set(script, { letters: 1, start: index, end: index + 1 });
    else {
      count.letters++;
      if (count.end === index) count.end = index + 1;
    }
  }
  return counts;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}
