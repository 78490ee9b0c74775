"""Requests and replies, apart from how they travel. Shared by the sync and the async client."""

from __future__ import annotations

from collections.abc import Sequence

from ._generated import verifier_pb2 as pb
from .batching import Batch, BatchLimits
from .errors import ProtocolError
from .grader import Grader, to_grader
from .grading import AnswerItem, Verdict
from .policy import Policy, to_policy

# Answers in one request: enough to spread over the server's workers, few enough that several requests overlap.
ANSWERS_PER_CALL = 256


def answer_items(items: Sequence[AnswerItem]) -> list[pb.AnswerItem]:
    return [item.to_wire(str(position)) for position, item in enumerate(items)]


def answer_limits(limits: pb.Limits) -> BatchLimits:
    return BatchLimits(min(ANSWERS_PER_CALL, limits.max_items_per_batch), limits.max_message_bytes)


def grade_request(batch: Batch[pb.AnswerItem], policy: Policy | None, grader: Grader | None) -> pb.GradeAnswersRequest:
    return pb.GradeAnswersRequest(items=batch.items, policy=to_policy(policy), grader=to_grader(grader))


def read_verdicts(batch: Batch[pb.AnswerItem], reply: pb.GradeAnswersResponse) -> list[Verdict]:
    """The verdicts in the order of the batch. Raises ProtocolError where one is missing or out of place."""
    expected = [item.id for item in batch.items]
    got = [verdict.id for verdict in reply.verdicts]
    if expected != got:
        raise ProtocolError(
            f"{len(expected)} items were sent, and the verdicts that came back are of others ({len(got)})"
        )
    return [Verdict.of_wire(verdict) for verdict in reply.verdicts]


def oversized(batch: Batch[pb.AnswerItem], limits: BatchLimits) -> list[Verdict] | None:
    """The verdict of an item that no request can hold; None for every other batch."""
    if len(batch.items) != 1 or batch.items[0].ByteSize() <= limits.item_bytes:
        return None
    return [Verdict.too_large(batch.items[0].ByteSize(), limits.item_bytes)]


def check_groups(request: pb.ScoreRolloutsRequest, reply: pb.ScoreRolloutsResponse) -> pb.ScoreRolloutsResponse:
    sent = [(group.problem_id, [rollout.id for rollout in group.rollouts]) for group in request.groups]
    got = [(group.problem_id, [rollout.id for rollout in group.rollouts]) for group in reply.groups]
    if sent != got:
        raise ProtocolError("the groups that came back are not those that were sent")
    return reply
