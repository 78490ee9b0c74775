import { Metadata } from "@grpc/grpc-js";
import type { DescribedError } from "./describe-error.ts";
import { requestIdKey } from "./request-id.ts";

/** Trailing metadata that gives a request's id back to its caller. */
export function requestIdTrailer(requestId: string): Metadata {
  const trailer = new Metadata();
  trailer.set(requestIdKey, requestId);
  return trailer;
}

/** The error of a call with the request's id beside its own metadata. */
export function withRequestId(error: DescribedError, requestId: string): DescribedError {
  const metadata = error.metadata?.clone() ?? new Metadata();
  metadata.set(requestIdKey, requestId);
  return { ...error, metadata };
}
