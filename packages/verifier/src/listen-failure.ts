import { VerifierError } from "./errors.ts";

/** What is to be done, by the text of the failure (gRPC passes no code of the system on). */
function advise(reason: string, flag: string): string {
  if (/EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|Name resolution failed/.test(reason))
    return "Give --host an address of this machine, or 0.0.0.0 for all of them.";
  if (reason.includes("EACCES")) return `Choose a ${flag} from 1024 on: lower ones need more rights.`;
  return `Choose another ${flag} (0 picks a free one), or stop the program that holds it.`;
}

/**
 * The error of an address that cannot be bound, with what to do about it.
 *
 * @param where the address, and for what it was to be
 * @param flag the flag that names the port
 */
export function createListenFailure(where: string, flag: string, cause: Error): VerifierError {
  const message = `Cannot listen on ${where} (${cause.message}). ${advise(cause.message, flag)}`;
  return new VerifierError("LISTEN_FAILED", message, { cause });
}
