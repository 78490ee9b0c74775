"""A rubric for the `verifiers` library: `vf.SingleTurnEnv(dataset=..., rubric=touchstone_rubric())`.

`verifiers` turns an exception of a reward function into 0.0. So the rubric scores whole groups: a rollout without
verdict has the mean of its group, hence advantage 0, and the metric `touchstone_failed` counts it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from touchstone_verifier.adapters.shared import completion_text, gold_answers, neutral_rewards
from touchstone_verifier.aio import AsyncVerifierClient
from touchstone_verifier.connection import Connection
from touchstone_verifier.grader import Grader
from touchstone_verifier.grading import AnswerItem
from touchstone_verifier.policy import Policy


def touchstone_rubric(
    *, connection: Connection | str | None = None, policy: Policy | None = None, grader: Grader | None = None
) -> Any:
    """A `verifiers.Rubric` whose reward is 1.0 for a right answer and 0.0 for a wrong one."""
    import verifiers as vf

    client = AsyncVerifierClient(connection)
    failed_key = "touchstone_failed"

    async def touchstone_accuracy(states: list[Any], completions: list[Any], answers: Sequence[object]) -> list[float]:
        items = [
            AnswerItem(golds=gold_answers(answer), response=completion_text(completion))
            for completion, answer in zip(completions, answers, strict=True)
        ]
        verdicts = await client.grade(items, policy=policy, grader=grader)
        for state, verdict in zip(states, verdicts, strict=True):
            state[failed_key] = float(verdict.failure is not None)
        return neutral_rewards(verdicts, [0] * len(verdicts))

    async def touchstone_failed(states: list[Any]) -> list[float]:
        return [state.get(failed_key, 1.0) for state in states]

    return vf.Rubric(funcs=[touchstone_accuracy, touchstone_failed], weights=[1.0, 0.0])
