"""What the adapters have in common."""

from __future__ import annotations

import threading
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from touchstone_verifier.client import VerifierClient
from touchstone_verifier.connection import Connection
from touchstone_verifier.errors import VerifierError
from touchstone_verifier.grading import Verdict

_clients: dict[Connection, VerifierClient] = {}
_lock = threading.Lock()


class NoVerdictError(VerifierError):
    """An item could not be judged, and the framework has no way to leave out a rollout."""


def shared_client(connection: Connection | str | None = None) -> VerifierClient:
    """One client for all reward functions of the process that talk to the same verifier."""
    client = VerifierClient(connection)
    with _lock:
        return _clients.setdefault(client.connection, client)


def completion_text(completion: str | Sequence[Mapping[str, Any]]) -> str:
    """The text of a completion: itself, or the contents of its assistant messages.

    Content may be a string or a list of parts, of which those with a "text" count.
    """
    if isinstance(completion, str):
        return completion
    contents = [message.get("content") for message in completion if message.get("role", "assistant") == "assistant"]
    return "\n".join(_content_text(content) for content in contents)


def _content_text(content: object) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, Sequence):
        return "".join(str(part.get("text") or "") for part in content if isinstance(part, Mapping))
    return ""


def gold_answers(gold: object) -> list[str]:
    """Gold answers as texts: data sets hold strings, numbers, and lists or arrays of either."""
    if hasattr(gold, "tolist"):
        gold = gold.tolist()
    if gold is None:
        return []
    if isinstance(gold, (list, tuple)):
        return [str(one) for one in gold]
    return [str(gold)]


def reward_or_raise(verdict: Verdict, failed_reward: float | None) -> float:
    """The reward, or `failed_reward` where nothing could be judged; raises NoVerdictError where that is None."""
    if verdict.reward is not None:
        return verdict.reward
    if failed_reward is not None:
        return failed_reward
    failure = verdict.failure
    text = "no verdict" if failure is None else f"{failure.kind}: {failure.message}"
    raise NoVerdictError(f"{text} (set failed_reward to give such rollouts a reward of your own)")


def neutral_rewards(verdicts: Sequence[Verdict], groups: Sequence[Hashable]) -> list[float]:
    """Rewards in which a rollout without verdict has the mean of the judged rollouts of its group.

    For frameworks that need a number for every rollout: with advantages centred on the group's mean (GRPO, RLOO's
    mean, Dr. GRPO) such a rollout has advantage 0 and the others' mean is what it would be without it. A group in
    which nothing was judged has one reward throughout, and so no advantages.
    """
    judged: dict[Hashable, list[float]] = {}
    for verdict, group in zip(verdicts, groups, strict=True):
        if verdict.reward is not None:
            judged.setdefault(group, []).append(verdict.reward)
    means = {group: sum(rewards) / len(rewards) for group, rewards in judged.items()}
    return [
        means.get(group, 0.0) if verdict.reward is None else verdict.reward
        for verdict, group in zip(verdicts, groups, strict=True)
    ]
