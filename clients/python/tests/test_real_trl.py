"""Real GRPO steps of TRL on a tiny random model, rewarded by a real verifier."""

import json

import pytest

pytest.importorskip("trl", reason="pip install trl to run real GRPO steps")

import torch
from datasets import Dataset
from tiny_model import tiny_model
from trl import GRPOConfig, GRPOTrainer

from touchstone_verifier.adapters.trl import accuracy_reward


def test_grpo_learns_from_the_verifier(address, tmp_path):
    model, tokenizer = tiny_model()
    before = [parameter.clone() for parameter in model.parameters()]
    rows = [{"prompt": "q q", "solution": "1"}] * 15 + [{"prompt": "q", "solution": ""}]
    trainer = GRPOTrainer(
        model=model,
        processing_class=tokenizer,
        reward_funcs=[accuracy_reward(connection=address)],
        train_dataset=Dataset.from_list(rows),
        args=GRPOConfig(
            output_dir=str(tmp_path),
            per_device_train_batch_size=16,
            num_generations=8,
            max_completion_length=1,
            max_steps=12,
            learning_rate=0.02,
            logging_steps=1,
            report_to="none",
            save_strategy="no",
            use_cpu=True,
            seed=0,
        ),
    )
    trainer.train()

    logs = [log for log in trainer.state.log_history if "rewards/touchstone_accuracy/mean" in log]
    assert len(logs) == 12
    rewards = [log["rewards/touchstone_accuracy/mean"] for log in logs]
    assert sum(rewards[-3:]) > sum(rewards[:3]), json.dumps(rewards)
    assert any(log["verifier/failed_share"] > 0 for log in logs)
    assert all(torch.isfinite(parameter).all() for parameter in model.parameters())
    assert any((old != new).any() for old, new in zip(before, model.parameters(), strict=True))
