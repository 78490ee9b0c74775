"""The guides do what they say: each code block is run as it stands, and prints what the guide shows."""

import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from conftest import REPOSITORY, running_verifier

GUIDES = REPOSITORY / "docs" / "guides"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(guide):
    return BLOCK.findall((GUIDES / guide).read_text(encoding="utf-8"))


def examples(guide):
    """Pairs of a Python block and the text block that follows it: what it prints."""
    found = blocks(guide)
    return [
        pytest.param(code, output, id=f"{guide}:{position}")
        for position, ((kind, code), (next_kind, output)) in enumerate(pairwise(found))
        if (kind, next_kind) == ("python", "text")
    ]


@pytest.fixture(scope="module")
def default_port():
    """A verifier where the guides expect it."""
    with running_verifier(port=50051) as (address, _):
        yield address


def run_python(code, *arguments, cwd=None):
    environment = {**os.environ, "TOUCHSTONE_ADDRESS": "127.0.0.1:50051", "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)


GUIDES_WITH_EXAMPLES = ("python.md", "graders.md", "verl.md", "openrlhf.md")


@pytest.mark.parametrize(("code", "output"), [pair for guide in GUIDES_WITH_EXAMPLES for pair in examples(guide)])
def test_example_prints_what_the_guide_shows(default_port, code, output):
    if "openrlhf" in code:
        pytest.importorskip("torch")
    done = run_python(code)
    assert done.returncode == 0, done.stderr
    assert done.stdout == output


def test_trl_script(default_port, tmp_path):
    pytest.importorskip("trl", reason="pip install trl to run the script of the guide")
    from tiny_model import tiny_model

    model, tokenizer = tiny_model()
    model.save_pretrained(tmp_path / "model")
    tokenizer.save_pretrained(tmp_path / "model")
    (tmp_path / "problems.jsonl").write_text('{"prompt": "q", "answer": "1"}\n{"prompt": "q q", "answer": "2"}\n')
    (script,) = (code for kind, code in blocks("trl.md") if kind == "python")
    done = run_python(script, "model", "problems.jsonl", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert re.findall(r"^reward [\d.]+ failed 0\.0$", done.stdout, re.MULTILINE), done.stdout


def test_verl_configuration_names_a_function(default_port):
    yaml = pytest.importorskip("yaml")
    (settings,) = (yaml.safe_load(code) for kind, code in blocks("verl.md") if kind == "yaml")
    function = settings["reward"]["custom_reward_function"]
    module = __import__(function["path"].removeprefix("pkg://"), fromlist=[function["name"]])
    score = getattr(module, function["name"])("d", r"\boxed{2}", "2", **function["reward_kwargs"], address=default_port)
    assert score["score"] == 1.0
