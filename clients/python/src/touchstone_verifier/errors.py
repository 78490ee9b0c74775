"""What can go wrong with a whole call. What goes wrong with one item is a `Failure` in its verdict."""

from __future__ import annotations

import grpc

from .advice import advise_on_connection
from .connection import Connection


class VerifierError(Exception):
    """A call to the verifier failed, and no item of it has a verdict."""


class VerifierUnavailableError(VerifierError):
    """The verifier could not be reached, was overloaded or did not answer in time, and the retries are used up."""


class InvalidRequestError(VerifierError):
    """The verifier refused the request: malformed, or its batch id had other content. Repeating does not help."""


class AuthenticationError(VerifierError):
    """The token or client certificate is missing or was not accepted."""


class ProtocolError(VerifierError):
    """The reply does not fit the request. Client and server are of versions that do not match."""


_BY_CODE: dict[grpc.StatusCode, type[VerifierError]] = {
    grpc.StatusCode.UNAVAILABLE: VerifierUnavailableError,
    grpc.StatusCode.RESOURCE_EXHAUSTED: VerifierUnavailableError,
    grpc.StatusCode.DEADLINE_EXCEEDED: VerifierUnavailableError,
    grpc.StatusCode.INVALID_ARGUMENT: InvalidRequestError,
    grpc.StatusCode.FAILED_PRECONDITION: InvalidRequestError,
    grpc.StatusCode.OUT_OF_RANGE: InvalidRequestError,
    grpc.StatusCode.ALREADY_EXISTS: InvalidRequestError,
    grpc.StatusCode.UNAUTHENTICATED: AuthenticationError,
    grpc.StatusCode.PERMISSION_DENIED: AuthenticationError,
    grpc.StatusCode.UNIMPLEMENTED: ProtocolError,
}


def error_of(error: grpc.RpcError, connection: Connection) -> VerifierError:
    """The exception that stands for a gRPC status, with the address and what to do in its text."""
    code, details = error.code(), error.details() or ""
    advice = {
        grpc.StatusCode.UNAVAILABLE: advise_on_connection(details, connection.secure),
        grpc.StatusCode.UNAUTHENTICATED: "Check the token.",
    }.get(code, "")
    text = f"verifier at {connection.address}: {code.name}: {details}"
    return _BY_CODE.get(code, VerifierError)(f"{text.rstrip('. ')}. {advice}" if advice else text)
