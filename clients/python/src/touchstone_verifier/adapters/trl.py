"""Reward functions for TRL: `GRPOTrainer(reward_funcs=[accuracy_reward()], ...)`.

A completion that could not be judged has reward None, which TRL leaves out of its group.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from touchstone_verifier.adapters.shared import completion_text, gold_answers, shared_client
from touchstone_verifier.connection import Connection
from touchstone_verifier.grader import Grader
from touchstone_verifier.grading import AnswerItem
from touchstone_verifier.policy import Policy

RewardFunction = Callable[..., list[float | None]]
Completion = str | Sequence[Mapping[str, Any]]


def accuracy_reward(
    *,
    gold_column: str = "solution",
    connection: Connection | str | None = None,
    policy: Policy | None = None,
    grader: Grader | None = None,
) -> RewardFunction:
    """A reward function: 1.0 for a right answer, 0.0 for a wrong one, None where no verdict was possible.

    `gold_column` is the data set's column of gold answers (a string, or a list of accepted ones). Without a
    `connection` the environment names the verifier (`Connection.from_env`). Raises a `VerifierError` where the
    verifier cannot be reached for longer than the connection's timeout.
    """
    client = shared_client(connection)

    def touchstone_accuracy(completions: Sequence[Completion], **columns: Any) -> list[float | None]:
        golds = columns.get(gold_column)
        if golds is None:
            raise ValueError(
                f'the data set has no column "{gold_column}"; name the column of gold answers as gold_column'
            )
        items = [
            AnswerItem(golds=gold_answers(gold), response=completion_text(completion))
            for completion, gold in zip(completions, golds, strict=True)
        ]
        verdicts = client.grade(items, policy=policy, grader=grader)
        log_extra, log_metric = columns.get("log_extra"), columns.get("log_metric")
        if log_extra is not None:
            log_extra("verifier_reason", [verdict.reason for verdict in verdicts])
        if log_metric is not None and verdicts:
            log_metric(
                "verifier/failed_share", sum(verdict.failure is not None for verdict in verdicts) / len(verdicts)
            )
        return [verdict.reward for verdict in verdicts]

    return touchstone_accuracy
