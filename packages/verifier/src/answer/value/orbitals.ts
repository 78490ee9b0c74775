import { flattenFormula } from "../lex/flatten-formula.ts";
import type { Value } from "./value.ts";

const shell = /^(\d)([spdfg])(?:\^\{(\d{1,2})\}|\^?(10|14|\d)(?=\d[spdfg]|$))/;
const hybrid = /^sp(?:\^?\{?([23])\}?(?:d(?:\^?\{?([23])\}?)?)?)?$/;

/**
 * Returns a configuration of electrons (`1s^22s^22p^6`, `[Ne]3s^2`) or a hybrid orbital (`sp^3`) as a text in one form;
 * undefined for other texts.
 */
export function readOrbitals(text: string): Value | undefined {
  if (text.length > 120) return undefined;
  const flat = flattenFormula(text)?.replaceAll(" ", "");
  if (flat === undefined) return undefined;
  if (hybrid.test(flat) && flat !== "sp")
    return { kind: "text", text: `orbital:${flat.replace(/[\^{}]/g, "")}` };
  const core = /^\[[A-Z][a-z]\]/.exec(flat)?.[0] ?? "";
  const shells: string[] = [];
  for (let rest = flat.slice(core.length); rest !== ""; ) {
    const match = shell.exec(rest);
    if (match === null) return undefined;
    shells.push(`${match[1]}${match[2]}${match[3] ?? match[4]}`);
    rest = rest.slice(match[0].length);
  }
  if (shells.length === 0 || (shells.length < 2 && core === "")) return undefined;
  return { kind: "text", text: `orbital:${core}${shells.sort().join("|")}` };
}
