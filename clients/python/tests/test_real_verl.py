"""verl's own reward managers, rewarded by a real verifier."""

import pytest

pytest.importorskip("verl", reason="pip install --no-deps verl, and ray tensordict omegaconf hydra-core codetiming")

import numpy as np
import torch
from verl import DataProto
from verl.utils.import_utils import load_extern_object
from verl.workers.reward_manager.batch import BatchRewardManager
from verl.workers.reward_manager.naive import NaiveRewardManager

RESPONSES = [r"\boxed{4}", r"\boxed{5}", r"\boxed{4}", r"\boxed{4}"]
GOLDS = ["4", "4", None, "4"]
WIDTH = max(map(len, RESPONSES))


class Codepoints:
    """A tokenizer whose tokens are code points."""

    def decode(self, ids, skip_special_tokens=True):
        return "".join(chr(int(one)) for one in ids)


@pytest.fixture(autouse=True)
def verifier_of_the_environment(address, monkeypatch):
    monkeypatch.setenv("TOUCHSTONE_ADDRESS", address)


def rollouts(responses, golds):
    count = len(responses)
    ids = torch.zeros(count, WIDTH, dtype=torch.long)
    mask = torch.zeros(count, WIDTH + 1, dtype=torch.long)
    mask[:, 0] = 1
    for row, response in enumerate(responses):
        ids[row, : len(response)] = torch.tensor([ord(letter) for letter in response])
        mask[row, 1 : 1 + len(response)] = 1
    return DataProto.from_dict(
        tensors={"prompts": torch.full((count, 1), ord("?")), "responses": ids, "attention_mask": mask},
        non_tensors={
            "reward_model": np.array([{"ground_truth": gold} for gold in golds], dtype=object),
            "data_source": np.array(["math"] * count, dtype=object),
            "extra_info": np.array([{"index": 0} for _ in range(count)], dtype=object),
        },
    )


def function(name):
    return load_extern_object("pkg://touchstone_verifier.adapters.verl", name)


def test_naive_manager():
    manager = NaiveRewardManager(Codepoints(), 0, function("compute_score"))
    result = manager(rollouts(RESPONSES[:2], GOLDS[:2]), return_dict=True)
    assert result["reward_tensor"].sum(dim=1).tolist() == [1.0, 0.0]
    assert result["reward_extra_info"]["pred"] == ["4", "5"]


def test_batch_manager_keeps_a_rollout_without_verdict_out_of_the_advantages():
    manager = BatchRewardManager(Codepoints(), 0, function("compute_score_batch"))
    result = manager(rollouts(RESPONSES, GOLDS), return_dict=True)
    assert result["reward_extra_info"]["failed"] == [0.0, 0.0, 1.0, 0.0]
    assert result["reward_tensor"].sum(dim=1).tolist() == [1.0, 0.0, 0.0, 1.0]
    assert result["reward_tensor"][0].nonzero().tolist() == [[len(RESPONSES[0]) - 1]]
