"""A rubric of the `verifiers` library, scored by that library with a real verifier behind it."""

import asyncio

import pytest

from touchstone_verifier.adapters.verifiers import touchstone_rubric

vf = pytest.importorskip("verifiers", reason="pip install 'verifiers<0.2' to score with its rubrics")


pytestmark = pytest.mark.skipif(not hasattr(vf, "Rubric"), reason="this version of verifiers has no rubrics")


def state(text, answer):
    return vf.State(
        prompt=[{"role": "user", "content": "2 + 2?"}],
        completion=[{"role": "assistant", "content": text}],
        answer=answer,
        task="t",
        info={},
        timing={"generation_ms": 0.0, "scoring_ms": 0.0, "total_ms": 0.0},
        trajectory=[],
    )


def test_a_group(address):
    states = [state(r"\boxed{4}", "4"), state(r"\boxed{5}", "4"), state(r"\boxed{4}", ""), state(r"\boxed{4}", "4")]
    rubric = touchstone_rubric(connection=address)
    asyncio.run(rubric.score_group(states))
    assert [one["reward"] for one in states] == [1.0, 0.0, 2 / 3, 1.0]
    assert [one["metrics"]["touchstone_failed"] for one in states] == [0.0, 0.0, 1.0, 0.0]
    assert [one["advantage"] for one in states][2] == pytest.approx(0.0)
