"""Decides whether, and after how long, a failed call is made again. Shared by the sync and the async client."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import grpc

from .connection import RetryPolicy

# Trailer in which a gRPC server says when to come back, in ms; a negative number means never (gRFC A6).
_PUSHBACK = "grpc-retry-pushback-ms"


def wait_before_retry(error: grpc.RpcError, attempt: int, policy: RetryPolicy, time_left: float) -> float | None:
    """Seconds to wait before the next attempt; None where the call has failed for good.

    `attempt` counts the attempts made, from 1; `time_left` is the rest of the call's time in seconds.
    """
    if attempt >= policy.attempts:
        return None
    pushback = _pushback(error.trailing_metadata() or ())
    code = error.code()
    if code == grpc.StatusCode.RESOURCE_EXHAUSTED:
        # Without a wait asked for it is a limit on size, which repeating does not change.
        if pushback is None:
            return None
    elif code != grpc.StatusCode.UNAVAILABLE:
        return None
    if pushback is not None and pushback < 0:
        return None
    longest = min(policy.longest_wait, policy.first_wait * policy.multiplier ** (attempt - 1))
    wait = random.uniform(longest / 2, longest) + (pushback or 0.0)
    return wait if wait < time_left else None


def _pushback(trailers: Iterable[Any]) -> float | None:
    for key, value in trailers:
        if key == _PUSHBACK:
            try:
                return int(value) / 1000
            except ValueError:
                return -1.0
    return None
