"""Grades a few answers with a plain grpcio client and prints what came back as one JSON object.

Usage: verifier_client_check.py PROTO_FOLDER ADDRESS

The stubs are generated from the contract in PROTO_FOLDER at run time, as a user of another language would do.
"""

import importlib
import json
import sys
import tempfile

import grpc
from grpc_tools import protoc

PROTO_FILE = "touchstone/verifier/v1/verifier.proto"


def generate_stubs(proto_folder, out_folder):
    status = protoc.main(
        ["protoc", f"-I{proto_folder}", f"--python_out={out_folder}", f"--grpc_python_out={out_folder}", PROTO_FILE]
    )
    if status != 0:
        raise SystemExit(f"protoc failed with status {status}")
    sys.path.insert(0, out_folder)
    messages = importlib.import_module("touchstone.verifier.v1.verifier_pb2")
    services = importlib.import_module("touchstone.verifier.v1.verifier_pb2_grpc")
    return messages, services


def describe_verdict(messages, verdict):
    outcome = verdict.WhichOneof("outcome")
    described = {"id": verdict.id, "outcome": outcome, "reason": verdict.reason}
    if outcome == "score":
        described["correct"] = verdict.score.correct
    else:
        described["failure"] = messages.FailureKind.Name(verdict.failure.kind)
    if verdict.HasField("extracted"):
        described["extracted"] = verdict.extracted.text
    described["place"] = messages.AnswerPlace.Name(verdict.policy.place)
    described["ignore_case_set"] = verdict.policy.HasField("ignore_case")
    return described


def grade(messages, stub):
    request = messages.GradeAnswersRequest(
        items=[
            messages.AnswerItem(id="half", golds=["1/2"], response="So it is \\boxed{0.5}."),
            messages.AnswerItem(id="wrong", golds=["1/2"], response="So it is \\boxed{0.6}."),
            messages.AnswerItem(id="silent", golds=["1/2"], response="No idea."),
            messages.AnswerItem(id="bare", golds=["7", "8"], answer="8"),
            messages.AnswerItem(id="no gold", response="\\boxed{1}"),
            messages.AnswerItem(id="emoji \U0001f600", golds=["x"], response="\U0001f600 \\boxed{\U0001f600}"),
        ]
    )
    return [describe_verdict(messages, verdict) for verdict in stub.GradeAnswers(request, timeout=60).verdicts]


def score(messages, stub):
    request = messages.ScoreRolloutsRequest(
        batch_id="python-1",
        groups=[
            messages.RolloutGroup(
                problem_id="p",
                golds=["2"],
                rollouts=[
                    messages.Rollout(id="a", response="\\boxed{2}"),
                    messages.Rollout(id="b", response="\\boxed{3}", truncated=True),
                ],
            ),
            messages.RolloutGroup(problem_id="q", rollouts=[messages.Rollout(id="a", response="\\boxed{2}")]),
        ],
        reward=messages.RewardSpec(weights={"answer": 1.0, "format": 0.5}),
    )
    response = stub.ScoreRollouts(request, timeout=60)
    return [
        {
            "problem_id": group.problem_id,
            "rewards": [rollout.reward if rollout.HasField("reward") else None for rollout in group.rollouts],
            "components": [dict(rollout.components) for rollout in group.rollouts],
            "has_pass_rate": group.stats.HasField("pass_rate"),
        }
        for group in response.groups
    ]


def check(messages, stub):
    request = messages.CheckStepsRequest(
        items=[
            messages.TraceItem(id="steps", problem="12 boxes of 3 pens", steps=["12 * 3 = 36", "36 + 5 = 42"]),
            messages.TraceItem(id="trace", problem="12 boxes of 3 pens and 5 more", trace="12 * 3 = 36\n\n36 + 5 = 41"),
            messages.TraceItem(id="empty"),
        ]
    )
    described = []
    for verdict in stub.CheckSteps(request, timeout=60).verdicts:
        item = {"id": verdict.id, "outcome": verdict.WhichOneof("outcome")}
        if item["outcome"] == "report":
            report = verdict.report
            item["validity"] = messages.TraceValidity.Name(report.validity)
            item["first_error"] = report.first_error if report.HasField("first_error") else None
            item["steps"] = [messages.StepOutcome.Name(step.outcome) for step in report.steps]
            item["expected"] = [step.error.expected for step in report.steps if step.HasField("error")]
        described.append(item)
    return described


def read_error(messages, stub):
    try:
        stub.ScoreRollouts(messages.ScoreRolloutsRequest(reward=messages.RewardSpec(profile="thruth")), timeout=60)
    except grpc.RpcError as error:
        return {"code": error.code().name, "details": error.details()}
    return None


def main():
    proto_folder, address = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, grpc.insecure_channel(address) as channel:
        messages, services = generate_stubs(proto_folder, folder)
        stub = services.VerifierStub(channel)
        result = {
            "verdicts": grade(messages, stub),
            "groups": score(messages, stub),
            "traces": check(messages, stub),
            "error": read_error(messages, stub),
            "version": stub.Describe(messages.DescribeRequest(), timeout=60).version,
        }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
