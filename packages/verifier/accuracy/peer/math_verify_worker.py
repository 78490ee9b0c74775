"""Grades pairs with math-verify: one JSON object a line in (gold, answer), one a line out, after a line of versions."""

import json
import logging
import os
import platform
import sys
import time
from importlib.metadata import PackageNotFoundError, version

# Whatever the libraries print must not mix with the results.
results = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
os.dup2(2, 1)
logging.disable(logging.CRITICAL)

from math_verify import parse, verify  # noqa: E402


def find_version(package):
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def judge(gold_text, answer_text):
    """The gold comes first: math-verify is asymmetric. Time-outs are its own defaults (5 s each)."""
    gold = parse(gold_text)
    if not gold:
        return "no_gold"
    answer = parse(answer_text)
    if not answer:
        return "no_answer"
    return "correct" if verify(gold, answer) else "incorrect"


def main():
    packages = ["math-verify", "latex2sympy2_extended", "antlr4-python3-runtime", "sympy"]
    versions = {name: find_version(name) for name in packages}
    print(json.dumps({"python": platform.python_version(), **versions}), file=results)
    for line in sys.stdin:
        item = json.loads(line)
        started = time.process_time()
        try:
            outcome = judge(item["gold"], item["answer"])
        except Exception as error:  # a crash of the peer is a result of its own
            outcome = "error"
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        cpu_ms = 1000 * (time.process_time() - started)
        print(json.dumps({"outcome": outcome, "cpu_ms": round(cpu_ms, 4)}), file=results)


main()
