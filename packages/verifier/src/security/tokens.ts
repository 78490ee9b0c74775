import { createHash, timingSafeEqual } from "node:crypto";
import { VerifierError } from "../errors.ts";

/** Shortest token that is taken, in characters. */
export const shortestToken = 16;

/** Whether a bearer token is one of those in force. */
export type TokenCheck = (token: string) => boolean;

/**
 * Reads tokens, one a line; empty lines and lines that start with `#` are skipped. Messages hold no token.
 *
 * @param source where the text comes from, for messages
 * @throws VerifierError INVALID_TOKENS where there is none, or one is too short or has a character that no header takes
 */
export function parseTokens(text: string, source: string): readonly string[] {
  const tokens: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const token = line.trim();
    if (token === "" || token.startsWith("#")) continue;
    if (token.length < shortestToken || !/^[\x21-\x7e]+$/.test(token)) {
      const rule = `needs at least ${shortestToken} visible ASCII characters and no spaces`;
      throw new VerifierError(
        "INVALID_TOKENS",
        `The token in line ${index + 1} of ${source} ${rule}. Make one with: openssl rand -hex 32`,
      );
    }
    tokens.push(token);
  }
  if (tokens.length > 0) return tokens;
  throw new VerifierError("INVALID_TOKENS", `There is no token in ${source}: write one a line.`);
}

/** Checks against these tokens. The time taken tells neither which token came close nor how close. */
export function createTokenCheck(tokens: readonly string[]): TokenCheck {
  const accepted = tokens.map(digest);
  return (token) => {
    const given = digest(token);
    let found = false;
    // Every token is compared: an early end would tell which one it was.
    for (const each of accepted) found = timingSafeEqual(each, given) || found;
    return found;
  };
}

/** The token of an `authorization` header; undefined where it holds none. */
export function readBearer(header: string | undefined): string | undefined {
  const space = header?.indexOf(" ") ?? -1;
  if (header === undefined || header.slice(0, space).toLowerCase() !== "bearer") return undefined;
  return header.slice(space + 1).trim();
}

function digest(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
