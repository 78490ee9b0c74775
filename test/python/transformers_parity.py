"""Opens a checkpoint directory with transformers and writes its logits for the prompts given on standard input.

Input: {"directory": ..., "sequences": [[token, ...], ...]}. Output: one JSON object with the logits of each sequence,
the logits after a save and reload by transformers itself, and a greedy continuation.
"""

import json
import sys
import tempfile

import torch
from transformers import AutoModelForCausalLM, logging


def logits_of(model, sequences):
    with torch.no_grad():
        return [model(torch.tensor([sequence])).logits[0].double().tolist() for sequence in sequences]


def main():
    logging.disable_progress_bar()
    request = json.load(sys.stdin)
    model = AutoModelForCausalLM.from_pretrained(request["directory"], dtype=torch.float32).eval()
    greedy = model.generate(
        torch.tensor([request["sequences"][0]]), max_new_tokens=request["new_tokens"], do_sample=False
    )
    with tempfile.TemporaryDirectory() as directory:
        model.save_pretrained(directory)
        with open(f"{directory}/model.safetensors", "rb") as file:
            saved = file.read().hex() if request["return_saved"] else ""
        with open(f"{directory}/config.json", encoding="utf-8") as file:
            saved_config = json.load(file)
    result = {
        "class": type(model).__name__,
        "parameters": model.num_parameters(),
        "logits": logits_of(model, request["sequences"]),
        "greedy": greedy[0, len(request["sequences"][0]) :].tolist(),
        "saved": saved,
        "saved_config": saved_config,
    }
    json.dump(result, sys.stdout)


main()
