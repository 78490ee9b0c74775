"""Score functions for verl, named in its configuration:

    reward.custom_reward_function.path=pkg://touchstone_verifier.adapters.verl
    reward.custom_reward_function.name=compute_score

verl needs a number for every rollout. `compute_score` sees one rollout and raises `NoVerdictError` where there is no
verdict, unless `reward_kwargs.failed_reward` names a number; `compute_score_batch` (reward manager "batch") sees the
groups and gives such a rollout the mean of its group, hence advantage 0. Both report `failed` beside the score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from touchstone_verifier.adapters.shared import gold_answers, neutral_rewards, reward_or_raise, shared_client
from touchstone_verifier.grader import Grader
from touchstone_verifier.grading import AnswerItem, Verdict

Extra = Mapping[str, Any] | None


def compute_score(
    data_source: str,
    solution_str: str,
    ground_truth: object,
    extra_info: Extra = None,
    *,
    failed_reward: float | None = None,
    address: str | None = None,
    policy: Mapping[str, Any] | None = None,
    grader: Grader | None = None,
    **_: object,
) -> dict[str, Any]:
    """The score of one rollout: `score`, `acc`, `pred` and `failed` (1.0 where there was no verdict)."""
    item = AnswerItem(golds=gold_answers(ground_truth), response=solution_str)
    (verdict,) = shared_client(address).grade([item], policy=policy, grader=grader)
    return _describe(verdict, reward_or_raise(verdict, failed_reward))


def compute_score_batch(
    data_sources: Sequence[str],
    solution_strs: Sequence[str],
    ground_truths: Sequence[object],
    extra_infos: Sequence[Extra],
    *,
    address: str | None = None,
    policy: Mapping[str, Any] | None = None,
    grader: Grader | None = None,
    **_: object,
) -> list[dict[str, Any]]:
    """The scores of a batch, in its order. A group is what shares data source, ground truth and `index`."""
    items = [
        AnswerItem(golds=gold_answers(gold), response=solution)
        for solution, gold in zip(solution_strs, ground_truths, strict=True)
    ]
    verdicts = shared_client(address).grade(items, policy=policy, grader=grader)
    groups = [
        (str(source), tuple(gold_answers(gold)), str((extra or {}).get("index")))
        for source, gold, extra in zip(data_sources, ground_truths, extra_infos, strict=True)
    ]
    rewards = neutral_rewards(verdicts, groups)
    return [_describe(verdict, reward) for verdict, reward in zip(verdicts, rewards, strict=True)]


def _describe(verdict: Verdict, reward: float) -> dict[str, Any]:
    # Every rollout has the same keys: verl puts them into arrays.
    return {
        "score": reward,
        "acc": reward,
        "pred": verdict.extracted or "",
        "failed": float(verdict.failure is not None),
    }
