import { readFileSync } from "node:fs";
import { VerifierError } from "../errors.ts";
import { createTokenCheck, parseTokens, type TokenCheck } from "./tokens.ts";
import { watchFiles } from "./watch-files.ts";

/** Environment variable with the tokens that a server takes, one a line or separated by commas. */
export const serverTokensVariable = "TOUCHSTONE_SERVER_TOKENS";

/** The tokens in force now. */
export interface TokenSource {
  readonly isAccepted: TokenCheck;
  close(): void;
}

/** What a token source tells of changes of its file. */
export interface TokenNotices {
  onReload(count: number): void;
  /** The tokens that were in force stay in force. */
  onRejected(message: string): void;
}

/**
 * Tokens of a file, which may change while the server runs, or of the environment; undefined where neither is given.
 *
 * @throws VerifierError INVALID_TOKENS, also where both are given
 */
export function openTokenSource(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
  notices: TokenNotices,
): TokenSource | undefined {
  const fromEnvironment = environment[serverTokensVariable];
  if (file !== undefined && fromEnvironment !== undefined) {
    throw new VerifierError(
      "INVALID_TOKENS",
      `Give tokens by --token-file or by ${serverTokensVariable}, not by both.`,
    );
  }
  if (file !== undefined) return watchTokens(file, notices);
  if (fromEnvironment === undefined) return undefined;
  const tokens = parseTokens(fromEnvironment.replaceAll(",", "\n"), serverTokensVariable);
  return { isAccepted: createTokenCheck(tokens), close() {} };
}

function watchTokens(file: string, notices: TokenNotices): TokenSource {
  let check = createTokenCheck(readTokens(file));
  const reload = () => {
    try {
      const tokens = readTokens(file);
      check = createTokenCheck(tokens);
      notices.onReload(tokens.length);
    } catch (error) {
      notices.onRejected(error instanceof Error ? error.message : String(error));
    }
  };
  return { isAccepted: (token) => check(token), close: watchFiles([file], reload) };
}

function readTokens(file: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const message = `Cannot read the token file ${file}; check the path and its permissions.`;
    throw new VerifierError("INVALID_TOKENS", message, { cause });
  }
  return parseTokens(text, `the token file ${file}`);
}
