import type { CallTally } from "../service/call-tally.ts";
import type { JsonSchema } from "./openapi/json-schema.ts";

/** What a handler gets beside the body. */
export interface JsonCall {
  /** Parameters of the address. */
  readonly query: URLSearchParams;
  readonly tally: CallTally;
  readonly signal: AbortSignal;
}

/** A POST of one JSON value that is answered by another. */
export interface JsonRoute {
  readonly path: string;
  /** Name in the log. */
  readonly method: string;
  /** One sentence for the description of the door. */
  readonly summary: string;
  readonly request: JsonSchema;
  readonly reply: JsonSchema;
  /** Parameters of the address, as OpenAPI describes them. */
  readonly parameters?: readonly JsonSchema[];
  /** Throws InvalidRequestError for a body that is not what the route takes, and what the RPC behind it throws. */
  handle(body: unknown, call: JsonCall): Promise<unknown>;
}
