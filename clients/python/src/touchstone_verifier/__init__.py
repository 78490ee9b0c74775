"""Client of the Touchstone verifier: rewards for reasoning models, graded exactly, over gRPC."""

from ._generated import verifier_pb2 as messages
from .aio import AsyncVerifierClient
from .client import VerifierClient
from .connection import DEFAULT_ADDRESS, Connection, RetryPolicy
from .errors import (
    AuthenticationError,
    InvalidRequestError,
    ProtocolError,
    VerifierError,
    VerifierUnavailableError,
)
from .grader import Grader
from .grading import AnswerItem, Failure, Verdict
from .policy import Policy, answer_policy

__all__ = [
    "DEFAULT_ADDRESS",
    "AnswerItem",
    "AsyncVerifierClient",
    "AuthenticationError",
    "Connection",
    "Failure",
    "Grader",
    "InvalidRequestError",
    "Policy",
    "ProtocolError",
    "RetryPolicy",
    "Verdict",
    "VerifierClient",
    "VerifierError",
    "VerifierUnavailableError",
    "answer_policy",
    "messages",
]
