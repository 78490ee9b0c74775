export { InvalidRequestError, VerifierError } from "./errors.ts";
export { type StartVerifierOptions, startVerifierProcess, type VerifierProcess } from "./start-process.ts";
