import type { DescribedError } from "../service/describe-error.ts";

/** A request that ends with an error instead of a reply. */
export class HttpError extends Error {
  readonly status: number;
  /** Name of the error, as the Connect protocol spells the codes of gRPC: "invalid_argument". */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "HttpError";
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** HTTP statuses of the codes that calls end with, as in the Connect protocol; every other code is 500. */
const statuses: Partial<Record<DescribedError["name"], number>> = {
  CANCELLED: 499,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
};

/** The error of a call, as this door answers it. */
export function toHttpError({ name, details }: DescribedError): HttpError {
  const status = statuses[name] ?? 500;
  const wait: Record<string, string> = status === 429 || status === 503 ? { "retry-after": "1" } : {};
  // The Connect protocol spells this one with a single l.
  return new HttpError(status, name === "CANCELLED" ? "canceled" : name.toLowerCase(), details, wait);
}
