"""Reward function for OpenRLHF: `--reward.remote_url /path/to/this/file.py`, or a file of yours that imports it.

    python -c "import touchstone_verifier.adapters.openrlhf as m; print(m.__file__)"

The environment names the verifier (TOUCHSTONE_ADDRESS, TOUCHSTONE_TOKEN, ...). A rollout without verdict raises
`NoVerdictError`, which OpenRLHF logs, and the rollout is left without a reward; TOUCHSTONE_FAILED_REWARD names a number
to give it instead.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from touchstone_verifier.adapters.shared import gold_answers, reward_or_raise, shared_client
from touchstone_verifier.grading import AnswerItem


def reward_func(
    queries: Sequence[str], prompts: Sequence[str], labels: Sequence[object], **_: object
) -> dict[str, Any]:
    """Rewards of a batch. A query is its prompt with the response behind it; labels are the gold answers."""
    import torch

    items = [
        AnswerItem(golds=gold_answers(label), response=query.removeprefix(prompt))
        for query, prompt, label in zip(queries, prompts, labels, strict=True)
    ]
    verdicts = shared_client().grade(items)
    failed_reward = os.environ.get("TOUCHSTONE_FAILED_REWARD")
    number = None if failed_reward is None else float(failed_reward)
    rewards = torch.tensor([reward_or_raise(verdict, number) for verdict in verdicts])
    no_answer = torch.tensor([float(verdict.reason == "no_answer") for verdict in verdicts])
    return {"rewards": rewards, "scores": rewards, "extra_logs": {"verifier_no_answer": no_answer}}
