"""The adapters as the frameworks call them, against a real verifier. The real libraries stand in `test_real_*`."""

import importlib.util

import pytest

from touchstone_verifier.adapters import openrlhf, shared, verl
from touchstone_verifier.adapters.trl import accuracy_reward
from touchstone_verifier.grading import Failure, Verdict

RIGHT, WRONG = r"\boxed{4}", r"\boxed{5}"


@pytest.fixture(autouse=True)
def verifier_of_the_environment(address, monkeypatch):
    monkeypatch.setenv("TOUCHSTONE_ADDRESS", address)


def verdict(correct):
    failure = None if correct is not None else Failure("undecided", "who knows")
    return Verdict(correct, failure, "", None, "", "", "", 0)


@pytest.mark.parametrize(
    ("completion", "text"),
    [
        ("plain", "plain"),
        ([{"role": "assistant", "content": "said"}], "said"),
        ([{"role": "user", "content": "asked"}, {"role": "assistant", "content": "said"}], "said"),
        (
            [{"role": "assistant", "content": [{"type": "text", "text": "in "}, {"type": "text", "text": "parts"}]}],
            "in parts",
        ),
        ([{"role": "assistant", "content": None}], ""),
        ([], ""),
    ],
)
def test_completion_text(completion, text):
    assert shared.completion_text(completion) == text


class Array:
    def tolist(self):
        return [1, 2.5]


@pytest.mark.parametrize(
    ("gold", "texts"),
    [("4", ["4"]), (4, ["4"]), (["4", "5"], ["4", "5"]), (None, []), (Array(), ["1", "2.5"])],
)
def test_gold_answers(gold, texts):
    assert shared.gold_answers(gold) == texts


def test_a_rollout_without_verdict_has_the_mean_of_its_group():
    verdicts = [verdict(True), verdict(None), verdict(False), verdict(True), verdict(None)]
    assert shared.neutral_rewards(verdicts, ["a", "a", "a", "a", "b"]) == [1.0, 2 / 3, 0.0, 1.0, 0.0]


def test_without_verdict_a_reward_must_be_chosen():
    with pytest.raises(shared.NoVerdictError, match="undecided: who knows"):
        shared.reward_or_raise(verdict(None), None)
    assert shared.reward_or_raise(verdict(None), -1.0) == -1.0
    assert shared.reward_or_raise(verdict(True), -1.0) == 1.0


def test_trl_contract():
    extras, metrics = {}, {}
    reward = accuracy_reward(gold_column="answer")
    rewards = reward(
        prompts=["p"] * 3,
        completions=[RIGHT, [{"role": "assistant", "content": WRONG}], RIGHT],
        completion_ids=[[1], [2], [3]],
        answer=["4", "4", None],
        log_extra=extras.__setitem__,
        log_metric=metrics.__setitem__,
    )
    assert rewards == [1.0, 0.0, None]
    assert extras["verifier_reason"][:2] == ["equal", "different"]
    assert metrics == {"verifier/failed_share": 1 / 3}


def test_trl_names_the_missing_column():
    with pytest.raises(ValueError, match='no column "solution"'):
        accuracy_reward()(prompts=["p"], completions=[RIGHT])


@pytest.mark.parametrize(("grader", "score"), [("exact", 0.0), ({"name": "exact", "options": {"case": "ignore"}}, 1.0)])
def test_graders(grader, score):
    response, gold = r"\boxed{LYON}", "Lyon"
    assert accuracy_reward(gold_column="answer", grader=grader)(completions=[response], answer=[gold]) == [score]
    assert verl.compute_score("towns", response, gold, grader=grader)["score"] == score
    (batched,) = verl.compute_score_batch(["towns"], [response], [gold], [None], grader=grader)
    assert batched["score"] == score


def test_verl_single():
    right = verl.compute_score("gsm8k", RIGHT, "4", {"index": 1}, unknown_argument=1)
    assert right == {"score": 1.0, "acc": 1.0, "pred": "4", "failed": 0.0}
    with pytest.raises(shared.NoVerdictError):
        verl.compute_score("gsm8k", RIGHT, None)
    assert verl.compute_score("gsm8k", RIGHT, None, failed_reward=0.5)["score"] == 0.5


def test_verl_batch():
    scores = verl.compute_score_batch(
        ["s"] * 4, [RIGHT, WRONG, RIGHT, RIGHT], ["4", "4", None, "4"], [{}, {}, {}, None]
    )
    assert [score["score"] for score in scores] == [1.0, 0.0, 0.0, 1.0]
    assert [score["failed"] for score in scores] == [0.0, 0.0, 1.0, 0.0]


def test_openrlhf_loads_the_file_and_calls_with_one_query():
    torch = pytest.importorskip("torch")
    spec = importlib.util.spec_from_file_location("reward_func", openrlhf.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    info = module.reward_func(["Is \\boxed{4} right? " + WRONG], ["Is \\boxed{4} right? "], ["4"])
    assert torch.tensor([info["rewards"]]).tolist() == [0.0]
    assert set(info) == {"rewards", "scores", "extra_logs"}


def test_openrlhf_without_verdict(monkeypatch):
    pytest.importorskip("torch")
    with pytest.raises(shared.NoVerdictError):
        openrlhf.reward_func([RIGHT], [""], [None])
    monkeypatch.setenv("TOUCHSTONE_FAILED_REWARD", "-0.5")
    assert openrlhf.reward_func([RIGHT], [""], [None])["rewards"].tolist() == [-0.5]
